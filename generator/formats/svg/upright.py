"""The axes of columns and lines: names below them, numbers on the left."""

from decimal import Decimal
from typing import NamedTuple

from generator.formats.svg.frame import Room
from generator.formats.svg.lettering import LINE, Names, fitted, widest
from generator.formats.svg.marks import Anchor, line, text_at
from generator.formats.svg.scale import Scale, in_digits, scale_of
from generator.formats.svg.values import beyond
from generator.model.chart_look.colours import FAINT, GREY
from generator.model.chart_look.space import USUAL, names_size, names_turned
from generator.model.exhibits import Chart

_GAP = 4.0
_MOST_FOR_NAMES, _MOST_FOR_VALUES = 0.55, 0.4  # of the height


class Upright(NamedTuple):
    """Where the points of a chart stand between its axes."""

    room: Room
    scale: Scale
    slot: float
    """How wide the room of one category is."""

    def x(self, point: int) -> float:
        """Return where the middle of a category is."""
        return self.room.left + self.slot * (point + 0.5)

    def y(self, value: Decimal) -> float:
        """Return how far down a value is."""
        return self.room.bottom - self.room.height * self.scale.share(value)


def upright(chart: Chart, room: Room) -> tuple[str, Upright]:
    """Return the axes drawn, and where they leave the points."""
    turned, count = names_turned(chart), max(len(chart.categories), 1)
    numbers = [in_digits(one) for one in scale_of(chart, 0).steps]
    left = room.left + widest(numbers, USUAL) + _GAP + 2
    slot = (room.right - left) / count
    names = _names(chart, room, slot)
    bottom = room.bottom - (names.wide if turned else names.high) - _GAP
    plot = Room(left, room.top + USUAL / 2, room.right, bottom)
    free = min(beyond(chart) / max(plot.height, 1), _MOST_FOR_VALUES)
    axes = Upright(plot, scale_of(chart, free), slot)
    return _grid(axes) + _under(axes, names, turned=turned), axes


def _names(chart: Chart, room: Room, slot: float) -> Names:
    size = names_size(chart)
    most = room.height * _MOST_FOR_NAMES
    if names_turned(chart):
        return fitted(chart.categories, size, most, slot)
    return fitted(chart.categories, size, slot - size / 3, most)


def _grid(axes: Upright) -> str:
    drawn = []
    for value in axes.scale.steps:
        y = axes.y(value)
        drawn.append(line((axes.room.left, y), (axes.room.right, y), FAINT, 0.5))
        drawn.append(text_at(axes.room.left - _GAP, y, in_digits(value), USUAL, Anchor.END))
    zero = axes.y(Decimal(0))
    return "".join(drawn) + line((axes.room.left, zero), (axes.room.right, zero), GREY, 0.75)


def _under(axes: Upright, names: Names, *, turned: bool) -> str:
    drawn, high = [], LINE * names.size
    for point, lines in enumerate(names.lines):
        for at, text in enumerate(lines):
            if turned:
                x = axes.x(point) + high * (at - (len(lines) - 1) / 2)
                place = x, axes.room.bottom + _GAP
                drawn.append(text_at(*place, text, names.size, Anchor.END, turned=True))
            else:
                middle = axes.room.bottom + _GAP + high * (at + 0.5)
                drawn.append(text_at(axes.x(point), middle, text, names.size))
    return "".join(drawn)
