"""Writes what stands above the figures of 历年汇总: its title, its notes, the years."""

from collections.abc import Sequence

from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import area, column_letters
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.model.collection.over_years.trends import Trends
from generator.model.collection.over_years.year_notes import Note, counted_units
from generator.model.collection.over_years.years import Years

LABEL, NAME, UNIT, FIRST_YEAR = 1, 2, 3, 4
"""Columns."""
LABEL_WIDTH, NAME_WIDTH = 44, 26
_UNIT_WIDTH, _YEAR_WIDTH, _COMPARED_WIDTH = 7, 12, 11
_ROW_HEIGHT = 20
_HINT = (
    "各年的数来自各年的汇总，增减、增长由公式算出。空白不当作 0；上年为 0 的没有增长率。"
    "名称可以写进正文引用，如【{name}】。"
)


def write_frame(sheet: Worksheet, trends: Trends, notes: Sequence[Note], last: int) -> int:
    """Write what stands above the table; return the row in which that begins."""
    years = trends.years
    example = (trends.main or trends.nothing)[0].name
    for column in range(1, last + 1):
        wide = _COMPARED_WIDTH if column >= FIRST_YEAR + len(years.columns) else _YEAR_WIDTH
        named = {LABEL: LABEL_WIDTH, NAME: NAME_WIDTH, UNIT: _UNIT_WIDTH}
        sheet.column_dimensions[column_letters(column)].width = named.get(column, wide)
    whole = sum(sheet.column_dimensions[column_letters(one)].width for one in range(1, last + 1))
    title = f"{years.latest.organ}{years.columns[0]}—{years.columns[-1]}年{years.form.name}数据"
    lines: list[tuple[str, Font, PatternFill | None]] = [
        (title, style.TITLE, None),
        (_HINT.format(name=example), style.QUIET, None),
        *(
            (one.said, style.STRONG, style.ERROR_FILL if one.alarming else style.NOTICE_FILL)
            for one in notes
        ),
    ]
    for row, (text, font, fill) in enumerate(lines, 1):
        cells = area((row, 1), (row, last))
        write_text(sheet.cell(row, 1), text)
        if fill:
            style.dress(sheet, cells, font=font, fill=fill, alignment=style.LEFT)
        sheet.cell(row, 1).font, sheet.cell(row, 1).alignment = font, style.LEFT
        sheet.merge_cells(cells)
        sheet.row_dimensions[row].height = style.height_for([(text, whole)])
    sheet.row_dimensions[1].height = 32
    return len(lines) + 1


def write_header(sheet: Worksheet, years: Years, top: int, last: int) -> int:
    """Write the header; return its last row."""
    bottom = top + 1 + int(years.of_units)
    style.dress(sheet, area((top, 1), (bottom, last)), font=style.STRONG, fill=style.HEADER_FILL)
    for column, label in ((LABEL, "数字"), (NAME, "名称"), (UNIT, "单位")):
        sheet.cell(top, column, label)
        sheet.merge_cells(area((top, column), (bottom, column)))
    _across(sheet, top, FIRST_YEAR, len(years.columns), "各年的数")
    for at, year in enumerate(years.columns):
        column, given = FIRST_YEAR + at, years.by_year.get(year)
        sheet.cell(top + 1, column, years.label(year))
        if years.of_units:
            sheet.cell(bottom, column, counted_units(given) or None)
        if given is None or not given.whole:
            for row in range(top + 1, bottom + 1):
                sheet.cell(row, column).fill = style.ERROR_FILL
    for at, compared in enumerate(years.comparisons):
        column = FIRST_YEAR + len(years.columns) + 2 * at
        _across(sheet, top, column, 2, f"{compared.now.year}年比{compared.before.year}年")
        for beside, label in enumerate(("增减", "增长")):
            sheet.cell(top + 1, column + beside, label)
            if bottom > top + 1:
                sheet.merge_cells(area((top + 1, column + beside), (bottom, column + beside)))
    for row in range(top, bottom + 1):
        sheet.row_dimensions[row].height = _ROW_HEIGHT
    labels = [(years.label(year), _YEAR_WIDTH) for year in years.columns]
    sheet.row_dimensions[top + 1].height = max(style.height_for(labels), _ROW_HEIGHT)
    return bottom


def _across(sheet: Worksheet, row: int, column: int, wide: int, label: str) -> None:
    sheet.cell(row, column, label)
    if wide > 1:
        sheet.merge_cells(area((row, column), (row, column + wide - 1)))
