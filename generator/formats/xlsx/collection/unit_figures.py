"""Writes 各单位数字: one row a unit, one column a figure, and above them the sum that is live."""

from collections.abc import Iterator, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.chinese import listed
from generator.form.vocabulary import FigureSpec, Form
from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.collection.layout import (
    COUNTED,
    COUNTS,
    DOES_NOT,
    FIGURE_COLUMNS,
    FIGURES_SHEET,
    FIRST_FIGURE_COLUMN,
    FIRST_HEADER_ROW,
    FIRST_UNIT_ROW,
    KEY_ROW,
    STATUS_ROW,
    SUM_ROW,
    as_received,
    figure_columns,
    incomplete,
    received_column,
    status_formula,
    sum_formula,
)
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import choose
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection, UnitStanding
from generator.model.plain_number import plain_number

_WIDTHS = (34, 20, 7)
_FIGURE_WIDTH = 9
_SUM = "合计"
_HINT = (
    f"改了某个单位的数，合计和各张表跟着变；“{COUNTED}”选“{DOES_NOT}”的不算。"
    "改过的数，再汇总时会留下。"
)
_MOST_NAMED = 12


def write_unit_figures(workbook: Workbook, collection: Collection, answers: Answers) -> None:
    """Add 各单位数字."""
    sheet: Worksheet = workbook.create_sheet(FIGURES_SHEET)
    columns = figure_columns(collection.form)
    units = len(collection.units)
    _head(sheet, collection, columns)
    _labels(sheet, collection.form)
    sheet.cell(SUM_ROW, 1, _SUM)
    for column in columns.values():
        sheet.cell(SUM_ROW, column, sum_formula(column, units))
    last = received_column(collection.form) - 1
    style.dress(
        sheet, f"A{SUM_ROW}:{address((SUM_ROW, last))}", font=style.STRONG, fill=style.TOTAL_FILL
    )
    for row, one in enumerate(collection.units, FIRST_UNIT_ROW):
        _unit(sheet, row, one, columns, answers)
        style.dress(sheet, f"A{row}:{address((row, last))}")
        sheet.cell(row, 1).alignment = style.LEFT
    _finish(sheet, units, last)


def _head(sheet: Worksheet, collection: Collection, columns: Mapping[str, int]) -> None:
    missing = [one.unit.name for one in collection.units if not one.state.counts]
    more = f"等 {len(missing)} 个" if missing[_MOST_NAMED:] else ""
    left_out = f"没有计入：{listed(missing[:_MOST_NAMED])}{more}。" if missing else ""
    sheet.cell(1, 1, FIGURES_SHEET).font = style.TITLE
    sheet.row_dimensions[1].height = 32
    units, status = len(collection.units), address((STATUS_ROW, 1))
    sheet.cell(STATUS_ROW, 1, status_formula(units))
    sheet.cell(STATUS_ROW, 1).font = style.HEADING
    write_text(sheet.cell(STATUS_ROW, FIRST_FIGURE_COLUMN), left_out + _HINT)
    sheet.cell(STATUS_ROW, FIRST_FIGURE_COLUMN).font = style.QUIET
    sheet.row_dimensions[STATUS_ROW].height = 24
    style.colour_where(sheet, status, incomplete(status, units))
    for column, (label, width) in enumerate(zip(FIGURE_COLUMNS, _WIDTHS, strict=True), 1):
        sheet.cell(FIRST_HEADER_ROW, column, label)
        sheet.merge_cells(
            start_row=FIRST_HEADER_ROW, end_row=KEY_ROW - 1, start_column=column, end_column=column
        )
        sheet.column_dimensions[column_letters(column)].width = width
    for column in columns.values():
        sheet.column_dimensions[column_letters(column)].width = _FIGURE_WIDTH


def _labels(sheet: Worksheet, form: Form) -> None:
    """Write table, row and column above each figure, and its name, which is hidden."""
    columns = figure_columns(form)
    for table in form.tables:
        names = [spec.name for spec in table.figures]
        _over(sheet, FIRST_HEADER_ROW, columns[names[0]], len(names), table.title)
        for first, count, label in _rows(table.figures):
            _over(sheet, FIRST_HEADER_ROW + 1, columns[first], count, label)
        for spec in table.figures:
            sheet.cell(FIRST_HEADER_ROW + 2, columns[spec.name], spec.column.label[-1])
            sheet.cell(KEY_ROW, columns[spec.name], spec.name)
    last = address((KEY_ROW - 1, received_column(form) - 1))
    style.dress(sheet, f"A{FIRST_HEADER_ROW}:{last}", font=style.STRONG, fill=style.HEADER_FILL)
    for row, height in ((FIRST_HEADER_ROW, 22), (FIRST_HEADER_ROW + 1, 34), (KEY_ROW - 1, 34)):
        sheet.row_dimensions[row].height = height
    sheet.row_dimensions[KEY_ROW].hidden = True


def _rows(figures: Sequence[FigureSpec]) -> Iterator[tuple[str, int, str]]:
    """Yield the first figure of each row of a table, how many it has, and what the row is."""
    by_row: dict[int, list[FigureSpec]] = {}
    for spec in figures:
        by_row.setdefault(id(spec.row), []).append(spec)
    for specs in by_row.values():
        label = specs[0].row.label
        yield specs[0].name, len(specs), label[-1] if label else " "


def _over(sheet: Worksheet, row: int, column: int, count: int, label: str) -> None:
    sheet.cell(row, column, label)
    if count > 1:
        sheet.merge_cells(
            start_row=row, end_row=row, start_column=column, end_column=column + count - 1
        )


def _unit(
    sheet: Worksheet, row: int, one: UnitStanding, columns: Mapping[str, int], answers: Answers
) -> None:
    name = one.unit.name
    write_text(sheet.cell(row, 1), name)
    write_text(sheet.cell(row, 2), one.state.value)
    figures = one.filing.figures if one.filing else {}
    known = one.filing is not None or name in answers.mended_by_unit
    counted = known and answers.counted.get(name, one.state.counts)
    sheet.cell(row, 3, COUNTS if counted else DOES_NOT)
    received: list[str] = []
    for figure, column in columns.items():
        value = figures[figure].value if figure in figures else None
        if one.filing is None:  # what it said before its file was gone
            value = answers.received.get((name, figure))
        received.append("" if value is None else f"{value:f}")
        shown = answers.mended.get((name, figure), value if one.filing else None)
        if shown is not None:
            sheet.cell(row, column, plain_number(shown))
    write_text(sheet.cell(row, max(columns.values()) + 1), as_received(received))


def _finish(sheet: Worksheet, units: int, last: int) -> None:
    bottom = FIRST_UNIT_ROW + max(units, 1) - 1
    choose(sheet, f'"{COUNTS},{DOES_NOT}"', f"C{FIRST_UNIT_ROW}:C{bottom}", "请选“是”或“否”。")
    style.colour_where(sheet, f"A{FIRST_UNIT_ROW}:C{bottom}", f'$C{FIRST_UNIT_ROW}<>"{COUNTS}"')
    sheet.column_dimensions[column_letters(last + 1)].hidden = True
    sheet.freeze_panes = address((FIRST_UNIT_ROW, FIRST_FIGURE_COLUMN))
    titles = f"{FIRST_HEADER_ROW}:{SUM_ROW}"
    style.print_on_a4(sheet, landscape=True, titles=titles)
    sheet.print_title_cols = "A:C"
    sheet.page_setup.fitToWidth = 0
