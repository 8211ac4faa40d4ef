"""折线图: lines from point to point; an earlier year is dashed and has other signs."""

from decimal import Decimal
from itertools import groupby

from generator.formats.svg.frame import SIGN, Room
from generator.formats.svg.marks import Anchor, Point, mark, path, text_at
from generator.formats.svg.upright import upright
from generator.formats.svg.values import shown
from generator.model.chart_look.colours import colour_of_series, is_earlier
from generator.model.chart_look.labels import Beside, place_of_value
from generator.model.chart_look.space import Values, values_at_points, values_size
from generator.model.exhibits import Chart

_WIDTH = 1.75
_ROUND, _DIAMOND = 3.0, 4.0  # from its middle to its edge


def lines(chart: Chart, room: Room) -> str:
    """Return the lines with their axes and values; a gap parts a line."""
    drawn, axes = upright(chart, room)
    labels, zero = "", axes.y(Decimal(0))
    for at, series in enumerate(chart.series):
        points = [
            None if value is None else (axes.x(point), axes.y(value))
            for point, value in enumerate(series.values)
        ]
        for there, group in groupby(points, key=lambda point: point is not None):
            if there:
                drawn += _stretch(chart, at, [point for point in group if point])
        drawn += "".join(_sign(chart, at, *point) for point in points if point)
        for number, (value, point) in enumerate(zip(series.values, points, strict=True)):
            if value is not None and point:
                place = place_of_value(chart, at, number)
                labels += _label(chart, value, point, place, zero) if place else ""
    clear = mark("g", labels, stroke="#FFFFFF", stroke_width=2, paint_order="stroke")
    return drawn + clear  # legible though a line passes behind


def sign_of_line(chart: Chart, at: int, x: float, y: float) -> str:
    """Return a piece of a line with its sign, for the legend."""
    ends = [(x - SIGN / 2, y), (x + SIGN / 2, y)]
    return _stretch(chart, at, ends) + _sign(chart, at, x, y)


def _stretch(chart: Chart, at: int, points: list[Point]) -> str:
    if len(points) == 1:
        return ""
    dashes = {"stroke_dasharray": "5.25 1.75"} if is_earlier(chart, at) else {}
    own = f"#{colour_of_series(chart, at)}"
    return mark(
        "polyline", points=path(points), fill="none", stroke=own, stroke_width=_WIDTH, **dashes
    )


def _sign(chart: Chart, at: int, x: float, y: float) -> str:
    own = f"#{colour_of_series(chart, at)}"
    if not is_earlier(chart, at):
        return mark("circle", cx=x, cy=y, r=_ROUND, fill=own)
    corners = [(x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y)]
    return mark("polygon", points=path(corners), fill=own)


def _label(chart: Chart, value: Decimal, point: Point, place: Beside, zero: float) -> str:
    stand, size, (x, y) = values_at_points(chart), values_size(chart), point
    if stand == Values.LEFT_OUT:
        return ""
    said = shown(value, chart)
    if place == Beside.RIGHT:
        above_the_axis = min(y, zero - size / 2 - 1)
        return text_at(x + _DIAMOND + 2, above_the_axis, said, size, Anchor.START)
    away = -1 if place == Beside.ABOVE else 1
    if stand == Values.TURNED:
        anchor = Anchor.START if place == Beside.ABOVE else Anchor.END
        return text_at(x, y + away * (_DIAMOND + 2), said, size, anchor, turned=True)
    return text_at(x, y + away * (_DIAMOND + 1 + size / 2), said, size)
