"""Straight rules of a page → tables: their cells, merged ones too.

The rules that touch each other make a table. They divide it into the smallest fields that any of
them bounds; fields without a rule between them are one cell. So it does not matter whether a
program draws a line for each cell, for each row or for the whole table, as strokes, dashes or thin
areas, nor whether the outermost lines are there.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.formats.pdf.reading.drawn_page import Box, Point, Rule

_NEAR = 3.0
"""Points by which rules may miss each other; a double line is one."""
_GAP = 4.5  # between dashes
_SHORTEST = 5.0
_BOUNDS = 0.6  # of a field's side that a rule must go along
_FEWEST_CELLS = 2
_MOST_MEETINGS = 250_000
"""Rules of one way times those of the other: a table of 500 rows; what has more is a drawing."""

Spot = tuple[int, int]


class RuledCell(NamedTuple):
    """A cell of a table: where it begins, how many rows and columns it takes, and its outline."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


class RuledTable:
    """A table as its rules make it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Take the rules that touch each other."""
        upright = [rule for rule in rules if rule.upright]
        level = [rule for rule in rules if not rule.upright]
        self.xs = _places(upright, level)
        self.ys = _places(level, upright)
        self.box = Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])
        across, down = len(self.xs) - 1, len(self.ys) - 1
        right = _walls(upright, self.xs, self.ys)
        below = {(row, column) for column, row in _walls(level, self.ys, self.xs)}
        self._cell_of = _joined(down, across, right, below)
        self.cells, self.odd = self._outlined()

    def cell_at(self, point: Point) -> Spot:
        """Return the row and column in which the cell begins that holds a point of the table."""
        x, y = point
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self._cell_of[row, column]

    def _outlined(self) -> tuple[dict[Spot, RuledCell], set[Spot]]:
        """Return the cells, and which of them are no rectangles."""
        fields: dict[Spot, list[Spot]] = {}
        for field, first in self._cell_of.items():
            fields.setdefault(first, []).append(field)
        cells: dict[Spot, RuledCell] = {}
        odd: set[Spot] = set()
        for first, own in fields.items():
            bottom = max(row for row, _ in own) + 1
            left = min(column for _, column in own)
            right = max(column for _, column in own) + 1
            top = first[0]
            if len(own) != (bottom - top) * (right - left):
                odd.add(first)
            outline = Box(self.xs[left], self.ys[top], self.xs[right], self.ys[bottom])
            cells[first] = RuledCell(top, first[1], bottom - top, right - first[1], outline)
        return cells, odd


def tables_in(rules: Iterable[Rule]) -> list[RuledTable]:
    """Return the tables of a page, from top to bottom; a box around text is none."""
    whole = _whole_rules(rules)
    upright = sum(rule.upright for rule in whole)
    groups = _touching(whole) if upright * (len(whole) - upright) <= _MOST_MEETINGS else []
    tables = [
        RuledTable(group)
        for group in groups
        if any(rule.upright for rule in group) and any(not rule.upright for rule in group)
    ]
    kept = [table for table in tables if len(table.cells) >= _FEWEST_CELLS]
    return sorted(kept, key=lambda table: (table.box.top, table.box.x0))


def _whole_rules(given: Iterable[Rule]) -> list[Rule]:
    """Join the pieces of each line, and leave out what is too short to bound a cell."""
    rules, found = list(given), list[Rule]()
    for upright in (True, False):
        same = sorted(rule for rule in rules if rule.upright is upright)
        for line in _lines(same):
            at = sum(rule.at for rule in line) / len(line)
            start, end = line[0].start, line[0].end
            for piece in line[1:]:
                if piece.start > end + _GAP:
                    found.append(Rule(upright, at, start, end))
                    start = piece.start
                    end = piece.end
                end = max(end, piece.end)
            found.append(Rule(upright, at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _SHORTEST]


def _lines(rules: Sequence[Rule]) -> Iterable[list[Rule]]:
    """Yield the pieces that lie on one line, sorted along it."""
    line: list[Rule] = []
    for rule in rules:
        if line and rule.at - line[0].at > _NEAR:
            yield sorted(line, key=lambda one: one.start)
            line = []
        line.append(rule)
    if line:
        yield sorted(line, key=lambda one: one.start)


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Group the rules that cross or meet."""
    group = list(range(len(rules)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    level = [at for at, rule in enumerate(rules) if not rule.upright]
    for at, rule in enumerate(rules):
        if not rule.upright:
            continue
        for other in level:
            across = rules[other]
            meets = across.start - _NEAR <= rule.at <= across.end + _NEAR
            if meets and rule.start - _NEAR <= across.at <= rule.end + _NEAR:
                group[root(other)] = root(at)
    found: dict[int, list[Rule]] = {}
    for at, rule in enumerate(rules):
        found.setdefault(root(at), []).append(rule)
    return list(found.values())


def _places(rules: Sequence[Rule], others: Sequence[Rule]) -> list[float]:
    """Return where rules stand, and how far the others reach beyond: a border may be missing."""
    places: list[float] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if not places or rule.at - places[-1] > _NEAR:
            places.append(rule.at)
    first, last = min(rule.start for rule in others), max(rule.end for rule in others)
    if first < places[0] - _NEAR:
        places.insert(0, first)
    if last > places[-1] + _NEAR:
        places.append(last)
    return places


def _walls(
    rules: Sequence[Rule], places: Sequence[float], along: Sequence[float]
) -> set[tuple[int, int]]:
    """Return which fields have a rule behind them: number along it, and number of the field."""
    walls: set[tuple[int, int]] = set()
    for rule in rules:
        behind = min(range(len(places)), key=lambda at: abs(places[at] - rule.at)) - 1
        for at, (start, end) in enumerate(pairwise(along)):
            if min(end, rule.end) - max(start, rule.start) >= _BOUNDS * (end - start):
                walls.add((at, behind))
    return walls


def _joined(down: int, across: int, right: set[Spot], below: set[Spot]) -> dict[Spot, Spot]:
    """Return for each field the first one of its cell."""
    first: dict[Spot, Spot] = {
        (row, column): (row, column) for row in range(down) for column in range(across)
    }

    def root(spot: Spot) -> Spot:
        while first[spot] != spot:
            spot = first[spot]
        return spot

    for row in range(down):
        for column in range(across):
            for wall, other in (
                ((row, column) in right, (row, column + 1)),
                ((row, column) in below, (row + 1, column)),
            ):
                if not wall and other in first:
                    one, two = sorted((root((row, column)), root(other)))
                    first[two] = one
    return {spot: root(spot) for spot in first}
