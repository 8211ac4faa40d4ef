"""Lines of a cell → its text: which of them go on in the next, and which are several things."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.formats.pdf.reading.ruled import RuledCell, RuledTable, Spot
from generator.formats.pdf.reading.text_lines import TextLine, between

_EXACT = 0.1  # points
_SLACK = 0.1  # of a character's size
_LINE = 1.3  # sizes, from the last line to the end of a cell, where there is no room for another
_PITCH = 1.9  # sizes from a line to the next, at most, of one number
_PADDING = 12.0  # points on both sides of a cell's text; programs leave 11 at most by themselves


class Room(NamedTuple):
    """How much room the cells of a table have for a line, as far as its text tells."""

    inset: float
    """Points of a cell's width that its text leaves free: what the fullest line leaves."""
    widest: Mapping[Spot, float]
    """Length of the longest number in a column, by the column and how many there are in one."""


def room_in(table: RuledTable, lines: Mapping[Spot, Sequence[TextLine]]) -> Room:
    """Return how much room there is in the cells of a table with some lines."""
    free: list[float] = []
    widest: dict[Spot, float] = {}
    for spot, found in lines.items():
        cell = table.cells[spot]
        if len(found) > 1:
            free.append(_width(cell) - max(map(_length, found)))
        numbers = [_length(line) for line in found if line.text.isdecimal()]
        key = cell.column, cell.columns
        widest[key] = max([widest.get(key, 0.0), *numbers])
    return Room(max(0.0, min(free, default=0.0)), widest)


def text_of(lines: Sequence[TextLine], cell: RuledCell, room: Room) -> str:
    """Return the text of a cell, whose lines go on where there was no room for more.

    Numbers go on only where a column has none that is longer: else there are several.
    """
    return "".join(_pieces(lines, cell, room))


def _pieces(lines: Sequence[TextLine], cell: RuledCell, room: Room) -> Iterator[str]:
    for last, line in pairwise([None, *lines]):
        if last and line:
            if is_broken_number(last, line, cell, room):
                pass
            elif _digits(last, line) or _ended(last, line, cell, room):
                yield "\n"
            else:
                yield between(last, line)
        yield line.text if line else ""


def is_broken_number(line: TextLine, following: TextLine, cell: RuledCell, room: Room) -> bool:
    """Tell whether a number goes on in the next line, because its cell is too narrow for it."""
    if not _digits(line, following):
        return False
    if cell.rows > 1 or following.box.bottom - line.box.bottom > _PITCH * line.size:
        return False  # each of its own row
    digit = _length(following) / len(following.text)
    with_it = _length(line) + digit
    longest = room.widest.get((cell.column, cell.columns), 0.0)
    return with_it > longest + _EXACT and _width(cell) < with_it + _PADDING


def is_full(lines: Sequence[TextLine], cell: RuledCell, room: Room) -> bool:
    """Tell whether there is no room for one character more, to the right and below."""
    if not lines:
        return False
    last = lines[-1]
    at_end = cell.box.bottom - last.box.bottom < _LINE * last.size
    return at_end and _width(cell) - room.inset - _length(last) < last.size


def _digits(line: TextLine, following: TextLine) -> bool:
    return line.text[-1:].isdecimal() and following.text[:1].isdecimal()


def _ended(line: TextLine, following: TextLine, cell: RuledCell, room: Room) -> bool:
    free = _width(cell) - room.inset - _length(line)
    return free > following.first_unit + _SLACK * line.size


def _width(cell: RuledCell) -> float:
    return cell.box.x1 - cell.box.x0


def _length(line: TextLine) -> float:
    return line.box.x1 - line.box.x0
