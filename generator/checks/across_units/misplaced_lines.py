"""Rows and columns whose figures stand where others stood last year: swapped, or one cell off."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.checks.across_units.numbers import Numbers
from generator.checks.across_units.own_figures import OwnFigures
from generator.checks.across_units.yearly_change import YearlyChange
from generator.form.vocabulary import Form, Table

_SUSPECT = 1.5
"""Distance from last year from which it is asked whether a line stands elsewhere."""
_CERTAIN = 10.0
"""By how much nearer last year the figures must be where they would belong."""
_SHORTEST = 3
"""Cells of a line that may have been pasted one cell off."""


class Line(NamedTuple):
    """A row or a column of figures that are no totals."""

    label: str
    cells: tuple[str, ...]
    """Names of its figures; empty where one is a total."""
    kind: str
    """行 or 列."""

    @property
    def figures(self) -> tuple[str, ...]:
        """Those that are no totals."""
        return tuple(name for name in self.cells if name)


class Misplaced(NamedTuple):
    """What looks as if it stood in the wrong place."""

    said: str
    figures: tuple[str, ...]
    """Those concerned, of which people should look at the first."""
    gain: float
    """How much likelier that is than what stands there."""


class Lines:
    """The rows and columns of a form's tables that could be taken for each other."""

    def __init__(self, form: Form, own: OwnFigures) -> None:
        self._groups = [
            group for table in form.tables for group in _alike(table, frozenset(own.names)) if group
        ]

    def misplaced(self, now: Numbers, then: Numbers, change: YearlyChange) -> Misplaced | None:
        """Return what is likeliest to stand in the wrong place; None where nothing is."""
        found = [
            one
            for group in self._groups
            for one in _misplaced(group, _known(now), _known(then), change)
        ]
        return max(found, key=lambda one: one.gain, default=None)


def _known(numbers: Numbers) -> dict[str, float]:
    return {name: float(value) for name, value in numbers.items() if value}


def _alike(table: Table, own: frozenset[str]) -> Iterator[list[Line]]:
    """Yield groups of lines with the same cells across: of rows, and of the columns of a block."""
    rows: dict[tuple[tuple[str, bool], ...], list[Line]] = {}
    for block in table.blocks:
        columns = [
            (column.label[-1], [row.name + column.name for row in block.rows])
            for column in block.columns
        ]
        yield [Line(label, _own(names, own), "列") for label, names in columns]
        shape = tuple((column.unit, column.decimals) for column in block.columns)
        for row in block.rows:
            names = [row.name + column.name for column in block.columns]
            label = row.label[-1] if row.label else table.title
            rows.setdefault(shape, []).append(Line(label, _own(names, own), "行"))
    yield from rows.values()


def _own(names: Sequence[str], own: frozenset[str]) -> tuple[str, ...]:
    return tuple(name if name in own else "" for name in names)


def _misplaced(
    lines: Sequence[Line], now: dict[str, float], then: dict[str, float], change: YearlyChange
) -> Iterator[Misplaced]:
    suspects: list[Line] = []
    for line in lines:
        figures = line.figures
        if any(name in now or name in then for name in figures):
            far = _distance(figures, figures, now, then, change)
            if far >= _SUSPECT:
                suspects.append(line)
                yield from _one_off(line, far, now, then, change)
    for one, other in combinations(suspects, 2):
        both = [pair for pair in zip(one.cells, other.cells, strict=True) if all(pair)]
        if not both:
            continue
        ones, others = zip(*both, strict=True)
        gain = (
            _distance(ones, ones, now, then, change)
            + _distance(others, others, now, then, change)
            - _distance(ones, others, now, then, change)
            - _distance(others, ones, now, then, change)
        )
        if gain >= _CERTAIN:
            said = f"“{one.label}”与“{other.label}”两{one.kind}的数像是互换了"
            yield Misplaced(said, (*ones, *others), gain)


def _one_off(
    line: Line, far: float, now: dict[str, float], then: dict[str, float], change: YearlyChange
) -> Iterator[Misplaced]:
    """Find a line that was pasted one cell too far, or not far enough."""
    figures = line.figures
    if len(figures) < _SHORTEST:
        return
    first, last = figures[0], figures[-1]
    for ones, others, vacated, lost in (
        (figures[1:], figures[:-1], first, last),
        (figures[:-1], figures[1:], last, first),
    ):
        beside = _distance(ones, others, now, then, change)
        beside += change.distance(0, now.get(vacated, 0))
        beside += change.distance(then.get(lost, 0), 0)
        if far - beside >= _CERTAIN:
            said = f"“{line.label}”一{line.kind}的数像是错了一格"
            yield Misplaced(said, figures, far - beside)


def _distance(
    ones: Sequence[str],
    others: Sequence[str],
    now: dict[str, float],
    then: dict[str, float],
    change: YearlyChange,
) -> float:
    """Return how far figures of this year are from those of the last, cell by cell."""
    return sum(
        change.distance(then.get(other, 0), now.get(one, 0))
        for one, other in zip(ones, others, strict=True)
        if one in now or other in then
    )
