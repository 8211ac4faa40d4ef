"""The short ways of naming many figures at once, in ties and sums.

收案个人          one figure
收案个人..收案单位  from one to another: along their row, or down their column
收案*             one for each figure whose name begins so; what `*` stands for is the same in
                 the whole tie, so that there is one tie for each row or column
收案个人@上年      that of last year's report
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.form.mistakes import nearest
from generator.form.vocabulary import FigureSpec, Table, Term

ANY, TO, LAST_YEAR = "*", "..", "@上年"


class Unclear(Exception):  # noqa: N818 - what it is, not what went wrong
    """What is written means no figures; its message is a Chinese sentence without its stop."""

    def __init__(self, said: str, at: int = 0) -> None:
        super().__init__(said)
        self.at = at
        """Which of the things written it is."""


class Place(NamedTuple):
    """Where a figure stands."""

    spec: FigureSpec
    block: int
    """Of all blocks of all tables: nothing goes from one block into another."""
    row: int
    column: int


Figures = Mapping[str, Place]
"""Every figure by its name, in the order of the form."""


def places_of(tables: Iterable[Table]) -> dict[str, Place]:
    """Return where every figure stands."""
    found: dict[str, Place] = {}
    for number, block in enumerate(block for table in tables for block in table.blocks):
        for down, row in enumerate(block.rows):
            for across, column in enumerate(block.columns):
                spec = FigureSpec(row.name + column.name, row, column)
                found[spec.name] = Place(spec, number, down, across)
    return found


def stands_for(written: Sequence[str], figures: Figures) -> list[tuple[str, Place | None]]:
    """Return what `*` stands for in something written, with the first figure that it then names.

    Without a `*` that is nothing, once. Raise Unclear where it stands for something in one place
    and not in another.
    """
    patterns = [
        (end, at) for at, one in enumerate(written) for end in _plain(one).split(TO) if ANY in end
    ]
    if not patterns:
        return [("", None)]
    telling = [one for one in patterns if one[0] != ANY] or patterns[:1]
    (first, _), *_others = telling
    due: dict[str, Place] = {}
    for pattern, at in telling:
        fits = _fitting(pattern, figures, at)
        due = due or fits
        for word in due.keys() ^ fits.keys():
            has, lacks = (first, pattern) if word in due else (pattern, first)
            missing = lacks.replace(ANY, word)
            raise Unclear(f"“{has}”有“{has.replace(ANY, word)}”，却没有叫“{missing}”的数字", at)
    return list(due.items())


def terms_meant(written: Sequence[str], word: str, figures: Figures) -> tuple[Term, ...]:
    """Return the terms that are written, with what `*` stands for. Raise Unclear."""
    return tuple(
        Term(name, LAST_YEAR in one)
        for one in written
        for name in _names(_plain(one).replace(ANY, word), figures)
    )


def _plain(written: str) -> str:
    return written.replace(LAST_YEAR, "").strip()


def _fitting(pattern: str, figures: Figures, at: int) -> dict[str, Place]:
    """Return what `*` may stand for, in the order of the form."""
    if pattern.count(ANY) != 1:
        raise Unclear(f"“{pattern}”里的 * 只能有一个", at)
    begin, end = pattern.split(ANY)
    fits = {
        name[len(begin) : len(name) - len(end)]: place
        for name, place in figures.items()
        if len(name) >= len(begin) + len(end) and name.startswith(begin) and name.endswith(end)
    }
    if not fits:
        near = nearest(pattern.replace(ANY, ""), list(figures))
        raise Unclear(f"没有一个数字的名称合乎“{pattern}”{near}", at)
    return fits


def _names(written: str, figures: Figures) -> list[str]:
    ends = written.split(TO)
    for name in ends:
        if name not in figures:
            raise Unclear(f"没有叫“{name}”的数字{nearest(name, list(figures))}")
    if len(ends) == 1:
        return ends
    first, last = (figures[name] for name in (ends[0], ends[-1]))
    down = first.column == last.column and first.row < last.row
    along = first.row == last.row and first.column < last.column
    if len(ends) > 2 or first.block != last.block or not (down or along):  # noqa: PLR2004 - from, to
        raise Unclear(f"“{written}”两头的数字要在同一行或同一列，前一个在前")
    return [
        name
        for name, place in figures.items()
        if place.block == first.block
        and first.row <= place.row <= last.row
        and first.column <= place.column <= last.column
    ]
