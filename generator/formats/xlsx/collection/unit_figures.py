"""Writes 各单位数字: one row a unit, one column a figure, and above them the sum that is live."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

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
    quotient_formula,
    received_column,
    status_formula,
    sum_formula,
)
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import choose
from generator.formats.xlsx.writing.long_lists import LongRows
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection, UnitStanding
from generator.model.quotients import with_quotients

_WIDTHS = (34, 20, 7)
_FIGURE_WIDTH = 9
_SUM = "合计"
_HINT = (
    f"改了某个单位的数，合计和各张表跟着变；“{COUNTED}”选“{DOES_NOT}”的不算。"
    "改过的数，再汇总时会留下。"
)
_MOST_NAMED = 12


class UnitFigures(NamedTuple):
    """The rows of the units, and what the formulas above them come to."""

    rows: LongRows
    counted: int
    """Units whose figures are added."""
    sums: Mapping[str, Decimal]
    """By figure; absent where no counted unit has a number that is not below 0."""


def write_unit_figures(workbook: Workbook, collection: Collection, answers: Answers) -> UnitFigures:
    """Add 各单位数字, and return the rows of the units, which are still to be put into it."""
    sheet: Worksheet = workbook.create_sheet(FIGURES_SHEET)
    columns = figure_columns(collection.form)
    units = len(collection.units)
    _head(sheet, collection, columns)
    _labels(sheet, collection.form)
    sheet.cell(SUM_ROW, 1, _SUM)
    for name, column in columns.items():
        tie = collection.form.quotients.get(name)
        formula = quotient_formula(tie, collection.form) if tie else sum_formula(column, units)
        sheet.cell(SUM_ROW, column, formula)
    last = received_column(collection.form) - 1
    style.dress(
        sheet, f"A{SUM_ROW}:{address((SUM_ROW, last))}", font=style.STRONG, fill=style.TOTAL_FILL
    )
    _finish(sheet, units, last)
    rows, sums = LongRows(sheet), _Sums()
    for row, one in enumerate(collection.units, FIRST_UNIT_ROW):
        shown = _shown(one, columns, answers)
        _add(rows, row, shown)
        if shown.counted:
            sums.add(zip(columns, shown.figures, strict=True))
    shown_sums = with_quotients(sums.shown, collection.form)
    return UnitFigures(rows, sums.counted, shown_sums)


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
        numbers = [spec for spec in table.figures if spec.is_number]
        if numbers:
            _over(sheet, FIRST_HEADER_ROW, columns[numbers[0].name], len(numbers), table.title)
        for first, count, label in _rows(numbers):
            _over(sheet, FIRST_HEADER_ROW + 1, columns[first], count, label)
        for spec in numbers:
            sheet.cell(FIRST_HEADER_ROW + 2, columns[spec.name], spec.column.label[-1])
            sheet.cell(KEY_ROW, columns[spec.name], spec.name)
    last = address((KEY_ROW - 1, received_column(form) - 1))
    style.dress(sheet, f"A{FIRST_HEADER_ROW}:{last}", font=style.STRONG, fill=style.HEADER_FILL)
    for row, height in ((FIRST_HEADER_ROW, 22), (FIRST_HEADER_ROW + 1, 34), (KEY_ROW - 1, 48)):
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


class _Shown(NamedTuple):
    """What stands in the row of a unit."""

    name: str
    state: str
    counted: bool
    figures: Sequence[Decimal | None]
    received: str


def _shown(one: UnitStanding, columns: Mapping[str, int], answers: Answers) -> _Shown:
    name = one.unit.name
    typed = answers.mended_by_unit.get(name, {})
    filed = one.filing.figures if one.filing else {}
    known = one.filing is not None or bool(typed)
    counted = known and answers.counted.get(name, one.state.counts)
    figures: list[Decimal | None] = []
    received: list[str] = []
    for figure in columns:
        value = filed[figure].value if figure in filed else None
        figures.append(typed.get(figure, value))
        if one.filing is None:  # what it said before its file was gone
            value = answers.received.get((name, figure))
        received.append("" if value is None else f"{value:f}")
    return _Shown(name, one.state.value, counted, figures, as_received(received))


def _add(rows: LongRows, row: int, shown: _Shown) -> None:
    plain = rows.look()
    cells = (
        (shown.name, rows.look(alignment=style.LEFT)),
        (shown.state, plain),
        (COUNTS if shown.counted else DOES_NOT, plain),
        *((figure, plain) for figure in shown.figures),
        (shown.received, None),
    )
    rows.add(row, cells)


class _Sums:
    """What the formulas of the sums come to."""

    def __init__(self) -> None:
        self.counted = 0
        self._totals: dict[str, Decimal] = {}
        self._numbers: set[str] = set()

    def add(self, figures: Iterable[tuple[str, Decimal | None]]) -> None:
        self.counted += 1
        for name, value in figures:
            if value is not None:
                self._totals[name] = self._totals.get(name, Decimal(0)) + value
            if value is not None and value >= 0:
                self._numbers.add(name)

    @property
    def shown(self) -> Mapping[str, Decimal]:
        return {name: total for name, total in self._totals.items() if name in self._numbers}


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
