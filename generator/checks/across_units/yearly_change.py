"""How far figures move from one year to the next in a collection, chance aside."""

from collections.abc import Iterable
from decimal import Decimal
from math import lgamma, log, sqrt
from statistics import median

from generator.checks.across_units.handed_in import UnitFiled
from generator.checks.across_units.own_figures import OwnFigures

_WELL_COUNTED, _ENOUGH, _ENOUGH_OF_A_UNIT = 20, 30, 3
"""The smallest figure by which change is judged, and how many of these are wanted."""
_USUAL, _LEAST = 0.45, 0.2
"""Spread of the logarithms where a collection is too small to tell; the least that is believed."""
_MOST = 80
"""Percent of the changes that are taken as honest: a few mistakes do not make all others small."""
_TWO_SIDED = 1.28
_NEVER_YET = 0.3
"""How many times a year something happens that did not happen last year, or what a 0 is worth."""
_WORST = 8.0
"""What one figure counts at most against lines that belong together: one may be wrong by itself."""


class YearlyChange:
    """What is usual in a collection; mistakes stand out by it."""

    def __init__(self, units: Iterable[UnitFiled], own: OwnFigures) -> None:
        self._compared = own.moving
        changes = sorted(
            abs(change)
            for unit in units
            for name in self._compared
            if (change := self._well_known(unit, name)) is not None
        )
        usual = _USUAL
        if len(changes) >= _ENOUGH:
            usual = changes[len(changes) * _MOST // 100] / _TWO_SIDED
        self._spread = max(usual, _LEAST)
        self._distances: dict[tuple[float, float], float] = {}

    def of_unit(self, unit: UnitFiled) -> float:
        """Return by how much all figures of a unit moved together: a reform, a merger."""
        least = _WELL_COUNTED / 4
        changes = [
            log(now / then)
            for name in self._compared
            if (pair := both(unit, name)) and min(pair) >= least
            for then, now in (map(float, pair),)
        ]
        return median(changes) if len(changes) >= _ENOUGH_OF_A_UNIT else 0.0

    def surprise(self, then: Decimal, now: Decimal, together: float) -> float:
        """Return by how many times its usual spread a figure moved, beside its whole unit."""
        before, after = float(then), float(now)
        moved = log(after / before) - together
        return moved / sqrt(self._spread**2 + 1 / before + 1 / after)

    def distance(self, then: float, now: float) -> float:
        """Return how unlikely it is that one number became the other: 0 where it is likeliest.

        In natural logarithms: a count of things that come by chance, at a rate that is about last
        year's and moves as figures of this collection do.
        """
        if (then, now) not in self._distances:
            rate = then + _NEVER_YET
            steady = 1 / (self._spread**2 + 1 / rate)
            likeliest = max(0.0, rate * (1 - 1 / steady)) // 1
            gap = _log_chance(likeliest, rate, steady) - _log_chance(now, rate, steady)
            self._distances[then, now] = min(_WORST, max(0.0, gap))
        return self._distances[then, now]

    def chance_of_the_same(self, value: Decimal) -> float:
        """Return how likely it is that a count is what it was the year before."""
        size = float(value)
        return 1 / (1 + sqrt(6.3 * (2 * size + (self._spread * size) ** 2)))

    def _well_known(self, unit: UnitFiled, name: str) -> float | None:
        pair = both(unit, name)
        if pair is None or min(pair) < _WELL_COUNTED:
            return None
        then, now = map(float, pair)
        return log(now / then)


def both(unit: UnitFiled, name: str) -> tuple[Decimal, Decimal] | None:
    """Return a figure of last year and of this one, where neither is 0."""
    then, now = (unit.last_year or {}).get(name), unit.numbers.get(name)
    return (then, now) if then and now else None


def _log_chance(count: float, rate: float, steady: float) -> float:
    """Return the logarithm of the chance of a count: that of a negative binomial."""
    return (
        lgamma(count + steady)
        - lgamma(steady)
        - lgamma(count + 1)
        + steady * log(steady / (steady + rate))
        + count * log(rate / (steady + rate))
    )
