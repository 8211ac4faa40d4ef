"""Units that report by the small form, of which every one has the same kind."""

from collections.abc import Mapping, Sequence

from generator.model.collection.collection import Collection
from generator.model.collection.unit import Unit
from tests.checks.across_units.many_units import YEAR, collection, filing, standing
from tests.form.small import SMALL

KIND = "街道"


def small_units(figures: Sequence[Mapping[str, int | None]], *, year: int = YEAR) -> Collection:
    """Return a collection of units called 第1号, 第2号, … with these figures."""
    return collection(
        (
            standing(Unit(name, kind=KIND), filing(name, each, year=year, form=SMALL))
            for name, each in ((f"第{at}号", each) for at, each in enumerate(figures, 1))
        ),
        year=year,
        form=SMALL,
    )
