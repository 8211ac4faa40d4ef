"""The numbers of a chart: with how many decimals they are shown, and where their axis begins."""

from decimal import Decimal

from generator.model.exhibits import Chart

_FEW = 4


def values_of(chart: Chart) -> list[Decimal]:
    """Return the values of all its series; gaps are none."""
    return [value for series in chart.series for value in series.values if value is not None]


def decimals(chart: Chart) -> int:
    """Return how many decimals its numbers have: all as many as one of them has, at most."""
    exponents = (-int(value.as_tuple().exponent) for value in values_of(chart))
    return max(0, max(exponents, default=0))


def highest(chart: Chart) -> Decimal:
    """Return how far its numbers go from 0, up or down."""
    return max(map(abs, values_of(chart)), default=Decimal(0))


def from_zero(chart: Chart) -> bool:
    """Tell whether the axis begins at 0: a little more would look like a lot.

    It does unless there is something below it.
    """
    return all(value >= 0 for value in values_of(chart))


def steps_of_one(chart: Chart) -> bool:
    """Tell whether the axis has steps of 1: for a few requests, of which there is no half."""
    values = values_of(chart)
    whole = all(value == value.to_integral_value() for value in values)
    return whole and all(abs(each) <= _FEW for each in values)
