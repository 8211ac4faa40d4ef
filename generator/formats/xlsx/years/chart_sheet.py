"""Writes 历年图: the main figures as charts, two in a row, made to fit on A4."""

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import column_letters
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.years.drawing import Places, drawing
from generator.formats.xlsx.years.sheets import CHARTS, at, range_at
from generator.formats.xlsx.years.summary_header import FIRST_YEAR, NAME
from generator.formats.xlsx.years.summary_sheet import SummarySheet
from generator.model.chart_look.words import has_legend
from generator.model.collection.over_years.trends import Trends
from generator.model.collection.over_years.year_charts import YearChart, charts_of

_COLUMNS, _COLUMN_WIDTH = 2, 56  # a chart stands in one cell
_WIDTH, _HEIGHT = 10.6, 7.0  # centimetres
_CHART_ROW, _EMU_BETWEEN = 205, 60_000  # points; English Metric Units
_FIRST_ROW = 3
_HINT = "图随『历年汇总』里的数变。可以复制到报告里；各年都是 0 的不画。"


def write_charts(workbook: Workbook, trends: Trends, summary: SummarySheet) -> None:
    """Add the sheet, where there is anything to draw."""
    charts = charts_of(trends)
    if not charts:
        return
    sheet: Worksheet = workbook.create_sheet(CHARTS)
    title = f"{trends.years.latest.organ}{trends.years.form.name}历年图"
    for row, text, font, height in ((1, title, style.TITLE, 32), (2, _HINT, style.QUIET, 24)):
        write_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font, sheet.cell(row, 1).alignment = font, style.LEFT
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_COLUMNS)
        sheet.row_dimensions[row].height = height
    for column in range(1, _COLUMNS + 1):
        sheet.column_dimensions[column_letters(column)].width = _COLUMN_WIDTH
    for place, chart in enumerate(charts):
        row, column = _FIRST_ROW + place // _COLUMNS, 1 + place % _COLUMNS
        sheet.row_dimensions[row].height = _CHART_ROW
        seen = chart.drawn(trends.years)
        drawn = drawing(
            seen,
            _places(chart, summary),
            width=_WIDTH,
            height=_HEIGHT,
            stacked=chart.stacked,
            legend=has_legend(seen),
        )
        drawn.anchor = _within(row, column)  # type: ignore[assignment]  # the stubs know names
        sheet.add_chart(drawn)
    sheet.sheet_view.showGridLines = False
    style.print_on_a4(sheet)


def _within(row: int, column: int) -> TwoCellAnchor:
    """Return where a chart stands that fills a cell, however wide the programs make that."""
    begins = AnchorMarker(col=column - 1, row=row - 1, colOff=_EMU_BETWEEN, rowOff=_EMU_BETWEEN)
    return TwoCellAnchor(editAs="oneCell", _from=begins, to=AnchorMarker(col=column, row=row))


def _places(chart: YearChart, summary: SummarySheet) -> Places:
    last = FIRST_YEAR + len(summary.columns) - 1
    name = summary.sheet.title
    return Places(
        range_at(name, (summary.year_row, FIRST_YEAR), (summary.year_row, last)),
        [
            (
                at(name, (summary.rows[one.name], NAME)),
                range_at(
                    name, (summary.rows[one.name], FIRST_YEAR), (summary.rows[one.name], last)
                ),
            )
            for one in chart.trends
        ],
    )
