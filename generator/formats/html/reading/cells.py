"""Where the cells of a table stand, as browsers lay them out."""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from generator.formats.html.reading.limits import MOST_CELLS, TooMuch
from generator.formats.html.reading.markup import tag_of

_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = {"td", "th"}
_NO_ROWS = {"caption", "colgroup", "col", "table", *_CELLS}
_SPAN = re.compile(r"\s*\+?(\d{1,5})", re.ASCII)
_MOST_COLUMNS = 1000  # as browsers have it


class PlacedCell(NamedTuple):
    """A cell, from its upper left corner, counted from 0."""

    row: int
    column: int
    rows: int
    columns: int
    element: etree._Element
    heads: bool
    """Whether it stands among the rows that are printed again on every page."""


class _Row(NamedTuple):
    group: str
    number: int
    """Of the group; 0 of rows that stand in none."""
    cells: list[etree._Element]


class Layout(NamedTuple):
    """The cells of a table."""

    shown: list[PlacedCell]
    hidden: list[etree._Element]


def layout_of(table: etree._Element, hides: Callable[[etree._Element], bool]) -> Layout:
    """Return the cells of a table, without those of tables in it.

    `hides` says of an element that it is not shown, and takes no place. A cell reaches down at
    most to the end of its group of rows. Raise TooMuch.
    """
    found = Layout([], [])
    rows = list(_shown(table, hides, found.hidden))
    last = {row.number: at for at, row in enumerate(rows)}
    taken_until: dict[int, int] = {}
    spots = 0
    for at, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while taken_until.get(column, 0) > at:
                column += 1
            columns = min(max(_span(cell, "colspan"), 1), _MOST_COLUMNS)
            left = last[row.number] - at + 1
            high = min(_span(cell, "rowspan") or left, left)
            spots += columns * high
            if spots > MOST_CELLS or column > _MOST_COLUMNS:
                raise TooMuch("表格的格子")
            heads = row.group == "thead"
            found.shown.append(PlacedCell(at, column, high, columns, cell, heads))
            taken_until |= dict.fromkeys(range(column, column + columns), at + high)
            column += columns
    return found


def _shown(
    table: etree._Element, hides: Callable[[etree._Element], bool], hidden: list[etree._Element]
) -> Iterator[_Row]:
    """Yield the rows that are shown, with their cells that are, the head first, the foot last."""
    for row in sorted(_rows(table), key=lambda row: _GROUPS.index(row.group)):
        unseen = [cell for cell in row.cells if any(map(hides, _up_to(table, cell)))]
        hidden += unseen
        if not unseen or len(unseen) < len(row.cells):
            yield row._replace(cells=[cell for cell in row.cells if cell not in unseen])


def _up_to(table: etree._Element, cell: etree._Element) -> Iterator[etree._Element]:
    yield cell
    yield from takewhile(lambda one: one is not table, cell.iterancestors())


def _rows(holder: etree._Element, group: str = "tbody", number: int = 0) -> Iterator[_Row]:
    """Yield the rows of a table or of a group; cells that stand in no row make one."""
    lonely: list[etree._Element] = []
    for at, child in enumerate(holder, 1):
        tag = tag_of(child)
        if tag in _CELLS:
            if not lonely:
                yield _Row(group, number, lonely)
            lonely.append(child)
            continue
        lonely = []
        if tag == "tr":
            yield _Row(group, number, _cells(child))
        elif tag in _GROUPS and number == 0:
            yield from _rows(child, tag, at)
        elif tag not in _NO_ROWS and number == 0:  # a form around rows, which browsers pass over
            groups = (one for one in child if tag_of(one) in _GROUPS)
            rows = [child, *groups]
            yield from (_Row(group, at, _cells(row)) for one in rows for row in one if _is_row(row))


def _is_row(element: etree._Element) -> bool:
    return tag_of(element) == "tr"


def _cells(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row, and those in elements that do not belong there, as forms."""
    found: list[etree._Element] = []
    for child in row:
        tag = tag_of(child)
        if tag in _CELLS:
            found.append(child)
        elif tag != "table":
            found += [one for one in child if tag_of(one) in _CELLS]
    return found


def _span(cell: etree._Element, name: str) -> int:
    """Return how far a cell reaches; 0 where it is told to reach to the end, 1 for nonsense."""
    found = _SPAN.match(cell.get(name) or "")
    return int(found[1]) if found else 1
