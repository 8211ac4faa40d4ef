"""The figures of all counted units, added up one figure of the form at a time."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import NamedTuple

from generator.model.collection.collection import Collection
from generator.model.quotients import with_quotients

_DIGITS = 100
"""More than any sum has, so that none is rounded."""


class FigureSum(NamedTuple):
    """One figure over the counted units."""

    value: Decimal | None
    """None where every unit left it blank; one that is blank is added as nothing."""
    given: int
    """How many counted units gave it."""
    blank: tuple[str, ...]
    """Names of the counted units that did not, in the order of the list."""


class Sums(NamedTuple):
    """What the units come to together, and how many of them that is."""

    figures: Mapping[str, FigureSum]
    """By name, every figure of the form, in its order."""
    counted: int
    """Units whose figures are added."""
    due: int
    """Units on the list."""
    missing: tuple[str, ...]
    """Names of those that are not added, in the order of the list."""

    @property
    def whole(self) -> bool:
        """Whether it is the sum of all units."""
        return not self.missing


def sums_of(collection: Collection) -> Sums:
    """Return the sum of every figure of the form over the units that count."""
    form, counted = collection.form, collection.counted
    totals: dict[str, Decimal] = {}
    blank: dict[str, list[str]] = {name: [] for name in form.numbers}
    filed = [(one.unit.name, one.filing) for one in counted if one.filing]
    with localcontext(prec=_DIGITS):
        for unit, filing in filed:  # one after the other: each is unpacked once
            given = filing.figures
            for name in form.numbers:
                figure = given.get(name)
                if figure is None or figure.value is None:
                    blank[name].append(unit)
                else:
                    totals[name] = totals.get(name, Decimal(0)) + figure.value
    totals = with_quotients(totals, form)
    figures = {
        name: FigureSum(totals.get(name), len(filed) - len(units), tuple(units))
        for name, units in blank.items()
    }
    missing = tuple(one.unit.name for one in collection.units if not one.state.counts)
    return Sums(figures, len(counted), len(collection.units), missing)
