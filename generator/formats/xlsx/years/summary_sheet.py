"""Writes 历年汇总: a row a figure, a column a year, and each year against the one before it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address, area
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.years.formulas import RATIO, Formulas, number_of, signed
from generator.formats.xlsx.years.sheets import SUMMARY
from generator.formats.xlsx.years.summary_header import (
    FIRST_YEAR,
    LABEL,
    LABEL_WIDTH,
    NAME,
    NAME_WIDTH,
    UNIT,
    write_frame,
    write_header,
)
from generator.model.collection.over_years.changes import NOT_COMPARABLE, POINTS
from generator.model.collection.over_years.trends import Trend, Trends
from generator.model.collection.over_years.year_notes import Note
from generator.model.collection.over_years.years import Years
from generator.model.quotients import PERCENT

_PORTRAIT_COLUMNS = 7
_MAIN, _NOTHING = "主要数字", "各年都是 0 或空白的（{count} 个，点左边的“＋”展开）"
_PART = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=3)


class SummarySheet(NamedTuple):
    """Where things stand in it."""

    sheet: Worksheet
    rows: Mapping[str, int]
    """Row of each figure and sum by its name."""
    year_row: int
    """Row in which the years stand above their columns."""
    columns: Sequence[int]
    """The years, from the column FIRST_YEAR on."""

    def spot(self, name: str, year: int) -> Spot:
        """Return where a figure of a year stands."""
        return self.rows[name], self.column(year)

    def column(self, year: int) -> int:
        """Return the column of a year."""
        return FIRST_YEAR + self.columns.index(year)

    def compared(self, name: str) -> Spot:
        """Return where the latest year is compared with the one before it; growth is beside it."""
        return self.rows[name], FIRST_YEAR + len(self.columns)


class _Group(NamedTuple):
    """Rows under a heading."""

    heading: str
    trends: Sequence[Trend]
    main: bool = False
    folded: bool = False


def write_summary(
    workbook: Workbook, trends: Trends, notes: Sequence[Note], formulas: Formulas
) -> SummarySheet:
    """Add the sheet."""
    years = trends.years
    sheet: Worksheet = workbook.create_sheet(SUMMARY)
    last = FIRST_YEAR + len(years.columns) + 2 * len(years.comparisons) - 1
    top = write_frame(sheet, trends, notes, last)
    header = write_header(sheet, years, top, last)
    rows: dict[str, int] = {}
    row = header + 1
    for group in _groups(trends):
        _heading(sheet, row, group, last)
        for at, trend in enumerate(group.trends, row + 1):
            _labels(sheet, at, trend, group)
            rows[trend.name] = at
        row += 1 + len(group.trends)
    summary = SummarySheet(sheet, rows, top + 1, years.columns)
    for name in rows:
        _numbers(summary, trends.every[name], years, formulas)
        _comparisons(summary, trends.every[name], years, formulas)
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.freeze_panes = address((header + 1, FIRST_YEAR))
    style.print_on_a4(sheet, landscape=last > _PORTRAIT_COLUMNS, titles=f"{top}:{header}")
    return summary


def _groups(trends: Trends) -> Iterator[_Group]:
    groups = [
        _Group(_MAIN, trends.main, main=True),
        *(_Group(*table) for table in trends.others),
        _Group(_NOTHING.format(count=len(trends.nothing)), trends.nothing, folded=True),
    ]
    yield from (group for group in groups if group.trends)


def _heading(sheet: Worksheet, row: int, group: _Group, last: int) -> None:
    cells = area((row, 1), (row, last))
    write_text(sheet.cell(row, 1), group.heading)
    style.dress(sheet, cells, font=style.STRONG, fill=style.TOTAL_FILL, alignment=style.LEFT)
    sheet.merge_cells(cells)
    sheet.row_dimensions[row].height = 22
    sheet.row_dimensions[row].collapsed = group.folded


def _labels(sheet: Worksheet, row: int, trend: Trend, group: _Group) -> None:
    strong = group.main and not trend.part_of
    texts = ((LABEL, trend.label), (NAME, trend.name), (UNIT, trend.unit))
    for column, text in texts:
        write_text(sheet.cell(row, column), text)
        style.dress(
            sheet,
            address((row, column)),
            font=style.STRONG if strong else style.LABEL,
            fill=style.LABEL_FILL,
            alignment=_PART if trend.part_of and column == LABEL else style.LEFT,
        )
    dimensions = sheet.row_dimensions[row]
    dimensions.height = style.height_for([(trend.label, LABEL_WIDTH), (trend.name, NAME_WIDTH)])
    if group.folded:
        dimensions.outlineLevel, dimensions.hidden = 1, True


def _numbers(summary: SummarySheet, trend: Trend, years: Years, formulas: Formulas) -> None:
    """Write the figure of each year; a sum of the form is one of cells."""
    for year, value in zip(years.columns, trend.values, strict=True):
        spot = summary.spot(trend.name, year)
        if trend.addends and year in years.by_year:
            cells = ",".join(address(summary.spot(one, year)) for one in trend.addends)
            formula = f'IF(COUNT({cells})=0,"",SUM({cells}))'
            formulas.write(summary.sheet, spot, formula, value)
        else:
            summary.sheet.cell(*spot, number_of(value))
        given = years.by_year.get(year)
        style.dress(
            summary.sheet,
            address(spot),
            font=style.BODY if given and given.whole else style.ALARM,
            fill=None if given else style.PAST_FILL,
        )


def _comparisons(summary: SummarySheet, trend: Trend, years: Years, formulas: Formulas) -> None:
    for at, compared in enumerate(years.comparisons):
        row, column = summary.compared(trend.name)
        spot = row, column + 2 * at
        before, now = compared.before.year, compared.now.year
        formulas.compare(
            summary.sheet,
            spot,
            (summary.spot(trend.name, before), summary.spot(trend.name, now)),
            (
                trend.values[years.columns.index(before)],
                trend.values[years.columns.index(now)],
            ),
            instead=(POINTS if trend.unit in PERCENT else "") if compared.fair else NOT_COMPARABLE,
        )
        style.dress(
            summary.sheet,
            area(spot, (row, spot[1] + 1)),
            font=style.BODY if compared.fair else style.ALARM,
            fill=None if compared.fair else style.ERROR_FILL,
        )
        summary.sheet.cell(*spot).number_format = signed(trend)
        summary.sheet.cell(row, spot[1] + 1).number_format = RATIO
