"""Writes 各单位数据: a row a unit and year, a column a figure, to filter and to reckon with."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address, area, column_letters
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import list_sheet
from generator.formats.xlsx.years.formulas import number_of
from generator.formats.xlsx.years.sheets import UNIT_DATA
from generator.model.collection.over_years.followed_units import FollowedUnit, UnitInYear
from generator.model.collection.over_years.trends import Trend, Trends, numbers_of

_COLUMNS, _WIDTHS = ("单位", "年度", "情况"), (24, 8, 12)
_FIGURE_WIDTH, _SCALE = 9, 55
_COUNTED, _PARTLY, _NOT_COUNTED, _NOT_LISTED = "计入", "部分计入", "没有汇总", "名单上没有"
_HINT = "『各单位历年』的数从这里取。没有列出的数字，各单位各年都是 0 或空白。"
_HINT_OF_MANY = (
    "『各单位历年』的数从这里取。单位很多，只列出前 {count} 个数字，其余的请看各年的汇总。"
)
_MOST_CELLS = 250_000
"""So many figures a sheet holds that every program of ours opens: 400 units in 3 years, all."""
FIRST_FIGURE = len(_COLUMNS) + 1
"""Column."""


class UnitData(NamedTuple):
    """What stands in the sheet, and where."""

    units: Sequence[FollowedUnit]
    trends: Sequence[Trend]
    """In the order of the columns."""
    values: Mapping[tuple[int, int], Sequence[Decimal | None]]
    """By place of a unit and of a column of years: a value for each trend."""
    years: Sequence[int]
    """Those that were handed over with units."""
    left_out: bool
    """Whether there was no room for all figures."""

    def row(self, unit: int, year: int) -> int:
        """Return the row of a unit, counted from 0, in a year."""
        return HEADER_ROW + 1 + unit * len(self.years) + self.years.index(year)

    @property
    def last_column(self) -> int:
        """Column of the last figure."""
        return FIRST_FIGURE + len(self.trends) - 1

    def names(self) -> tuple[Spot, Spot]:
        """Return where the names of the figures begin and end."""
        return (HEADER_ROW, FIRST_FIGURE), (HEADER_ROW, self.last_column)

    def figures(self, unit: int, year: int) -> tuple[Spot, Spot]:
        """Return where the figures of a unit in a year begin and end."""
        row = self.row(unit, year)
        return (row, FIRST_FIGURE), (row, self.last_column)


def unit_data(trends: Trends, units: Sequence[FollowedUnit]) -> UnitData:
    """Return the figures of all units; those that none of them ever had are left out."""
    form, columns = trends.years.form, range(len(trends.years.columns))
    had = {
        name
        for unit in units
        for year in unit.years
        if year
        for name, value in numbers_of(year.figures, form).items()
        if value
    }
    others = (trend for table in trends.others for trend in table.trends)
    had -= form.quotients.keys()  # below the units stands a sum, which they have not
    every = [trend for trend in (*trends.main, *others) if trend.name in had]
    room = _MOST_CELLS // max(1, len(units) * len(trends.years.given))
    shown = every[: max(1, room)]
    values: dict[tuple[int, int], Sequence[Decimal | None]] = {}
    for place, unit in enumerate(units):
        for at in columns:
            year = unit.years[at]
            figures = numbers_of(year.figures, form) if year else {}
            values[place, at] = tuple(figures.get(one.name) for one in shown)
    given = [one.year for one in trends.years.given if one.units]
    return UnitData(units, shown, values, given, left_out=len(shown) < len(every))


def write_unit_data(workbook: Workbook, data: UnitData, columns: Sequence[int]) -> None:
    """Add the sheet."""
    names = [trend.name for trend in data.trends]
    widths = (*_WIDTHS, *[_FIGURE_WIDTH] * len(names))
    hint = _HINT_OF_MANY.format(count=len(names)) if data.left_out else _HINT
    sheet = list_sheet(workbook, UNIT_DATA, hint, (*_COLUMNS, *names), widths)
    sheet.row_dimensions[HEADER_ROW].height = style.height_for(
        (name, _FIGURE_WIDTH) for name in names
    )
    for place, unit in enumerate(data.units):
        for year in data.years:
            _row(sheet, data, place, year, columns.index(year))
            state = unit.years[columns.index(year)]
            _look(sheet, data.row(place, year), data.last_column, state)
    sheet.freeze_panes = address((HEADER_ROW + 1, FIRST_FIGURE))
    bottom = data.row(len(data.units) - 1, data.years[-1])
    sheet.auto_filter.ref = area((HEADER_ROW, 1), (bottom, data.last_column))
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    sheet.print_title_cols = f"A:{column_letters(FIRST_FIGURE - 1)}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    sheet.page_setup.scale = _SCALE  # figures take several pages beside each other


def _row(sheet: Worksheet, data: UnitData, place: int, year: int, at: int) -> None:
    unit, row = data.units[place], data.row(place, year)
    write_text(sheet.cell(row, 1), unit.name)
    sheet.cell(row, 2, year)
    sheet.cell(row, 3, _state(unit.years[at]))
    for column, value in enumerate(data.values[place, at], FIRST_FIGURE):
        if value is not None:
            sheet.cell(row, column, number_of(value))


def _look(sheet: Worksheet, row: int, last: int, state: UnitInYear | None) -> None:
    style.dress(sheet, area((row, 1), (row, 3)), font=style.LABEL, fill=style.LABEL_FILL)
    sheet.cell(row, 1).alignment = style.LEFT
    if last >= FIRST_FIGURE:
        style.dress(sheet, area((row, FIRST_FIGURE), (row, last)), font=style.LABEL)
    if state is None or state.missing:
        sheet.cell(row, 3).fill = style.PAST_FILL if state is None else style.ERROR_FILL


def _state(year: UnitInYear | None) -> str:
    if year is None:
        return _NOT_LISTED
    if not year.missing:
        return _COUNTED
    return _PARTLY if year.figures else _NOT_COUNTED
