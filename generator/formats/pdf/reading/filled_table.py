"""The text of a table's cells, and what of it is not certain."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.formats.pdf.reading.cell_text import (
    Room,
    is_broken_number,
    is_full,
    room_in,
    text_of,
)
from generator.formats.pdf.reading.drawn_page import Glyph
from generator.formats.pdf.reading.ruled import RuledCell, RuledTable, Spot
from generator.formats.pdf.reading.text_lines import TextLine, text_lines

_CUT = 0.2
"""Of a character's width, by which it stands out of its cell on either side: not sure whose."""
_JOINT = 0.12
"""Of a size: digits so near each other are one number, wherever the rule between them is."""
_HAS_DIGIT = re.compile(r"\d")


class Doubtful(NamedTuple):
    """What a cell seems to say, and why that is not certain."""

    text: str
    why: str


class FilledCell(NamedTuple):
    """A cell with its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    page: int
    full: bool = False
    """Whether it has no room for one character more, so that its text may go on elsewhere."""
    broken: bool = False
    """Whether a number in it goes on in the next line."""
    doubt: Doubtful | None = None
    """Why it is not certain what it says; a number is left blank."""


class FilledTable(NamedTuple):
    """A table with its text."""

    first_page: int
    last_page: int
    edges: tuple[float, ...]
    """Where its columns begin, and where the last one ends, in points from the left."""
    height: int
    """In rows."""
    cells: tuple[FilledCell, ...]
    cut_rows: tuple[int, ...] = ()
    """Rows of which a part stood on the next page."""


def filled(table: RuledTable, glyphs: Sequence[Glyph], page: int) -> FilledTable:
    """Return a table with the characters that stand in it, which are in the order of drawing."""
    own: dict[Spot, list[Glyph]] = {}
    unsure: set[Spot] = set()
    last: tuple[Glyph, Spot] | None = None
    for glyph in glyphs:
        spot = table.cell_at(glyph.box.middle)
        own.setdefault(spot, []).append(glyph)
        if glyph.text == " ":
            continue
        unsure |= _cut(glyph, table.cells[spot])
        if last and last[1] != spot and _one_number(last[0], glyph):
            unsure |= {last[1], spot}
        last = glyph, spot
    lines = {spot: text_lines(found) for spot, found in own.items()}
    room = room_in(table, lines)
    cells = tuple(
        _filled(cell, lines.get(spot, ()), room, page, _why(spot, table, unsure))
        for spot, cell in sorted(table.cells.items())
    )
    return FilledTable(page, page, tuple(table.xs), len(table.ys) - 1, cells)


def _why(spot: Spot, table: RuledTable, unsure: set[Spot]) -> str:
    if spot in table.odd:
        return "它的边框不是一个长方形，分不清有哪几格"
    return "有字压在表格线上，分不清是哪一格的" if spot in unsure else ""


def _cut(glyph: Glyph, cell: RuledCell) -> set[Spot]:
    """Return the cell where a letter or a digit lies on its rule."""
    if not glyph.text.isascii():
        return set()  # brackets of Chinese text stand out: half of one is blank
    out = _CUT * (glyph.box.x1 - glyph.box.x0)
    cut = cell.box.x0 - glyph.box.x0 > out or glyph.box.x1 - cell.box.x1 > out
    return {(cell.row, cell.column)} if cut else set()


def _one_number(one: Glyph, other: Glyph) -> bool:
    """Tell whether two digits are drawn as one number, on either side of a rule."""
    if not (one.text.isdecimal() and other.text.isdecimal()):
        return False
    level = abs(one.box.bottom - other.box.bottom) < _JOINT * one.size
    return level and abs(other.box.x0 - one.box.x1) < _JOINT * one.size


def _filled(
    cell: RuledCell, lines: Sequence[TextLine], room: Room, page: int, why: str
) -> FilledCell:
    text = text_of(lines, cell, room)
    if any(line.overlapping for line in lines):
        why = "有字重叠在一起，看不清"
    return FilledCell(
        cell.row,
        cell.column,
        cell.rows,
        cell.columns,
        "" if why and _HAS_DIGIT.search(text) else text,
        page,
        full=is_full(lines, cell, room),
        broken=any(is_broken_number(*both, cell, room) for both in pairwise(lines)),
        doubt=Doubtful(text, why) if why and text.strip() else None,
    )
