"""柱形图: columns that stand on 0, and hang from it where they are negative."""

from decimal import Decimal

from generator.formats.svg.frame import Room
from generator.formats.svg.marks import Anchor, box, text_at
from generator.formats.svg.upright import Upright, upright
from generator.formats.svg.values import shown
from generator.model.chart_look.colours import colour_of_series
from generator.model.chart_look.space import Values, gap_width, values_at_points, values_size
from generator.model.exhibits import Chart


def columns(chart: Chart, room: Room) -> str:
    """Return the columns with their axes and values."""
    drawn, axes = upright(chart, room)
    side_by_side = len(chart.series)
    width = axes.slot / (side_by_side + gap_width(chart) / 100)
    zero = axes.y(Decimal(0))
    labels = ""
    for at, series in enumerate(chart.series):
        for point, value in enumerate(series.values):
            if value is None:
                continue
            x = axes.x(point) + width * (at - side_by_side / 2)
            y = axes.y(value)
            if value:
                own = colour_of_series(chart, at)
                drawn += box(x, min(y, zero), width, abs(y - zero), own)
            labels += _label(chart, axes, x + width / 2, value)
    return drawn + labels


def _label(chart: Chart, axes: Upright, x: float, value: Decimal) -> str:
    size, stand = values_size(chart), values_at_points(chart)
    if stand == Values.LEFT_OUT:
        return ""
    away = -1 if value >= 0 else 1
    if stand == Values.TURNED:
        anchor = Anchor.START if value >= 0 else Anchor.END
        return text_at(x, axes.y(value) + away * 3, shown(value, chart), size, anchor, turned=True)
    return text_at(x, axes.y(value) + away * (size / 2 + 2), shown(value, chart), size)
