"""The numbers at the points of a chart, as they are written there."""

from decimal import ROUND_HALF_UP, Decimal

from generator.formats.svg.lettering import LINE, widest
from generator.model.chart_look.numbers import decimals, values_of
from generator.model.chart_look.space import Values, values_at_points, values_size
from generator.model.exhibits import Chart


def shown(value: Decimal, chart: Chart) -> str:
    """Return a number with the decimals that all numbers of the chart have."""
    return f"{value:.{decimals(chart)}f}"


def percentage(value: Decimal, whole: Decimal) -> str:
    """Return a share in whole hundredths."""
    return f"{(value * 100 / whole).quantize(Decimal(1), ROUND_HALF_UP)}%"


def longest(chart: Chart) -> float:
    """Return how wide the widest of the numbers is."""
    return widest((shown(value, chart) for value in values_of(chart)), values_size(chart))


def beyond(chart: Chart) -> float:
    """Return how much room the numbers take above the points."""
    match values_at_points(chart):
        case Values.UPRIGHT:
            return values_size(chart) * LINE + 4
        case Values.TURNED:
            return longest(chart) + 6
        case Values.LEFT_OUT:
            return 2
