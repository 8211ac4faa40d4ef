"""A chart as a drawing that looks like the one in the document."""

from generator.formats.svg.bars import bars
from generator.formats.svg.columns import columns
from generator.formats.svg.frame import MARGIN, SIGN, Room, explained, titled
from generator.formats.svg.lines import lines, sign_of_line
from generator.formats.svg.marks import box, mark, number
from generator.formats.svg.pie import pie
from generator.model.chart_look.colours import colour, colour_of_series
from generator.model.chart_look.space import WIDTH, millimetres_high
from generator.model.chart_look.words import has_legend, written
from generator.model.exhibits import Chart, ChartKind

_POINTS = 72 / 25.4  # in a millimetre
_SMALLEST = 2  # so many times smaller at most: then letters are half as high
_SIGN = 6.0
_DRAWN = {
    ChartKind.COLUMN: columns,
    ChartKind.BAR: bars,
    ChartKind.LINE: lines,
    ChartKind.PIE: pie,
}


def chart_svg(chart: Chart, width: float, height: float, font: str, alternative: str) -> str:
    """Return a chart as an SVG that is so many millimetres wide and high.

    Its letters are as large as the document's, or smaller where the chart is smaller than it was
    made for. `font` is what they are set in, names as CSS has them; `alternative` is read to those
    who cannot see it. The same chart has the same text, in which nothing refers outside.
    """
    smaller = min(max(1, WIDTH / width, millimetres_high(chart) / height), _SMALLEST)
    wide, high = width * smaller * _POINTS, height * smaller * _POINTS
    room = Room(MARGIN, MARGIN, wide - MARGIN, high - MARGIN)
    title, room = titled(chart, room)
    legend, room = _legend(chart, room)
    return mark(
        "svg",
        box(0, 0, wide, high, "FFFFFF") + title + _DRAWN[chart.kind](chart, room) + legend,
        xmlns="http://www.w3.org/2000/svg",
        width=f"{number(width)}mm",
        height=f"{number(height)}mm",
        viewBox=f"0 0 {number(wide)} {number(high)}",
        role="img",
        aria_label=written(alternative),
        font_family=written(font),
        fill="#000000",
    )


def _legend(chart: Chart, room: Room) -> tuple[str, Room]:
    if not has_legend(chart):
        return "", room
    names = chart.categories if chart.kind == ChartKind.PIE else [one.name for one in chart.series]

    def sign(at: int, x: float, y: float) -> str:
        if chart.kind == ChartKind.LINE:
            return sign_of_line(chart, at, x, y)
        own = colour(at) if chart.kind == ChartKind.PIE else colour_of_series(chart, at)
        return box(x + SIGN / 2 - _SIGN, y - _SIGN / 2, _SIGN, _SIGN, own)

    return explained(list(names), sign, room)
