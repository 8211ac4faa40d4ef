"""Years of an organ and its units, for tests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.form.vocabulary import Form, Sum
from generator.form.wordings import Stated, Wordings
from generator.model.collection.over_years.years import Figures, UnitFigures, YearOfUnits
from tests.form.small import SMALL

ORGAN = "某某区人民政府"
CASES = replace(
    SMALL,
    sums=(
        Sum("收案", ("收案个人", "收案单位")),
        Sum("结案", ("结案个人", "结案单位")),
    ),
    wordings=Wordings(stated=(Stated("收案", "收到案件"), Stated("结案单位", "办结单位的案件"))),
)
"""The small form with two sums, and words for what it counts."""

Typed = Mapping[str, int | str | None]


def unit(name: str, figures: Typed | None = None, *others: str) -> UnitFigures:
    """Return a unit in a year; without figures it is not in the sum."""
    return UnitFigures(name, decimals(figures or {}), others)


def decimals(figures: Typed) -> Figures:
    """Return figures as they are handed over."""
    return {name: None if one is None else Decimal(one) for name, one in figures.items()}


def year_of(year: int, *units: UnitFigures) -> YearOfUnits:
    """Return the sum of units in a year."""
    counted = [one for one in units if one.figures]
    sums: dict[str, Decimal | None] = {}
    for one in counted:
        for name, value in one.figures.items():
            known = sums.get(name)
            sums[name] = value if known is None else known + (value or 0)
    return YearOfUnits(year, ORGAN, units, sums, len(counted), len(units))


def plain(year: int, figures: Typed, organ: str = ORGAN) -> YearOfUnits:
    """Return the report of one organ on a year."""
    return YearOfUnits(year, organ, (), decimals(figures), 0, 0)


def county(years: Iterable[int], units: int, form: Form) -> Sequence[YearOfUnits]:
    """Return the years of a county with so many units, whose totals are sums.

    Its figures differ by year and unit; a third of them are 0 throughout.
    """
    totals = {name: parts for name, parts in form.totals.items() if len(parts) > 1}
    return [
        year_of(year, *(_unit(year, at, totals, form) for at in range(units))) for year in years
    ]


def _unit(year: int, at: int, totals: Mapping[str, tuple[str, ...]], form: Form) -> UnitFigures:
    figures: dict[str, Decimal | None] = {
        name: Decimal(0 if place % 3 == 1 else (place * 37 + at * 11 + year * 7) % 13)
        for place, name in enumerate(form.figures)
    }
    for _ in range(2):  # totals of totals need their parts first
        for name, parts in totals.items():
            figures[name] = sum((figures[part] or Decimal(0) for part in parts), Decimal(0))
    return UnitFigures(f"{chr(0x7532 + at)}局", figures)
