"""Units through the years: which one of a year is which of another, by all of their names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.model.collection.over_years.years import Figures, UnitFigures, Years


class UnitInYear(NamedTuple):
    """What a unit was in one year: itself, or several that have become one."""

    names: tuple[str, ...]
    """As they were called then."""
    figures: Figures
    """Their sum; empty where none of them is in the sum of that year."""
    missing: tuple[str, ...]
    """Those of them that are not in the sum of that year."""


class FollowedUnit(NamedTuple):
    """A unit in all years."""

    name: str
    """The latest."""
    years: tuple[UnitInYear | None, ...]
    """One for each column; None where it was not to file, or nobody handed the year over."""
    doubtful: tuple[str, ...] = ()
    """Later units of which it may have become one: it is none of several for certain."""

    def figure(self, name: str, at: int) -> Decimal | None:
        """Return a figure of a column, counted from 0."""
        year = self.years[at]
        return year.figures.get(name) if year else None


def followed_units(years: Years) -> tuple[FollowedUnit, ...]:
    """Return all units: in the order of the latest list, then those that are no longer."""
    known = _Known()
    for year in reversed(years.given):
        belongs: dict[int, list[UnitFigures]] = {}
        for unit in year.units:
            belongs.setdefault(known.place_of(unit), []).append(unit)
        for at, units in belongs.items():
            known.take(at, year.year, units)
    return tuple(
        FollowedUnit(name, tuple(known.years[at].get(one) for one in years.columns), doubtful)
        for at, (name, doubtful) in enumerate(known.units)
    )


@dataclass
class _Known:
    """The units of the years that have been looked at, which are later ones."""

    units: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Names, and later ones that each may have become."""
    years: list[dict[int, UnitInYear]] = field(default_factory=list)
    own: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Places of units by their names."""
    others: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The same by their further names."""

    def place_of(self, unit: UnitFigures) -> int:
        """Return which unit this one is; a new one where it is none, or none for certain."""
        same = self._same(unit)
        if len(same) == 1:
            return same.pop()
        self.units.append((unit.name, tuple(self.units[at][0] for at in sorted(same))))
        self.years.append({})
        return len(self.units) - 1

    def _same(self, unit: UnitFigures) -> set[int]:
        """Return what a unit may have become: its own name goes first.

        A later list names those that a unit was renamed from or merged of; an earlier one may
        name what it was about to become.
        """
        own, others = label_key(unit.name), _keys(unit.others)
        by_others = {at for key in others for at in self.own.get(key, ())}
        return set(self.own.get(own, ()) or self.others.get(own, ()) or by_others)

    def take(self, at: int, year: int, units: Sequence[UnitFigures]) -> None:
        """Add what a unit was in a year."""
        self.years[at][year] = UnitInYear(
            tuple(unit.name for unit in units),
            _added([unit.figures for unit in units if unit.figures]),
            tuple(unit.name for unit in units if not unit.figures),
        )
        for unit in units:
            self.own[label_key(unit.name)].add(at)
            for key in _keys(unit.others):
                self.others[key].add(at)


def _keys(names: Iterable[str]) -> set[str]:
    return {label_key(name) for name in names}


def _added(figures: Sequence[Figures]) -> Figures:
    """Return the sum of units: a figure is blank where all of them left it blank."""
    if len(figures) == 1:
        return figures[0]
    sums: dict[str, Decimal | None] = {}
    for one in figures:
        for name, value in one.items():
            before = sums.get(name)
            sums[name] = value if before is None else before + (value or 0)
    return sums


def said_of(unit: FollowedUnit, years: Years) -> str:
    """Return what people should know of a unit: other names, and years that it is not in."""
    said = []
    not_listed = [
        f"{column}年"
        for column, year in zip(years.columns, unit.years, strict=True)
        if year is None and (given := years.by_year.get(column)) and given.units
    ]
    if not_listed:
        said.append(f"{listed(not_listed)}名单上没有")
    for column, year in zip(years.columns, unit.years, strict=True):
        if year and year.names != (unit.name,):
            sum_of = "之和" if len(year.names) > 1 else ""
            said.append(f"{column}年是{listed(year.names)}{sum_of}")
        if year and year.missing:
            which = "" if year.missing == year.names else listed(year.missing)
            said.append(f"{column}年{which}没有汇总")
    if unit.doubtful:
        said.append(f"与{listed(unit.doubtful)}都可能是一个单位，没有合在一起")
    return "；".join(said)
