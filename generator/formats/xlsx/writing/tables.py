"""Writes the sheet of one table: the official grid, its totals, its witnesses, its live checks."""

from collections.abc import Iterable, Mapping

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.grid import Cell, grid
from generator.form.vocabulary import YEAR, FigureSpec, Form
from generator.formats.xlsx.cell_names import address, area, column_letters
from generator.formats.xlsx.layout import COLUMN_KEY, ROW_KEY, TableSheet, span, total_formula
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.last_year import write_last_year
from generator.formats.xlsx.writing.lists import choose
from generator.formats.xlsx.writing.table_checks import write_checks
from generator.model.plain_number import plain_number
from generator.model.report import Figure, Report

_ONLY_LABEL, _OUTER_LABEL, _MIDDLE_LABEL, _INNER_LABEL = 34, 7, 15, 42
_FIGURE_WIDTHS = ((4, 19.0), (7, 11.5), (99, 8.5))
_CHECK_WIDTH = 20
_PORTRAIT_COLUMNS = 8
_ROW_HEIGHT, _LONG_ROW_HEIGHT, _LONG_LABEL = 20, 32, 24
_HINT = "黄色格填数，没有就填 0。"
_TOTALS_HINT = (
    _HINT + "深黄色格是合计公式，也可以直接改成数字。右边和下面的校验变红，就是勾稽关系不符。"
)
_NOTES_WARNING = "如果是数字加括号说明，如 22（其中修订16件），请选“是”保留。"
_Content = str | int | float | None
"""Of a cell."""
NO_FORMULAS: Mapping[str, str] = {}
_NOTES_HINT = _HINT + "需要加说明时写在括号里，如 22（其中修订16件）。"


def write_table(
    workbook: Workbook,
    layout: TableSheet,
    form: Form,
    report: Report,
    heading: str,
    *,
    previous: Report | None = None,
    formulas: Mapping[str, str] = NO_FORMULAS,
) -> list[str]:
    """Add the sheet; return the areas in which its checks stand, for the overview.

    The figures of `previous`, last year's report, are shown beside it. `formulas` stand for
    figures, by name, unless these are totals that the form's own formula adds up.
    """
    sheet = workbook.create_sheet(layout.name)
    _frame(sheet, layout, form, heading)
    for cell in grid(layout.table):
        if cell.figure:
            formula = formulas.get(cell.figure, "")
            content = _content(layout, form, report, cell.figure, formula)
            total = layout.adds_up(form.totals.get(cell.figure, ()))
            fill = style.TOTAL_FILL if total else style.INPUT_FILL
            _figure(sheet, layout, cell, content, fill)
            if cell.figure not in form.numbers and isinstance(content, str):
                write_text(sheet.cell(*layout.spot(cell)), content)
        else:
            _label(sheet, layout, cell)
    _keys(sheet, layout)
    _validation(sheet, layout, form)
    checks = write_checks(sheet, layout, form)
    year = previous.entries.get(YEAR) if previous else None
    if previous and year:
        sheet.print_area = area((1, 1), (sheet.max_row, layout.check_column))
        write_last_year(sheet, layout, previous, year.printed)
    style.print_on_a4(sheet, landscape=layout.check_column > _PORTRAIT_COLUMNS)
    sheet.page_setup.fitToHeight = 1
    sheet.freeze_panes = address((layout.first_figure_row, layout.first_column))
    style.protect(sheet)
    return checks


def _frame(sheet: Worksheet, layout: TableSheet, form: Form, heading: str) -> None:
    across = layout.check_column
    for row, text, font in (
        (layout.title_row, heading, style.TITLE),
        (layout.hint_row, _hint(layout, form), style.QUIET),
    ):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=across)
        write_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = font
        sheet.cell(row, 1).alignment = style.LEFT
    sheet.row_dimensions[layout.title_row].height = 30
    sheet.row_dimensions[layout.hint_row].height = 30
    labels = _label_widths(layout.first_column - 1)
    columns = across - layout.first_column
    each = next(wide for most, wide in _FIGURE_WIDTHS if columns <= most)
    for column, wide in enumerate([*labels, *[each] * columns, _CHECK_WIDTH], 1):
        sheet.column_dimensions[column_letters(column)].width = wide
    head = layout.first_row, across
    bottom = layout.first_figure_row - 1
    sheet.merge_cells(start_row=head[0], end_row=bottom, start_column=across, end_column=across)
    sheet.cell(*head, "校验")
    style.dress(sheet, area(head, (bottom, across)), font=style.STRONG, fill=style.HEADER_FILL)


def _label_widths(depth: int) -> list[float]:
    """Return the widths of the label columns: the innermost holds the long texts."""
    if depth <= 1:
        return [_ONLY_LABEL] * depth
    return [_OUTER_LABEL, *[_MIDDLE_LABEL] * (depth - 2), _INNER_LABEL]


def _hint(layout: TableSheet, form: Form) -> str:
    """Say what to type; a number with a note is text, which formulas of totals pass over."""
    return _TOTALS_HINT if _has_totals(layout, form) else _NOTES_HINT


def _has_totals(layout: TableSheet, form: Form) -> bool:
    return any(
        name in layout.figures and layout.adds_up(addends) for name, addends in form.totals.items()
    )


def _label(sheet: Worksheet, layout: TableSheet, cell: Cell) -> None:
    row, column = layout.spot(cell)
    last = row + cell.rows - 1, column + cell.columns - 1
    cells = area((row, column), last)
    write_text(sheet.cell(row, column), cell.label)
    if cell.header:
        style.dress(sheet, cells, font=style.STRONG, fill=style.HEADER_FILL)
    else:
        stacked = cell.rows > cell.columns and column == 1
        alignment = style.STACKED if stacked else style.LEFT
        style.dress(sheet, cells, font=style.LABEL, fill=style.LABEL_FILL, alignment=alignment)
    if (cell.rows, cell.columns) != (1, 1):
        sheet.merge_cells(cells)
    tall = cell.rows == 1 and cell.columns == 1 and len(cell.label) > _LONG_LABEL
    height = _LONG_ROW_HEIGHT if tall else _ROW_HEIGHT
    sheet.row_dimensions[row].height = max(height, sheet.row_dimensions[row].height or 0)


def _figure(
    sheet: Worksheet, layout: TableSheet, cell: Cell, content: _Content, fill: PatternFill
) -> None:
    row, column = layout.spot(cell)
    cells = area((row, column), (row, column + cell.columns - 1))
    if content is not None:
        sheet.cell(row, column, content)
    style.dress(sheet, cells, fill=fill, unlocked=True)
    if cell.columns > 1:
        sheet.merge_cells(cells)


def _content(layout: TableSheet, form: Form, report: Report, name: str, formula: str) -> _Content:
    """Return what stands for a figure: the formula of a total, another one, or what was typed."""
    addends = form.totals.get(name, ())
    figure = report.figures.get(name)
    if layout.adds_up(addends) and _formula_serves(
        figure, [report.figures.get(one) for one in addends]
    ):
        return total_formula(addends, layout.figures)
    if formula:
        return formula
    return None if figure is None else _typed(figure)


def _formula_serves(total: Figure | None, addends: Iterable[Figure | None]) -> bool:
    """Tell whether a total is the sum of its addends, so that the formula may stand for it."""
    if total is None:
        return True
    numbers = [one.value for one in addends if one is not None and one.value is not None]
    return not total.note and total.readable and total.value == (sum(numbers) if numbers else None)


def _typed(figure: Figure) -> _Content:
    """Return what to put into a cell: a plain number, or the text of anything else."""
    if figure.value is None:
        return figure.note or figure.typed or None
    if figure.note:
        return figure.printed
    return plain_number(figure.value)


def _keys(sheet: Worksheet, layout: TableSheet) -> None:
    """Write the witnesses of rows and columns where nobody sorts them along, and hide them."""
    rows = sorted({row for row, _ in layout.figures.values()})
    columns = sorted({column for _, column in layout.figures.values()})
    for number, row in enumerate(rows, 1):
        sheet.cell(row, layout.key_column, ROW_KEY.format(number))
    for number, column in enumerate(columns, 1):
        sheet.cell(layout.key_row, column, COLUMN_KEY.format(number))
    sheet.column_dimensions[column_letters(layout.key_column)].hidden = True
    sheet.row_dimensions[layout.key_row].hidden = True


def _validation(sheet: Worksheet, layout: TableSheet, form: Form) -> None:
    """Warn of anything but a number, and show at each cell the name that text may cite."""
    notes = "" if _has_totals(layout, form) else _NOTES_WARNING
    for spec in layout.table.figures:
        if not spec.is_number:
            _words_validation(sheet, layout, spec)
            continue
        rule = DataValidation(
            type="whole" if spec.whole else "decimal",
            operator="greaterThanOrEqual",
            formula1="0",
            allow_blank=True,
            errorStyle="warning",
            errorTitle="请核对",
            error=f"这里填不小于 0 的{'整数' if spec.whole else '数'}。{notes}",
            promptTitle="正文引用这个数",
            prompt=f"【{spec.name}】",
            showInputMessage=True,
            showErrorMessage=True,
        )
        rule.add(address(layout.figures[spec.name]))
        sheet.add_data_validation(rule)
    for block in layout.table.blocks:
        names = [
            row.name + column.name
            for row in block.rows
            for column in block.columns
            if column.kind == "number"
        ]
        if not names:
            continue
        cells = span(names, layout.figures)
        first = cells.split(":")[0]
        bare = f'ISERROR(FIND("（",{first})),ISERROR(FIND("(",{first}))'
        words = f"AND(ISTEXT({first}),LEN({first})>0,{bare})"
        style.colour_where(sheet, cells, f"OR({words},N({first})<0)")


def _words_validation(sheet: Worksheet, layout: TableSheet, spec: FigureSpec) -> None:
    """Offer what may be chosen, keep words as they are typed, and show the name to cite."""
    cell = address(layout.figures[spec.name])
    title, name = "正文引用这一格", f"【{spec.name}】"
    if choices := spec.column.choices:
        hint = "请选：" + "、".join(choices)
        choose(sheet, f'"{",".join(choices)}"', cell, hint, prompt=(title, name))
    else:
        rule = DataValidation(
            allow_blank=True, promptTitle=title, prompt=name, showInputMessage=True
        )
        rule.add(cell)
        sheet.add_data_validation(rule)
    sheet[cell].number_format = "@" if spec.column.kind == "text" else "General"
