"""Writes what stands above the units: the one that is chosen, their sum, and that of 历年汇总."""

from generator.formats.xlsx.cell_names import area
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.years.sheets import fixed, range_at
from generator.formats.xlsx.years.summary_header import NAME
from generator.formats.xlsx.years.summary_sheet import SummarySheet
from generator.formats.xlsx.years.unit_view import (
    ALL_UNITS,
    CHOSEN_ROW,
    FIGURE,
    FIRST_UNIT_ROW,
    FIRST_YEAR,
    SUM_ROW,
    SUMMARY_ROW,
    UNIT,
    UNIT_PLACE,
    UnitView,
)

_HEIGHT = 20


def write_sums(units: UnitView, summary: SummarySheet) -> None:
    """Write the chosen unit, the sum of all, and what 历年汇总 has, which should be that sum."""
    sheet, formulas, years = units.sheet, units.formulas, units.trends.years
    first = units.values(0)
    for row, whose in ((CHOSEN_ROW, fixed(UNIT)), (SUM_ROW, f'"{ALL_UNITS}"')):
        formulas.write(sheet, (row, 1), f'{whose}&"："&{fixed(FIGURE)}', units.label(row))
    sheet.cell(SUMMARY_ROW, 1, f"『{summary.sheet.title}』里的数")
    totals = units.totals()
    known = units.trends.every[units.data.trends[units.chosen].name].values
    for column, year in enumerate(units.columns, FIRST_YEAR):
        at = column - FIRST_YEAR
        if year in units.data.years:
            every = area((FIRST_UNIT_ROW, column), (units.last_unit_row, column))
            chosen = f"INDEX({every},{fixed(UNIT_PLACE)})"
            formulas.write(sheet, (CHOSEN_ROW, column), chosen, first[at])
            total = f'IF(COUNT({every})=0,"",SUM({every}))'
            formulas.write(sheet, (SUM_ROW, column), total, totals[at])
        if year in years.by_year:
            found = _in_summary(summary, year)
            shown = f'IF(COUNT({found})=0,"",{found})'
            formulas.write(sheet, (SUMMARY_ROW, column), shown, known[at])
    fair = all(one.fair for one in years.comparisons[:1])
    for row, values, is_fair in (
        (CHOSEN_ROW, first, True),
        (SUM_ROW, totals, fair),
        (SUMMARY_ROW, known, fair),
    ):
        units.look(row, _HEIGHT, total=True)
        units.compare(row, values, fair=is_fair)
    for column, year in enumerate(units.columns, FIRST_YEAR):
        if year in years.by_year and not years.by_year[year].whole:
            for row in (SUM_ROW, SUMMARY_ROW):
                sheet.cell(row, column).font = style.ALARM
    cells = area((SUMMARY_ROW, FIRST_YEAR), (SUMMARY_ROW, FIRST_YEAR + len(units.columns) - 1))
    ours, theirs = f"B{SUM_ROW}", f"B{SUMMARY_ROW}"
    differs = f"AND(COUNT({ours},{theirs})=2,ROUND(N({ours})-N({theirs}),6)<>0)"
    style.colour_where(sheet, cells, differs)


def _in_summary(summary: SummarySheet, year: int) -> str:
    """Return what finds the chosen figure of a year in 历年汇总."""
    last = max(summary.rows.values())
    name, column = summary.sheet.title, summary.column(year)
    names = range_at(name, (1, NAME), (last, NAME))
    return f"INDEX({range_at(name, (1, column), (last, column))},MATCH({fixed(FIGURE)},{names},0))"
