"""Several years of one organ, alone or as the sum of its units, to be set side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.model.finding import Refusal

Figures = Mapping[str, Decimal | None]
"""By name; None where one is blank, which is not zero."""

NOT_THERE, NOT_WHOLE = "（没有）", "（不全）"
_MOST_YEARS = 20
_FEWEST = 2


class UnitFigures(NamedTuple):
    """A unit in one year."""

    name: str
    figures: Figures
    """Empty where the unit is not in the sum of that year."""
    others: tuple[str, ...] = ()
    """Further names: from before it was renamed, of units merged into it."""


class YearOfUnits(NamedTuple):
    """One year: what was added up, and of whom."""

    year: int
    organ: str
    units: tuple[UnitFigures, ...]
    """All that were to file, in the order of the list; none for an organ's own report."""
    sums: Figures
    """The figures of the organ: the sums of its units."""
    counted: int
    """How many units are in the sums."""
    listed: int
    """How many units were to file."""
    form: str = ""
    """Id of the form that it is of; empty where the one who hands it over knows it to be right."""
    file: str = ""
    """What it was read from, for messages."""

    @property
    def whole(self) -> bool:
        """Whether no unit is missing from the sums."""
        return self.counted >= self.listed


class Comparison(NamedTuple):
    """A year, and the one before it."""

    before: YearOfUnits
    now: YearOfUnits

    @property
    def fair(self) -> bool:
        """Whether both sums are whole: else their difference says nothing."""
        return self.before.whole and self.now.whole


@dataclass(frozen=True)
class Years:
    """All years that were handed over, which fit together."""

    form: Form
    given: tuple[YearOfUnits, ...]
    """The earliest first."""

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Every year from the first to the last, also those that nobody handed over."""
        return tuple(range(self.given[0].year, self.given[-1].year + 1))

    @cached_property
    def by_year(self) -> Mapping[int, YearOfUnits]:
        """Those that were handed over."""
        return {one.year: one for one in self.given}

    def label(self, column: int) -> str:
        """Return how a year is called above its figures, wherever these are shown."""
        given = self.by_year.get(column)
        doubt = NOT_THERE if given is None else "" if given.whole else NOT_WHOLE
        return f"{column}年{doubt}"

    @property
    def missing(self) -> tuple[int, ...]:
        """The years between that nobody handed over."""
        return tuple(year for year in self.columns if year not in self.by_year)

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Years of which the one before is there too, the latest first."""
        pairs = [Comparison(*pair) for pair in pairwise(self.given)]
        return tuple(one for one in reversed(pairs) if one.before.year + 1 == one.now.year)

    @property
    def latest(self) -> YearOfUnits:
        """The year that is reported on now."""
        return self.given[-1]

    @property
    def year_before(self) -> YearOfUnits | None:
        """The one before the latest, where it was handed over."""
        return self.by_year.get(self.latest.year - 1)

    @property
    def of_units(self) -> bool:
        """Whether any of them is the sum of units."""
        return any(one.units for one in self.given)


def years_of(given: Sequence[YearOfUnits], form: Form) -> Years:
    """Return years in order. Raise Refusal where they are not to be set side by side."""
    ordered = tuple(sorted(given, key=lambda one: one.year))
    for one in ordered:
        if one.form and one.form != form.id:
            raise Refusal(
                f"{_said(one)}表式与其他年度不一样，不能放在一起比。"
                f"请只选“{form.name}”（{form.edition}）的。"
            )
    first, last = ordered[0], ordered[-1]
    for one in ordered:
        if label_key(one.organ) != label_key(first.organ):
            raise Refusal(
                f"{_said(first)}是“{first.organ}”的，{_said(one)}是“{one.organ}”的，"
                "不是同一个机关，不能放在一起比。如果是同一个机关改了名称，请把各年的机关名称改成一样。"
            )
    for one, other in pairwise(ordered):
        if one.year == other.year:
            files = listed(filter(None, (one.file, other.file)))
            raise Refusal(
                f"{one.year} 年的有两份{f'（{files}）' if files else ''}，不知道用哪一份。"
                "请每年只选一份。"
            )
    if len(ordered) < _FEWEST:
        raise Refusal(
            f"只有 {first.year} 年一年的，没有可以比的。请把上年的也写上，"
            f"如：汇总{first.year - 1}.xlsx 汇总{first.year}.xlsx。"
        )
    if last.year - first.year >= _MOST_YEARS:
        raise Refusal(
            f"{first.year} 年和 {last.year} 年相差太远，最多放 {_MOST_YEARS} 年。请核对年度。"
        )
    return Years(form, ordered)


def _said(one: YearOfUnits) -> str:
    return f"{one.file}（{one.year} 年）" if one.file else f"{one.year} 年的"
