"""饼图: slices from the top clockwise, with their values and shares outside."""

from decimal import Decimal
from math import cos, pi, sin
from typing import NamedTuple

from generator.formats.svg.frame import Room
from generator.formats.svg.lettering import LINE, widest
from generator.formats.svg.marks import Point, line, mark, number, text_at
from generator.formats.svg.slice_labels import Label, parted
from generator.formats.svg.values import percentage, shown
from generator.model.chart_look.colours import GREY, colour
from generator.model.chart_look.labels import place_of_value
from generator.model.chart_look.space import percentages_shown, values_size
from generator.model.exhibits import Chart

_AWAY = 4.0
_LEADER = 12.0
_LEAST = 0.3  # of the height, however long the labels are


class _Slice(NamedTuple):
    point: int
    start: float
    """In turns from the top, clockwise."""
    end: float


def pie(chart: Chart, room: Room) -> str:
    """Return the slices with their values."""
    values = chart.series[0].values if chart.series else ()
    whole = sum((value for value in values if value is not None and value > 0), Decimal(0))
    slices, start = [], Decimal(0)
    for point, value in enumerate(values):
        if value is not None and value > 0:
            slices.append(_Slice(point, float(start / whole), float((start + value) / whole)))
            start += value
    texts = {one.point: _said(chart, values[one.point] or Decimal(0), whole) for one in slices}
    size = _size(chart, slices, texts, room)
    wide = widest((text for each in texts.values() for text in each), size)
    high = max(map(len, texts.values()), default=0) * LINE * size
    radius = min(room.width / 2 - wide - _LEADER, room.height / 2 - high - _AWAY)
    radius = max(radius, room.height * _LEAST)
    middle = (room.left + room.right) / 2, (room.top + room.bottom) / 2
    drawn = "".join(_drawn(one, middle, radius) for one in slices)
    labels = [
        _placed(one, middle, radius, wide, high)
        for one in slices
        if place_of_value(chart, 0, one.point)
    ]
    for label in parted(labels, middle, radius, room):
        drawn += _written(label, texts[label.point], size)
    return drawn


def _said(chart: Chart, value: Decimal, whole: Decimal) -> list[str]:
    own = shown(value, chart)
    return [own, percentage(value, whole)] if percentages_shown(chart) else [own]


def _size(chart: Chart, slices: list[_Slice], texts: dict[int, list[str]], room: Room) -> float:
    """Return how large values are, so that all of one side find room below one another."""
    right = sum(one.start + one.end < 1 for one in slices)
    lines = max(right, len(slices) - right, 1) * max(map(len, texts.values()), default=1)
    return min(values_size(chart), room.height / lines / LINE)


def _drawn(one: _Slice, middle: Point, radius: float) -> str:
    own = f"#{colour(one.point)}"
    if one.end - one.start > 1 - 1e-9:  # an arc cannot end where it begins
        return mark("circle", cx=middle[0], cy=middle[1], r=radius, fill=own)
    (x, y), (to_x, to_y) = _at(one.start, middle, radius), _at(one.end, middle, radius)
    large = int(one.end - one.start > 1 / 2)
    d = (
        f"M{number(middle[0])} {number(middle[1])}L{number(x)} {number(y)}"
        f"A{number(radius)} {number(radius)} 0 {large} 1 {number(to_x)} {number(to_y)}Z"
    )
    return mark("path", d=d, fill=own, stroke="#FFFFFF", stroke_width=1)


def _at(turn: float, middle: Point, radius: float) -> Point:
    return middle[0] + radius * sin(2 * pi * turn), middle[1] - radius * cos(2 * pi * turn)


def _placed(one: _Slice, middle: Point, radius: float, wide: float, high: float) -> Label:
    turn = (one.start + one.end) / 2
    across, down = sin(2 * pi * turn), -cos(2 * pi * turn)
    x = middle[0] + across * (radius + _AWAY + wide / 2)
    y = middle[1] + down * (radius + _AWAY + high / 2)
    edge = _at(turn, middle, radius)
    return Label(one.point, x, y, wide, high, edge, right=across >= 0)


def _written(label: Label, texts: list[str], size: float) -> str:
    drawn = ""
    if label.moved:
        near = label.x + (-label.wide if label.right else label.wide) / 2
        drawn = line(label.edge, (near, label.y), GREY, 0.5)
    for at, text in enumerate(texts):
        middle = label.y + LINE * size * (at - (len(texts) - 1) / 2)
        drawn += text_at(label.x, middle, text, size)
    return drawn
