"""How two files of one unit differ: which figures, and whether anything else does."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from generator.form.chinese import number
from generator.form.pattern import Pattern
from generator.form.vocabulary import Form
from generator.model.collection.filing import Filing
from generator.model.place import Place

_MOST_NAMED = 10
_NONE, _ZERO = "空白", Decimal(0)
_SIGNS = Pattern(r"[\W_]+")


def differing_figures(one: Filing, other: Filing, form: Form) -> tuple[str, ...]:
    """Return the names of the figures whose values differ, in the order of the form.

    A published report prints 0 where the workbook is blank: that is no difference.
    """
    if one.digest and one.digest == other.digest:
        return ()
    here, there = _printed(one), _printed(other)
    further = sorted({*here, *there} - {*form.figures})
    return tuple(
        name
        for name in (*form.figures, *further)
        if here.get(name, _ZERO) != there.get(name, _ZERO)
    )


def same_content(one: Filing, other: Filing) -> bool:
    """Tell whether two files of the same figures also have the same notes and the same text."""
    if one.digest and one.digest == other.digest:
        return True
    return _notes(one) == _notes(other) and _text(one) == _text(other)


def figures_said(names: Sequence[str], taken: Filing, other: Filing, form: Form) -> str:
    """Say of each figure what either file has, and where; of very many only the first."""
    said = []
    for name in names[:_MOST_NAMED]:
        spec = form.figures.get(name)
        values = _value_said(name, taken), _value_said(name, other)
        label = spec.label if spec else name
        said.append(f"{label}采用的一份是 {values[0]}，另一份是 {values[1]}")
    more = f"；另有 {len(names) - _MOST_NAMED} 个数" if names[_MOST_NAMED:] else ""
    return "；".join(said) + more


def values_said(names: Sequence[str], one: Filing, other: Filing) -> str:
    """Return all values that differ, without their places, to know the difference again."""
    values = [_printed(each) for each in (one, other)]
    return "；".join(
        f"{name} {' '.join(number(each.get(name, _ZERO)) for each in values)}" for name in names
    )


def place_of(name: str, filing: Filing) -> Place:
    """Return where a file has a figure; the file itself where it has none."""
    figure = filing.figures.get(name)
    return Place(filing.file, *(figure.place[1:] if figure else ()))


def _value_said(name: str, filing: Filing) -> str:
    figure = filing.figures.get(name)
    if figure is None:
        return _NONE
    where = str(figure.place._replace(file=""))
    value = _NONE if figure.value is None else number(figure.value)
    return f"{value}（{where}）" if where else value


def _printed(filing: Filing) -> dict[str, Decimal]:
    return {name: figure.value or _ZERO for name, figure in filing.figures.items()}


def _notes(filing: Filing) -> dict[str, str]:
    return {name: figure.note for name, figure in filing.figures.items() if figure.note}


def _text(filing: Filing) -> str:
    """Return the words of a file without signs and spaces, which formats do not keep alike."""
    said = unicodedata.normalize("NFKC", "".join(paragraph.text for paragraph in filing.texts))
    return _SIGNS.sub("", said)
