"""Figures, indicators and 基本信息 as an edited document has them, in tables and in text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from generator.form.vocabulary import Form
from generator.manuscript.review.generated_lines import Segment
from generator.model.narrative import citable
from generator.model.report import Entry, Indicator, Report
from generator.model.typed_input.cells import filled, understand_printed
from generator.model.typed_input.entries import entry_value
from generator.model.typed_input.number import understand

_PERCENT = 100


@dataclass(frozen=True)
class Contradiction:
    """A number in the text that was cited, was changed, and does not fit the rest."""

    line: int
    name: str
    there: str
    """What the text says now."""
    due: str
    """What the table, or the rest of the text, says."""


@dataclass
class Values:
    """What a document says, as far as it says it without contradiction."""

    report: Report
    """The report that the document was made from, with the document's values."""
    unreadable: dict[str, str] = field(default_factory=dict)
    """Figures whose cell holds no number, with what it holds."""
    contradictions: list[Contradiction] = field(default_factory=list)
    outdated: list[Contradiction] = field(default_factory=list)
    """Cited numbers that nobody has changed in the text, though their figure was changed."""


def values_of(
    report: Report,
    tables: Mapping[str, str],
    lines: Sequence[Sequence[Segment]],
    form: Form,
    *,
    doubtful: Collection[str | int] = (),
    captions: Mapping[str, str] = MappingProxyType({}),
) -> Values:
    """Return the values of a document.

    `tables` holds the text of the figures' cells, `lines` the segments of every line. Of those
    figures and lines that are `doubtful`, no number is taken. `captions` are the numbers that
    captions have by now.
    """
    values = Values(report)
    _take_tables(values, tables, doubtful, form)
    names = {**citable(values.report, form), **captions}
    said: dict[str, list[tuple[int, str]]] = {}
    for at, segments in enumerate(lines):
        for one in segments:
            if one.piece.name:
                said.setdefault(one.piece.name, []).append((at, one.piece.shown))
    before = citable(report, form)
    for name, places in said.items():
        values.outdated += [
            Contradiction(at, name, text, names[name])
            for at, text in places
            if text == before[name] != names[name]
        ]
        changed = [(at, text) for at, text in places if text not in (before[name], names[name])]
        certain = not any(at in doubtful for at, _ in changed)
        others = {text for _, text in places} - {text for _, text in changed}
        if not changed:
            continue
        agreed = {text for _, text in changed}
        agrees = certain and len(agreed) == 1 and not others
        if agrees and _take(values, name, changed[0][1], form):
            continue
        values.contradictions += [
            Contradiction(at, name, text, names[name]) for at, text in changed
        ]
    return values


def _take_tables(
    values: Values, tables: Mapping[str, str], doubtful: Collection[str | int], form: Form
) -> None:
    figures = dict(values.report.figures)
    for name, text in tables.items():
        figure = figures.get(name)
        if figure is None or text.strip() == figure.printed:
            continue
        column = form.figures[name].column
        typed = understand_printed(text, column)
        unreadable = bool(typed.problem) if figure.words else typed.value is None
        if unreadable or name in doubtful:
            values.unreadable[name] = text.strip()
        else:
            figures[name] = filled(typed, column, text.strip(), figure.place)
    values.report = replace(values.report, figures=figures)


def _number_shown(text: str) -> Decimal | None:
    """Return the number that a text shows: 98.5% is 0.985."""
    if text.endswith("%"):
        value = understand(text.removesuffix("%")).value
        return None if value is None else value / _PERCENT
    return understand(text).value


def _take(values: Values, name: str, text: str, form: Form) -> bool:
    """Take a value that only the text gives; tell whether that was possible."""
    report = values.report
    if indicator := report.indicators.get(name):
        value = _number_shown(text)
        if value is None or text.endswith("%") != indicator.printed.endswith("%"):
            return False
        changed: Indicator = replace(indicator, value=value, printed=text)
        values.report = replace(report, indicators={**report.indicators, name: changed})
        return True
    spec = next((entry for entry in form.entries if entry.name == name), None)
    if spec is None or name not in report.entries:
        return False
    given = entry_value(spec, text)
    if given is None or Entry(given).printed != text:
        return False
    entry = replace(report.entries[name], value=given)
    values.report = replace(report, entries={**report.entries, name: entry})
    return True
