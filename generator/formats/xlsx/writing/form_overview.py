"""Lists a form in a workbook: its figures by name, its ties, its rules."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import area, column_letters
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text

Lines = Iterable[Sequence[str]]
_WIDEST, _NARROWEST = 60, 10


def overview_of(sheets: Sequence[tuple[str, Sequence[str], Lines]]) -> bytes:
    """Return an .xlsx with a sheet for each list: its name, the names of its columns, its rows."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, columns, lines in sheets:
        _list(workbook.create_sheet(name), columns, [tuple(line) for line in lines])
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _list(sheet: Worksheet, columns: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    for column, text in enumerate(columns, 1):
        write_text(sheet.cell(1, column), text)
        longest = max((len(line[column - 1]) for line in lines), default=0)
        wide = min(_WIDEST, max(_NARROWEST, 2 * longest))
        sheet.column_dimensions[column_letters(column)].width = wide
    header = area((1, 1), (1, len(columns)))
    style.dress(sheet, header, font=style.STRONG, fill=style.HEADER_FILL)
    for row, line in enumerate(lines, 2):
        for column, text in enumerate(line, 1):
            write_text(sheet.cell(row, column), text)
    if lines:
        style.dress(sheet, area((2, 1), (1 + len(lines), len(columns))), alignment=style.LEFT)
    sheet.freeze_panes = "A2"
    style.print_on_a4(sheet, landscape=True, titles="1:1")
