"""The text of a table's cells, and what of it is not certain."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.formats.pdf.reading.drawn_page import Glyph
from generator.formats.pdf.reading.ruled import RuledCell, RuledTable, Spot
from generator.formats.pdf.reading.text_lines import TextLine, between, text_lines

_CUT = 0.2
"""Of a character's width, by which it stands out of its cell on either side: not sure whose."""
_JOINT = 0.12
"""Of a size: digits so near each other are one number, wherever the rule between them is."""
_DIGIT = 0.45
"""Of a size: the narrowest digit is as wide."""
_SLACK = 0.1


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
    """Whether its last line is as long as there is room, so that it may go on elsewhere."""
    broken: bool = False
    """Whether a number in it goes on in the next line."""
    doubt: Doubtful | None = None
    """Why it is blank, where that is not what it says."""


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
    inset = _inset(table, lines)
    cells = tuple(
        _filled(cell, lines.get(spot, ()), inset, page, _why(spot, table, unsure))
        for spot, cell in sorted(table.cells.items())
    )
    return FilledTable(page, page, tuple(table.xs), len(table.ys) - 1, cells)


def _why(spot: Spot, table: RuledTable, unsure: set[Spot]) -> str:
    if spot in table.odd:
        return "它的边框不是一个长方形，分不清有哪几格"
    return "有字压在表格线上，分不清是哪一格的" if spot in unsure else ""


def _cut(glyph: Glyph, cell: RuledCell) -> set[Spot]:
    out = _CUT * (glyph.box.x1 - glyph.box.x0)
    cut = cell.box.x0 - glyph.box.x0 > out or glyph.box.x1 - cell.box.x1 > out
    return {(cell.row, cell.column)} if cut else set()


def _one_number(one: Glyph, other: Glyph) -> bool:
    """Tell whether two digits are drawn as one number, on either side of a rule."""
    if not (one.text.isdecimal() and other.text.isdecimal()):
        return False
    level = abs(one.box.bottom - other.box.bottom) < _JOINT * one.size
    return level and abs(other.box.x0 - one.box.x1) < _JOINT * one.size


def _inset(table: RuledTable, lines: dict[Spot, list[TextLine]]) -> float:
    """Return how much of a cell's width is left free: what its fullest wrapped line leaves."""
    free = [
        cell.box.x1 - cell.box.x0 - max(line.box.x1 - line.box.x0 for line in found)
        for spot, found in lines.items()
        if len(found) > 1 and (cell := table.cells[spot])
    ]
    return max(0.0, min(free, default=0.0))


def _filled(
    cell: RuledCell, lines: Sequence[TextLine], inset: float, page: int, why: str
) -> FilledCell:
    width = cell.box.x1 - cell.box.x0 - inset
    text = "".join(_in_one(lines, width))
    if any(line.overlapping for line in lines):
        why = "有字重叠在一起，看不清"
    return FilledCell(
        cell.row,
        cell.column,
        cell.rows,
        cell.columns,
        "" if why else text,
        page,
        full=bool(lines) and _is_full(lines[-1], width),
        broken=any(_broken_number(*both, width) for both in pairwise(lines)),
        doubt=Doubtful(text, why) if why and text.strip() else None,
    )


def _in_one(lines: Sequence[TextLine], width: float) -> Iterator[str]:
    """Yield the text of a cell, whose lines go on where they are full.

    Digits go on only where a line has no room for one more: else they are several numbers.
    """
    for last, line in pairwise([None, *lines]):
        if last and line:
            digits = last.text[-1:].isdecimal() and line.text[:1].isdecimal()
            goes_on = _broken_number(last, line, width) if digits else not _ended(last, line, width)
            yield between(last, line) if goes_on else "\n"
        yield line.text if line else ""


def _broken_number(line: TextLine, following: TextLine, width: float) -> bool:
    digits = line.text[-1:].isdecimal() and following.text[:1].isdecimal()
    return digits and _room(line, width) < _DIGIT * line.size


def _ended(line: TextLine, following: TextLine, width: float) -> bool:
    return _room(line, width) > following.first_unit + _SLACK * line.size


def _is_full(line: TextLine, width: float) -> bool:
    return _room(line, width) < line.size


def _room(line: TextLine, width: float) -> float:
    return width - (line.box.x1 - line.box.x0)
