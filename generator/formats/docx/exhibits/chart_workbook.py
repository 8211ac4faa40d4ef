"""The workbook that lies in a document as the data of a chart: what 编辑数据 shows in Word."""

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from generator.files.zip_archive import package
from generator.model.chart_look.numbers import decimals
from generator.model.chart_look.words import written
from generator.model.exhibits import Chart

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

SHEET = "Sheet1"
"""As Word itself calls it."""

_CORNER, _NAMES_WIDTH = "类别", 30
_SAYING_NOTHING = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
    b'2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
}
"""Instead of the properties by openpyxl: its own name and version, and the time of saving."""


def categories_at(chart: Chart) -> str:
    """Return where the names of the categories stand."""
    return _column(1, chart)


def name_at(series: int) -> str:
    """Return where the name of a series stands, which are counted from 0."""
    return f"{SHEET}!${_letter(series + 2)}$1"


def values_at(series: int, chart: Chart) -> str:
    """Return where the values of a series stand."""
    return _column(series + 2, chart)


def format_code(chart: Chart) -> str:
    """Return how its numbers are shown: all with the decimals that one of them has, at most."""
    after = decimals(chart)
    return f"0.{'0' * after}" if after else "0"


def kept(name: str) -> str:
    """Return the name of a series or category as charts keep it.

    For one that has none LibreOffice makes up a name, Series1, when it saves; a blank it leaves.
    """
    return written(name) or " "


def workbook_of(chart: Chart) -> bytes:
    """Return a workbook with the data of a chart in the cells that the chart names."""
    from openpyxl import Workbook  # long to import, and most reports have no chart

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = SHEET
    sheet.column_dimensions["A"].width = _NAMES_WIDTH
    code = format_code(chart)
    heads = [_CORNER, *(series.name for series in chart.series)]
    for column, head in enumerate(heads, 1):
        _say(sheet.cell(1, column), head)
    for row, category in enumerate(chart.categories, 2):
        _say(sheet.cell(row, 1), category)
    for column, series in enumerate(chart.series, 2):
        for row, value in enumerate(series.values, 2):
            cell = sheet.cell(row, column, value)
            cell.number_format = code
    content = BytesIO()
    workbook.save(content)
    with zipfile.ZipFile(content) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return package(parts | _SAYING_NOTHING)


def _say(cell: "Cell | MergedCell", text: str) -> None:
    """Write a text that stays one, though it begins like a formula."""
    cell.value = kept(text)
    cell.data_type = "s"


def _column(number: int, chart: Chart) -> str:
    letter, last = _letter(number), max(len(chart.categories), 1) + 1
    return f"{SHEET}!${letter}$2:${letter}${last}"


def _letter(column: int) -> str:
    return chr(ord("A") + column - 1)
