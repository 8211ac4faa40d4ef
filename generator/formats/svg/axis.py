"""The axis of values: from where to where it goes, and in which steps."""

from decimal import Decimal
from math import ceil, floor, log10
from typing import NamedTuple

from generator.model.chart_look.numbers import steps_of_one, values_of
from generator.model.exhibits import Chart

_MOST_STEPS = 8
_ROUND = (1, 2, 2.5, 5, 10)


class Axis(NamedTuple):
    """An axis of values."""

    low: float
    high: float
    step: float

    @property
    def marks(self) -> list[float]:
        """Where its lines stand."""
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]

    def share(self, value: Decimal | float) -> float:
        """Return how far up the axis a value stands, from 0 to 1."""
        return (float(value) - self.low) / (self.high - self.low)

    def said(self, mark: float) -> str:
        """Return a mark as it is written."""
        return f"{mark:.10g}"


def axis_of(chart: Chart) -> Axis:
    """Return an axis from 0, or from below it, with room above the highest value."""
    values = [float(value) for value in values_of(chart)]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if high == low:
        high = 1.0
    step = 1.0 if steps_of_one(chart) else _step((high - low) / _MOST_STEPS)
    top = ceil(high / step + 0.3) * step if high > 0 else 0.0
    bottom = floor(low / step - 0.3) * step if low < 0 else 0.0
    return Axis(bottom, top, step)


def _step(least: float) -> float:
    """Return the next round step."""
    power = 10.0 ** floor(log10(least))
    return float(next(one * power for one in _ROUND if one * power >= least * 0.999))
