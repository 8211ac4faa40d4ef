"""What the checks across units look at: what each unit handed in, this year and last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from generator.checks.across_units.numbers import Numbers, NumbersOfUnits
from generator.checks.across_units.predecessors import predecessors_of
from generator.form.vocabulary import Form
from generator.model.collection.collection import Collection, State, UnitStanding
from generator.model.collection.filing import Filing
from generator.model.collection.sums import Sums, sums_of
from generator.model.collection.unit import Unit, UnitList
from generator.model.report import Place


class UnitFiled(NamedTuple):
    """A unit, and what is taken as its report."""

    unit: Unit
    filing: Filing
    numbers: Numbers
    last_year: Numbers | None
    """The same of last year, of all units that became this one; None where they are not known."""

    @property
    def name(self) -> str:
        """As the sum names it."""
        return self.unit.name

    def place(self, figure: str) -> Place:
        """Return where it has a figure; its file where it has none."""
        found = self.filing.figures.get(figure)
        return found.place if found else Place(self.filing.file)


@dataclass(frozen=True)
class HandedIn:
    """All units of a collection that handed in a report on its year."""

    collection: Collection
    previous: Collection | None = None
    """Last year's, where there is one."""
    own: Filing | None = None
    """The report of the one who collects, on all units together, where it is handed in apart."""

    @property
    def form(self) -> Form:
        """The form of the reports."""
        return self.collection.form

    @property
    def listed(self) -> UnitList:
        """The units, and who collects from them."""
        return self.collection.listed

    @property
    def place(self) -> Place:
        """The collection as a place, for what is said of no unit in particular."""
        return Place(f"{self.listed.organ}{self.listed.year}年的汇总")

    @cached_property
    def sums(self) -> Sums:
        """The figures added up."""
        return sums_of(self.collection)

    @cached_property
    def units(self) -> tuple[UnitFiled, ...]:
        """The units with a report on the year, in the order of the list."""
        before, numbers = self._last_years, NumbersOfUnits(self.form.figures)
        return tuple(
            UnitFiled(
                one.unit,
                one.filing,
                numbers.of(numbers_of(one, self.form)),
                before.get(one.unit.name),
            )
            for one in self.collection.units
            if one.filing and has_reported(one)
        )

    @cached_property
    def predecessors(self) -> Mapping[str, Sequence[UnitStanding]]:
        """By the name of a unit, those of last year that it goes on from."""
        return predecessors_of(self.collection, self.previous) if self.previous else {}

    @cached_property
    def _last_years(self) -> Mapping[str, Numbers]:
        numbers = NumbersOfUnits(self.form.figures)
        return {
            name: numbers.of(together)
            for name, before in self.predecessors.items()
            if (together := _together(before, self.form)) is not None
        }


def has_reported(standing: UnitStanding) -> bool:
    """Tell whether a unit's file is its report on the year, be its figures right or wrong."""
    return standing.state.counts or standing.state is State.HELD


def numbers_of(standing: UnitStanding, form: Form) -> Numbers:
    """Return the figures of a unit for arithmetic.

    Where its figures count, one without a value was left blank; where they are held back, nobody
    knows whether it could not be read. What is below 0 is no count of anything.
    """
    figures = standing.filing.figures if standing.filing else {}
    blank_is_known = standing.state.counts
    return {
        name: figure.value or Decimal(0)
        for name in form.figures
        if (figure := figures.get(name)) is not None
        and (blank_is_known if figure.value is None else figure.value >= 0)
    }


def _together(before: Sequence[UnitStanding], form: Form) -> Numbers | None:
    """Add up the units that became one; None where there is none, or not all have reported."""
    if not before or not all(map(has_reported, before)):
        return None
    each = [numbers_of(one, form) for one in before]
    return {
        name: sum((numbers[name] for numbers in each), Decimal(0))
        for name in form.figures
        if all(name in numbers for numbers in each)
    }
