"""Formulas that are written together with what they show."""

from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.formulas.results import Result
from generator.model.collection.over_years.changes import (
    BOTH_ZERO,
    DECIMALS,
    FROM_ZERO,
    ONE_BLANK,
    RATIO_DECIMALS,
    difference,
    growth,
)
from generator.model.collection.over_years.trends import Trend
from generator.model.plain_number import plain_number

WHOLE, RATIO = "+0;-0;0", "+0.0%;-0.0%;0.0%"


class Formulas:
    """Writes formulas, and keeps what each shows."""

    def __init__(self) -> None:
        self.results: dict[str, dict[Spot, Result]] = {}

    def write(
        self, sheet: Worksheet, spot: Spot, formula: str, shows: Decimal | str | None
    ) -> None:
        """Write a formula into a cell; None, as of a blank cell, is shown as nothing."""
        sheet.cell(*spot, f"={formula}")
        shown = "" if shows is None else shows
        self.results.setdefault(sheet.title, {})[spot] = shown

    def compare(
        self,
        sheet: Worksheet,
        spot: Spot,
        cells: tuple[Spot, Spot],
        values: tuple[Decimal | None, Decimal | None],
        *,
        instead: str = "",
    ) -> None:
        """Write how much more a value is than that of the year before, and beside it the growth.

        Where that says nothing, `instead` stands in its place: 不可比, 百分点.
        """
        before, now = map(address, cells)
        beside = spot[0], spot[1] + 1
        both = f"COUNT({before},{now})"
        self.write(
            sheet,
            spot,
            f'IF({both}=2,ROUND({now}-{before},{DECIMALS}),IF({both}=1,"{ONE_BLANK}",""))',
            difference(*values),
        )
        if instead:
            shown = "" if None in values else instead
            self.write(sheet, beside, f'IF({both}=2,"{instead}","")', shown)
            return
        zero = f'IF({now}=0,"{BOTH_ZERO}","{FROM_ZERO}")'
        ratio = f"ROUND(({now}-{before})/{before},{RATIO_DECIMALS})"
        self.write(sheet, beside, f'IF({both}<2,"",IF({before}=0,{zero},{ratio}))', growth(*values))


def number_of(value: Decimal | None) -> int | float | None:
    """Return a value as a cell holds it."""
    return None if value is None else plain_number(value)


def signed(trend: Trend) -> str:
    """Return the number format of a difference: its sign, and as many decimals as there are."""
    exponents = [-int(one.as_tuple().exponent) for one in trend.values if one is not None]
    decimals = max(0, *exponents, 0)
    if not decimals:
        return WHOLE
    digits = "0." + "0" * decimals
    return f"+{digits};-{digits};0"
