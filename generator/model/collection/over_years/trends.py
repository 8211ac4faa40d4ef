"""The figures and sums of a form through the years: the main ones first, those of nothing last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from generator.form.vocabulary import FigureSpec, Form, Table
from generator.model.collection.over_years.years import Figures, Years

_MOST_PARTS = 8
"""So many parts of a total are set under it; more are not looked at together."""


class Trend(NamedTuple):
    """A figure or a sum of the form in all years."""

    name: str
    label: str
    """As the table has it; the name of a sum."""
    first: FigureSpec
    """The figure itself, or the first of a sum."""
    values: tuple[Decimal | None, ...]
    """One for each column of the years; None where it is blank, or the year is not there."""
    addends: tuple[str, ...] = ()
    """Names of the figures that it is the sum of; none for a figure of the form."""
    part_of: str = ""
    """Name of the total under which it is set."""

    @property
    def unit(self) -> str:
        """What it is counted in."""
        return self.first.column.unit

    @property
    def is_nothing(self) -> bool:
        """Whether it is 0 or blank in every year."""
        return not any(self.values)


class TableTrends(NamedTuple):
    """Further figures of one table."""

    heading: str
    """Of its section, as it is printed."""
    trends: tuple[Trend, ...]


@dataclass(frozen=True)
class Trends:
    """All that is followed, each once."""

    years: Years

    @cached_property
    def every(self) -> dict[str, Trend]:
        """All figures and sums of the form, by name."""
        form = self.years.form
        given = [self.years.by_year.get(year) for year in self.years.columns]
        known = [numbers_of(one.sums if one else {}, form) for one in given]
        figures = [(spec.name, spec.label, spec, ()) for spec in form.numbers.values()]
        sums = [
            (one.name, one.name, form.figures[one.figures[0]], one.figures) for one in form.sums
        ]
        return {
            name: Trend(name, label, first, tuple(one.get(name) for one in known), addends)
            for name, label, first, addends in (*figures, *sums)
        }

    @cached_property
    def main(self) -> tuple[Trend, ...]:
        """Totals and what is no part of any, each followed by its parts, but for nothing."""
        found: dict[str, Trend] = {}
        for top in tops(self.years.form):
            parts = parts_of(top, self.years.form)
            for name, part_of in ((top, ""), *((part, top) for part in parts)):
                if not self.every[name].is_nothing and name not in found:
                    found[name] = self.every[name]._replace(part_of=part_of)
        return tuple(found.values())

    @cached_property
    def others(self) -> tuple[TableTrends, ...]:
        """What is not among the main ones, by tables."""
        main = {one.name for one in self.main}
        left = [one for one in self.every.values() if one.name not in main and not one.is_nothing]
        return tuple(
            TableTrends(heading, rest)
            for table, heading in headings(self.years.form)
            if (rest := tuple(one for one in left if one.first in table.figures))
        )

    @cached_property
    def nothing(self) -> tuple[Trend, ...]:
        """Those that are 0 or blank in every year."""
        return tuple(one for one in self.every.values() if one.is_nothing)


def numbers_of(figures: Figures, form: Form) -> Figures:
    """Return figures with the sums of the form; one is blank where all that it adds up are."""
    sums: dict[str, Decimal | None] = {}
    for total in form.sums:
        known = [value for name in total.figures if (value := figures.get(name)) is not None]
        sums[total.name] = sum(known, Decimal(0)) if known else None
    return {**figures, **sums}


def headings(form: Form) -> Iterable[tuple[Table, str]]:
    """Yield the tables with the headings of their sections."""
    for section, heading in zip(form.sections, form.headings, strict=True):
        for table in section.tables:
            yield table, heading


def tops(form: Form) -> Sequence[str]:
    """Return the figures and sums that are part of none other, in the order of the form."""
    parts = {
        term.figure
        for tie in form.ties
        if tie.is_sum and not tie.across_years and len(tie.right) == 1 < len(tie.left)
        for term in tie.left
    }
    sums = [one for one in form.sums if not parts.intersection(one.figures)]
    parts |= {part for one in sums for part in one.figures}
    order = {name: at for at, name in enumerate(form.figures)}
    places = {name: at for name, at in order.items() if name not in parts}
    places |= {one.name: order[one.figures[0]] for one in sums}
    return sorted(places, key=lambda name: places[name])


def parts_of(top: str, form: Form) -> Sequence[str]:
    """Return what a total is made up of: sums where there are any of its figures, then the rest.

    None where that would be too many to look at together.
    """
    sums = {one.name: one.figures for one in form.sums}
    figures = sums.get(top) or form.totals.get(top, ())
    if len(figures) < 2:  # noqa: PLR2004 - one is no division
        return ()
    within = {name: one for name, one in sums.items() if name != top and set(one) <= set(figures)}
    summed = {figure: name for name, one in within.items() for figure in one}
    parts = tuple(dict.fromkeys(summed.get(figure, figure) for figure in figures))
    return parts if len(parts) <= _MOST_PARTS else ()
