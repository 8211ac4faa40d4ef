"""Which units of last year's collection became which of this year's: renamed, or merged."""

from collections.abc import Mapping, Sequence

from generator.model.collection.collection import Collection, UnitStanding
from generator.model.collection.unit import Unit


def predecessors_of(
    collection: Collection, previous: Collection
) -> Mapping[str, Sequence[UnitStanding]]:
    """Return, by the name of a unit, those of last year that it goes on from.

    A unit is known by its name and by the further names that either list has of it. Of one that
    several units could go on from, only the unit of the same name does; without such a unit, none.
    """
    by_name: dict[str, list[UnitStanding]] = {}
    for before in previous.units:
        for name in _names(before.unit):
            by_name.setdefault(name, []).append(before)
    found = {
        one.unit.name: list(
            {
                before.unit.name: before
                for name in _names(one.unit)
                for before in by_name.get(name, ())
            }.values()
        )
        for one in collection.units
    }
    heirs: dict[str, list[str]] = {}
    for name, befores in found.items():
        for before in befores:
            heirs.setdefault(before.unit.name, []).append(name)
    return {
        name: [
            before
            for before in befores
            if heirs[before.unit.name] == [name] or before.unit.name == name
        ]
        for name, befores in found.items()
    }


def _names(unit: Unit) -> tuple[str, ...]:
    return unit.name, *unit.others
