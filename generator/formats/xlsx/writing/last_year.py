"""Writes last year's figures next to this year's, for people to look at.

They stand as 〔3511〕, which is no number to any reader: nothing can be taken for a figure of this
year, however rows are inserted or copied, and a real number beside the table is still reported.
"""

from openpyxl.worksheet.worksheet import Worksheet

from generator.form.grid import Cell, grid, header_rows
from generator.form.vocabulary import Block
from generator.formats.xlsx.cell_names import area, column_letters
from generator.formats.xlsx.layout import TableSheet
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.model.report import Report

_HEADING = "{year}年数（供对照，不印出）"
_SHOWN = "〔{}〕"
_THIS_YEAR, _LAST_YEAR = "本年", "上年"
_WIDTH = 11
_HEIGHT = 20


def write_last_year(sheet: Worksheet, layout: TableSheet, previous: Report, year: str) -> None:
    """Write last year's figures beside the table; under it where it has one row of figures."""
    if len({row for row, _ in layout.figures.values()}) == 1:
        _under(sheet, layout, previous, year)
    else:
        _beside(sheet, layout, previous, year)


def _under(sheet: Worksheet, layout: TableSheet, previous: Report, year: str) -> None:
    row = sheet.max_row + 2
    columns = [column for _, column in layout.figures.values()]
    _text(sheet, (row, min(columns)), (row, max(columns)), _HEADING.format(year=year))
    for name, (_, column) in layout.figures.items():
        _text(sheet, (row + 1, column), (row + 1, column), _shown(previous, name))
    for at in (row, row + 1):
        sheet.row_dimensions[at].height = _HEIGHT


def _beside(sheet: Worksheet, layout: TableSheet, previous: Report, year: str) -> None:
    shift = layout.last_year_column - layout.first_column
    last = layout.check_column - 1 + shift
    for column in range(layout.last_year_column, last + 1):
        sheet.column_dimensions[column_letters(column)].width = _WIDTH
    tops = {_top(layout, block) for block in layout.table.blocks}
    for top in tops:
        heading = (top, layout.last_year_column), (top, last)
        _text(sheet, *heading, _HEADING.format(year=year), header=True)
    for cell in grid(layout.table):
        row, column = layout.spot(cell)
        if column < layout.first_column or row in tops:
            continue
        first = row, column + shift
        corner = row + cell.rows - 1, column + cell.columns - 1 + shift
        text = _shown(previous, cell.figure) if cell.figure else _label(cell)
        _text(sheet, first, corner, text, header=cell.header)


def _top(layout: TableSheet, block: Block) -> int:
    """Return the uppermost row of a block: no label of a single column stands there."""
    first_figure = layout.figures[block.rows[0].name + block.columns[0].name]
    return first_figure[0] - header_rows(block)


def _label(cell: Cell) -> str:
    """Return a column's label, told from the table's own by what it begins with."""
    return _LAST_YEAR + cell.label.removeprefix(_THIS_YEAR)


def _shown(previous: Report, figure: str) -> str:
    """Return last year's figure; nothing where it was blank or is not known."""
    found = previous.figures.get(figure)
    if found is None or found.is_blank or not found.readable:
        return ""
    return _SHOWN.format(found.printed)


def _text(
    sheet: Worksheet,
    first: tuple[int, int],
    last: tuple[int, int],
    text: str,
    *,
    header: bool = False,
) -> None:
    cells = area(first, last)
    write_text(sheet.cell(*first), text)
    fill = style.PAST_HEADER_FILL if header else style.PAST_FILL
    style.dress(sheet, cells, font=style.PAST, fill=fill, alignment=style.SHRUNK)
    if first != last:
        sheet.merge_cells(cells)
