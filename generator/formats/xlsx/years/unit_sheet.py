"""Writes 各单位历年: one figure, which people choose, of every unit in every year.

Nothing but functions that Excel 2007 and WPS have, and no macros.
"""

from collections.abc import Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import address, area, column_letters
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import choose
from generator.formats.xlsx.years.formulas import Formulas
from generator.formats.xlsx.years.sheets import UNIT_DATA, UNITS, fixed, range_at
from generator.formats.xlsx.years.summary_sheet import SummarySheet
from generator.formats.xlsx.years.unit_charts import UnitRows, add_charts
from generator.formats.xlsx.years.unit_data import UnitData
from generator.formats.xlsx.years.unit_sums import write_sums
from generator.formats.xlsx.years.unit_view import (
    CHOSEN_ROW,
    FIGURE,
    FIGURE_PLACE,
    FIRST_UNIT_ROW,
    FIRST_YEAR,
    HEADER,
    NAME_WIDTH,
    SUM_ROW,
    SUMMARY_ROW,
    UNIT,
    UNIT_PLACE,
    YEAR_WIDTH,
    UnitView,
)
from generator.model.collection.over_years.followed_units import said_of
from generator.model.collection.over_years.trends import Trends

_HINT = "在黄色的格里选一个数字、一个单位，下面的数和右边的图跟着变。名单以最近一年的为准。"
_CHOSEN_FIGURE, _CHOSEN_UNIT = "看哪个数字", "看哪个单位"
_FROM_THE_LIST = "请从列表里选。"


def write_units(
    workbook: Workbook,
    trends: Trends,
    data: UnitData,
    summary: SummarySheet,
    formulas: Formulas,
) -> None:
    """Add the sheet."""
    sheet: Worksheet = workbook.create_sheet(UNITS)
    names = [trend.name for trend in data.trends]
    example = trends.years.form.example
    chosen = names.index(example) if example in names else 0
    said = [said_of(unit, trends.years) for unit in data.units]
    units = UnitView(sheet, data, trends, formulas, chosen, said)
    _frame(units, names)
    _header(units)
    write_sums(units, summary)
    for place in range(len(data.units)):
        _unit(units, place)
    _charts(units)
    sheet.freeze_panes = address((FIRST_UNIT_ROW, FIRST_YEAR))
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER}:{SUMMARY_ROW}")


def _charts(units: UnitView) -> None:
    labels = [units.trends.years.label(year) for year in units.columns]
    rows = UnitRows(HEADER, FIRST_YEAR, labels, CHOSEN_ROW, SUM_ROW, FIRST_UNIT_ROW)
    shown = [(unit.name, units.values(at)) for at, unit in enumerate(units.data.units)]
    totals = [(units.label(CHOSEN_ROW), shown[0][1]), (units.label(SUM_ROW), units.totals())]
    add_charts(units.sheet, rows, shown, totals, units.remark_column + 2)


def _frame(units: UnitView, names: Sequence[str]) -> None:
    """Write the title and the cells in which people choose."""
    sheet, last = units.sheet, units.remark_column
    title = f"{units.trends.years.latest.organ}各单位历年"
    for row, text, font, height in ((1, title, style.TITLE, 32), (2, _HINT, style.QUIET, 24)):
        write_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font, sheet.cell(row, 1).alignment = font, style.LEFT
        sheet.merge_cells(area((row, 1), (row, last)))
        sheet.row_dimensions[row].height = height
    first_unit = units.data.units[0].name
    list_of_units = f"{fixed((FIRST_UNIT_ROW, 1))}:{fixed((units.last_unit_row, 1))}"
    for spot, label, value, source in (
        (FIGURE, _CHOSEN_FIGURE, names[units.chosen], range_at(UNIT_DATA, *units.data.names())),
        (UNIT, _CHOSEN_UNIT, first_unit, list_of_units),
    ):
        cells = area(spot, (spot[0], FIRST_YEAR + len(units.columns) - 1))
        write_text(sheet.cell(spot[0], 1), label)
        write_text(sheet.cell(*spot), value)
        style.dress(sheet, address((spot[0], 1)), font=style.STRONG, fill=style.LABEL_FILL)
        style.dress(sheet, cells, fill=style.INPUT_FILL)
        sheet.merge_cells(cells)
        choose(sheet, source, address(spot), _FROM_THE_LIST)
        sheet.row_dimensions[spot[0]].height = 22
    _places(units, list_of_units)


def _places(units: UnitView, list_of_units: str) -> None:
    """Write, in a hidden row, the places of what was chosen: formulas that look up use them."""
    sheet, formulas = units.sheet, units.formulas
    sheet.cell(FIGURE_PLACE[0], 1, "所选的在第几列、第几行")
    names = range_at(UNIT_DATA, *units.data.names())
    figure = f"MATCH({fixed(FIGURE)},{names},0)"
    formulas.write(sheet, FIGURE_PLACE, figure, Decimal(units.chosen + 1))
    unit = f"MATCH({fixed(UNIT)},{list_of_units},0)"
    formulas.write(sheet, UNIT_PLACE, unit, Decimal(1))
    sheet.row_dimensions[FIGURE_PLACE[0]].hidden = True


def _header(units: UnitView) -> None:
    sheet = units.sheet
    years = [units.trends.years.label(year) for year in units.columns]
    compared = ["比上年增减", "增长"] if units.compares else []
    for column, label in enumerate(["单位", *years, *compared, "说明"], 1):
        write_text(sheet.cell(HEADER, column), label)
        sheet.column_dimensions[column_letters(column)].width = YEAR_WIDTH
    sheet.column_dimensions["A"].width = NAME_WIDTH
    sheet.column_dimensions[column_letters(units.remark_column)].width = units.remark_width
    header = area((HEADER, 1), (HEADER, units.remark_column))
    style.dress(sheet, header, font=style.STRONG, fill=style.HEADER_FILL)
    height = style.height_for((label, YEAR_WIDTH) for label in years)
    sheet.row_dimensions[HEADER].height = max(height, 22)


def _unit(units: UnitView, place: int) -> None:
    sheet, row, values = units.sheet, FIRST_UNIT_ROW + place, units.values(place)
    name, said = units.data.units[place].name, units.said[place]
    units.look(row, style.height_for([(name, NAME_WIDTH), (said, units.remark_width)]))
    write_text(sheet.cell(row, 1), name)
    for column, year in enumerate(units.columns):
        if year in units.data.years:
            figures = range_at(UNIT_DATA, *units.data.figures(place, year))
            found = f"INDEX({figures},1,{fixed(FIGURE_PLACE)})"
            formula = f'IF(COUNT({found})=0,"",{found})'
            units.formulas.write(sheet, (row, FIRST_YEAR + column), formula, values[column])
    units.compare(row, values)
    if said:
        write_text(sheet.cell(row, units.remark_column), said)
        sheet.cell(row, units.remark_column).font = style.QUIET
