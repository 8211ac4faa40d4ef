"""条形图: bars from the left, the first on top, names beside them and numbers below."""

from decimal import Decimal
from typing import NamedTuple

from generator.formats.svg.frame import Room
from generator.formats.svg.lettering import LINE, Names, fitted
from generator.formats.svg.marks import Anchor, box, line, text_at
from generator.formats.svg.scale import Scale, in_digits, scale_of
from generator.formats.svg.values import longest, shown
from generator.model.chart_look.colours import FAINT, GREY, colour_of_series
from generator.model.chart_look.space import USUAL, gap_width, names_size, values_size
from generator.model.exhibits import Chart

_GAP = 4.0
_MOST_FOR_NAMES, _MOST_FOR_VALUES = 1 / 3, 0.4  # of the width


class _Lying(NamedTuple):
    room: Room
    scale: Scale
    slot: float

    def x(self, value: Decimal) -> float:
        return self.room.left + self.room.width * self.scale.share(value)

    def y(self, point: int) -> float:
        return self.room.top + self.slot * (point + 0.5)


def bars(chart: Chart, room: Room) -> str:
    """Return the bars with their axes and values."""
    bottom = room.bottom - USUAL * LINE - _GAP
    slot = (bottom - room.top) / max(len(chart.categories), 1)
    names = fitted(chart.categories, names_size(chart), room.width * _MOST_FOR_NAMES, slot)
    plot = Room(room.left + names.wide + 2 * _GAP, room.top, room.right - 2 * _GAP, bottom)
    free = min((longest(chart) + 2 * _GAP) / plot.width, _MOST_FOR_VALUES)
    axes = _Lying(plot, scale_of(chart, free), slot)
    return _grid(axes) + _beside(axes, names) + _bars(chart, axes)


def _bars(chart: Chart, axes: _Lying) -> str:
    below = len(chart.series)
    height, size = axes.slot / (below + gap_width(chart) / 100), values_size(chart)
    size = min(size, height * (1 + gap_width(chart) / 100 / max(below, 1)))
    zero, drawn, labels = axes.x(Decimal(0)), "", ""
    for at, series in enumerate(chart.series):
        for point, value in enumerate(series.values):
            if value is None:
                continue
            y, x = axes.y(point) + height * (at - below / 2), axes.x(value)
            if value:
                own = colour_of_series(chart, at)
                drawn += box(min(x, zero), y, abs(x - zero), height, own)
            away, anchor = (_GAP, Anchor.START) if value >= 0 else (-_GAP, Anchor.END)
            labels += text_at(x + away, y + height / 2, shown(value, chart), size, anchor)
    return drawn + labels


def _grid(axes: _Lying) -> str:
    top, bottom = axes.room.top, axes.room.bottom
    drawn = []
    for value in axes.scale.steps:
        x = axes.x(value)
        drawn.append(line((x, top), (x, bottom), FAINT, 0.5))
        drawn.append(text_at(x, bottom + _GAP + USUAL * LINE / 2, in_digits(value), USUAL))
    zero = axes.x(Decimal(0))
    return "".join(drawn) + line((zero, top), (zero, bottom), GREY, 0.75)


def _beside(axes: _Lying, names: Names) -> str:
    drawn = []
    for point, lines in enumerate(names.lines):
        for at, text in enumerate(lines):
            middle = axes.y(point) + LINE * names.size * (at - (len(lines) - 1) / 2)
            drawn.append(text_at(axes.room.left - _GAP, middle, text, names.size, Anchor.END))
    return "".join(drawn)
