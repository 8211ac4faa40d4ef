"""What stands around a chart: its title above, below what explains its colours."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.formats.svg.lettering import LINE, broken, wide
from generator.formats.svg.marks import BASELINE, Anchor, mark, plain, text_at
from generator.model.chart_look.space import USUAL
from generator.model.chart_look.words import TITLE_SIZE, title_and_unit
from generator.model.exhibits import Chart

Sign = Callable[[int, float, float], str]
"""Draws the sign of a colour, by its number, with its middle at a place."""

MARGIN = 6.0
SIGN = 22.0
"""How wide a sign is in the legend."""

_BETWEEN = 12.0
_UNDER_A_TITLE = 6.0


class Room(NamedTuple):
    """A part of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From its left to its right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From its top to its bottom."""
        return self.bottom - self.top


def titled(chart: Chart, room: Room) -> tuple[str, Room]:
    """Return the title of a chart with its unit, and the room below."""
    title, unit = title_and_unit(chart)
    if not title and not unit:
        return "", room
    lines = list(broken(title, TITLE_SIZE, room.width)) if title else []
    alone = not lines or wide(lines[-1], TITLE_SIZE) + wide(unit, USUAL) > room.width
    if alone:
        lines.append("")
    high = TITLE_SIZE * LINE
    drawn = []
    for at, text in enumerate(lines):
        bold = mark("tspan", plain(text), font_weight="bold") if text else ""
        last = at == len(lines) - 1
        small = mark("tspan", plain(unit), font_size=USUAL) if unit and last else ""
        middle = room.top + high * (at + 0.5)
        drawn.append(
            mark(
                "text",
                bold + small,
                x=(room.left + room.right) / 2,
                y=middle + TITLE_SIZE * BASELINE,
                font_size=TITLE_SIZE,
                text_anchor="middle",
            )
            if bold or small
            else ""
        )
    return "".join(drawn), room._replace(top=room.top + high * len(lines) + _UNDER_A_TITLE)


def explained(names: list[str], sign: Sign, room: Room) -> tuple[str, Room]:
    """Return the legend, in as many rows as it needs, and the room above."""
    rows = list(_rows(names, room.width))
    heights = [max(len(lines) for _, lines in row) * LINE * USUAL for row in rows]
    top = room.bottom - sum(heights)
    drawn, y = [], top
    for row, height in zip(rows, heights, strict=True):
        x = (room.left + room.right - _row_width(row)) / 2
        for at, lines in row:
            drawn.append(sign(at, x + SIGN / 2, y + LINE * USUAL / 2))
            for number, text in enumerate(lines):
                middle = y + LINE * USUAL * (number + 0.5)
                drawn.append(text_at(x + SIGN + 3, middle, text, USUAL, Anchor.START))
            x += _entry_width(lines) + _BETWEEN
        y += height
    return "".join(drawn), room._replace(bottom=top - MARGIN)


_Entry = tuple[int, tuple[str, ...]]


def _rows(names: list[str], most: float) -> Iterator[list[_Entry]]:
    row: list[_Entry] = []
    for at, name in enumerate(names):
        entry = at, broken(name, USUAL, most - SIGN - 3)
        if row and _row_width([*row, entry]) > most:
            yield row
            row = []
        row.append(entry)
    if row:
        yield row


def _row_width(row: list[_Entry]) -> float:
    return sum(_entry_width(lines) for _, lines in row) + _BETWEEN * (len(row) - 1)


def _entry_width(lines: tuple[str, ...]) -> float:
    return SIGN + 3 + max(wide(line, USUAL) for line in lines)
