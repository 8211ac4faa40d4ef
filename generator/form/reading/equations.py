"""Ties and sums of a form: one that is written for every row or column becomes one for each."""

from collections.abc import Iterator, Sequence

from generator.form.mistakes import Steps
from generator.form.reading.figures_meant import (
    ANY,
    Figures,
    Place,
    Unclear,
    stands_for,
    terms_meant,
)
from generator.form.reading.typed import Reader
from generator.form.vocabulary import Sum, Term, Tie

_LABEL = "{label}"
_MOST_TERMS = 50_000
"""Of all ties and sums together: two hundred times as many as the largest form has."""
_SIDES = ("left", "divided_by", "right")


def read_ties(value: object, figures: Figures, reader: Reader) -> tuple[Tie, ...]:
    """Return the ties. {label} in a title is the label of what `*` stands for."""
    found: list[Tie] = []
    for at, item in enumerate(reader.items(value, ("ties",))):
        if reader.terms > _MOST_TERMS:
            break
        steps: Steps = ("ties", at)
        said = reader.table(item, steps)
        fields = reader.fields(Tie, said, steps, but=frozenset(_SIDES))
        written = {side: _names(said, side, steps, reader) for side in _SIDES}
        all_sides = [name for side in _SIDES for name in written[side]]
        ways = [(*steps, side, at) for side in _SIDES for at in range(len(written[side]))]
        for word, place in _each(all_sides, figures, ways, reader):
            if reader.terms > _MOST_TERMS:
                break
            sides = {
                side: _meant(names, word, figures, (*steps, side), reader)
                for side, names in written.items()
            }
            reader.origins["ties", len(found)] = steps
            title = fields["title"].replace(_LABEL, _label(place, all_sides))
            found.append(_this_year_right(Tie(**{**fields, **sides, "title": title})))
        if reader.origins.get(("ties", len(found) - 1)) != steps:  # its rule is not without a tie
            reader.origins["ties", len(found)] = steps
            found.append(Tie(**fields, left=(), right=()))
    return tuple(found)


def _this_year_right(tie: Tie) -> Tie:
    """Return a tie with last year's report so that what it says of this year's stands right."""
    one_of_each = len(tie.left) == len(tie.right) == 1
    if tie.is_sum and one_of_each and tie.right[0].last_year and not tie.left[0].last_year:
        return tie._replace(left=tie.right, right=tie.left)
    return tie


def read_sums(value: object, figures: Figures, reader: Reader) -> tuple[Sum, ...]:
    """Return the sums; a `*` in a name is what the one in its figures stands for."""
    found: list[Sum] = []
    for at, item in enumerate(reader.items(value, ("sums",))):
        if reader.terms > _MOST_TERMS:
            break
        steps: Steps = ("sums", at)
        said = reader.table(item, steps)
        fields = reader.fields(Sum, said, steps, but=frozenset({"figures"}))
        written = _names(said, "figures", steps, reader)
        ways = [(*steps, "figures", at) for at in range(len(written))]
        for word, _ in _each(written, figures, ways, reader):
            if reader.terms > _MOST_TERMS:
                break
            terms = _meant(written, word, figures, (*steps, "figures"), reader)
            reader.origins["sums", len(found)] = steps
            name = fields["name"].replace("*", word)
            found.append(Sum(name, tuple(term.figure for term in terms)))
            if any(term.last_year for term in terms):
                reader.tell((*steps, "figures"), "合计里不能有上年的数（@上年）")
    return tuple(found)


def _names(said: dict[str, object], key: str, steps: Steps, reader: Reader) -> tuple[str, ...]:
    if key not in said and key != "divided_by":
        reader.tell(steps, f"缺少 {key}")
    names: tuple[str, ...] = reader.read(tuple[str, ...], said.get(key, []), (*steps, key))
    if said.get(key) == [] and key == "divided_by":
        reader.tell((*steps, key), "divided_by 是空的；不是相除的不写")
    return names


def _each(
    written: Sequence[str], figures: Figures, ways: Sequence[Steps], reader: Reader
) -> Iterator[tuple[str, Place | None]]:
    try:
        yield from stands_for(written, figures)
    except Unclear as why:
        reader.tell(ways[why.at], str(why))


def _meant(
    names: tuple[str, ...], word: str, figures: Figures, steps: Steps, reader: Reader
) -> tuple[Term, ...]:
    terms: list[Term] = []
    for at, name in enumerate(names):
        try:
            terms += terms_meant([name], word, figures)
            reader.terms += len(terms)
            if reader.terms > _MOST_TERMS:  # told once: nothing more is read then
                reader.tell((*steps, at), f"勾稽关系、合计里的数已超过 {_MOST_TERMS} 个")
                return ()
        except Unclear as why:
            reader.tell((*steps, at), str(why))
    return tuple(terms)


def _label(place: Place | None, written: Sequence[str]) -> str:
    """Return the label of a row, where `*` begins the names, or else of a column."""
    if place is None:
        return ""
    rows = any(name.startswith(ANY) for name in written)
    label = place.spec.row.label if rows else place.spec.column.label
    return label[-1] if label else ""
