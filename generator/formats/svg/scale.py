"""The numbers along the axis of a chart: round steps, with room for what stands at the ends."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from generator.model.chart_look.numbers import from_zero, steps_of_one, values_of
from generator.model.exhibits import Chart

_MOST_STEPS = 6
_ROUND = (1, 2, 5, 10)


class Scale(NamedTuple):
    """An axis from `low` to `high`, with lines at every step."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def steps(self) -> list[Decimal]:
        """The numbers that stand along it."""
        count = int((self.high - self.low) / self.step)
        return [self.low + at * self.step for at in range(count + 1)]

    def share(self, value: Decimal) -> float:
        """Return how far along it a value stands, from 0 to 1."""
        return float((value - self.low) / (self.high - self.low))


def scale_of(chart: Chart, room: float) -> Scale:
    """Return an axis on which all values of a chart stand, and 0.

    `room` is the share of it, less than a half, that must be free beyond the last value.
    """
    values = [*values_of(chart), Decimal(0)]
    lowest, highest, share = min(values), max(values), Decimal(str(room))
    step = Decimal(1) if steps_of_one(chart) else _step(highest - lowest)
    low = (lowest / step).to_integral_value(ROUND_FLOOR) * step
    high = (highest / step).to_integral_value(ROUND_CEILING) * step
    while high == low or (highest > 0 and high - highest < share * (high - low)):
        high += step
    while not from_zero(chart) and lowest - low < share * (high - low):
        low -= step
    return Scale(low, high, step)


def in_digits(value: Decimal) -> str:
    """Return a number of the axis without the zeros that say nothing."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _step(span: Decimal) -> Decimal:
    least = span / _MOST_STEPS
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * one for one in _ROUND if power * one >= least)
