"""What room there is in a chart: how high it should be, and whether names and values fit."""

from enum import Enum
from math import ceil

from generator.model.chart_look.numbers import decimals, values_of
from generator.model.exhibits import Chart, ChartKind

WIDTH = 150
"""Of a chart, in millimetres: what is drawn here fits into so much."""
USUAL, CROWDED = 9, 7.5
"""小五 and 六号, in points."""

_PLOT = 136  # of the width, for what is drawn beside the axis
_HAN, _DIGIT, _LINE = 3.2, 1.7, 4.2  # how wide and high letters are at 9 points
_HIGH, _HIGHEST = 75, 205  # a caption stands on the same page
_AROUND = 24  # for the title, the legend and the numbers along the axis
_LEGEND_SIGN = 8
_WIDEST_BAR = 16
_MOST_GAP = 500  # in hundredths of a bar
_MOST_LINES = 4  # of a name under its column
_MANY, _MANY_SLICES = 10, 12


class Values(Enum):
    """How values stand at their points."""

    UPRIGHT = 0
    TURNED = -90
    LEFT_OUT = None
    """They would stand on one another; the axis tells how much it is."""


def millimetres_high(chart: Chart) -> int:
    """Return how high a chart should be that is 150 mm wide; at most 205."""
    match chart.kind:
        case ChartKind.BAR:
            beside = ceil(_longest(chart) * _HAN / (WIDTH / 3))  # lines of a name
            lines = max(1.6 * max(len(chart.series), 1), beside)
            high = max(50, _AROUND + len(chart.categories) * lines * _LINE)
        case ChartKind.PIE:
            entry = _longest(chart) * _HAN + _LEGEND_SIGN
            high = _HIGH + ceil(len(chart.categories) / max(WIDTH // entry, 1)) * _LINE
        case _:
            under = _longest(chart) * _HAN if names_turned(chart) else _lines_under(chart) * _LINE
            high = _HIGH + under - _LINE
    return round(min(high, _HIGHEST))


def names_turned(chart: Chart) -> bool:
    """Tell whether names are too long to stand upright under their points."""
    return chart.kind != ChartKind.BAR and _lines_under(chart) > _MOST_LINES


def names_size(chart: Chart) -> float:
    """Return how large the names of categories are, in points."""
    return CROWDED if len(chart.categories) > _MANY else USUAL


def values_size(chart: Chart) -> float:
    """Return how large the values at the points are, in points."""
    many = len(chart.categories) * max(len(chart.series), 1) > 2 * _MANY
    return CROWDED if many or values_at_points(chart) == Values.TURNED else USUAL


def values_at_points(chart: Chart) -> Values:
    """Tell how values can stand at the points of a chart."""
    if chart.kind in (ChartKind.BAR, ChartKind.PIE):
        return Values.UPRIGHT
    after = decimals(chart)
    beside = after + 1 if after else 0  # the point too
    widest = max((len(str(int(value))) + beside for value in values_of(chart)), default=0)
    slot, side_by_side = _slot(chart), max(len(chart.series), 1)
    room = slot / side_by_side if chart.kind == ChartKind.COLUMN else slot
    if widest * _DIGIT <= room:
        return Values.UPRIGHT
    return Values.TURNED if slot / side_by_side >= _HAN else Values.LEFT_OUT


def percentages_shown(chart: Chart) -> bool:
    """Tell whether the slices of a pie leave room for their shares."""
    return chart.kind == ChartKind.PIE and len(chart.categories) <= _MANY_SLICES


def gap_width(chart: Chart) -> int:
    """Return how far columns stand apart, in hundredths of their width: few are not made fat."""
    along = millimetres_high(chart) - _AROUND if chart.kind == ChartKind.BAR else _PLOT
    slot = along / max(len(chart.categories), 1)
    least = 25 if len(chart.categories) > _MANY else 60
    return min(max(round((slot / _WIDEST_BAR - len(chart.series)) * 100), least), _MOST_GAP)


def _slot(chart: Chart) -> float:
    """Return how much room a category has along the axis."""
    return _PLOT / max(len(chart.categories), 1)


def _lines_under(chart: Chart) -> int:
    """Return how many lines the longest name takes under its point."""
    letter = _HAN * names_size(chart) / USUAL
    in_a_line = max(int(_slot(chart) / letter) - 1, 1)
    return ceil(_longest(chart) / in_a_line)


def _longest(chart: Chart) -> int:
    return max(map(len, chart.categories), default=0)
