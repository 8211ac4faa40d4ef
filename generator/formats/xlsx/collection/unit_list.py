"""Writes 单位名单: the units that are to file, and what became of each."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.files.zip_archive import WORKBOOK, package, unpacked
from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.collection.layout import (
    COLLECTOR,
    FIRST_LISTED_ROW,
    LIST_COLUMNS,
    LIST_HEADER_ROW,
    LIST_SHEET,
    PROBLEMS_SHEET,
    STANDING_COLUMNS,
    YEAR_OF,
)
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.long_lists import LongRows, Value, with_rows
from generator.model.collection.collection import State, UnitStanding
from generator.model.collection.unit import Unit, UnitList

_HINT = (
    "一行一个单位。“别的名称”写简称、改名以前的名称、合并进来的单位，用顿号隔开；"
    "“类别”如街道、部门，同类的互相比较；“备注”随意。"
)
_WIDTHS = (34, 34, 12, 24, 22, 34, 8, 8, 60)
_SPARE_ROWS = 30
_MOST_SAID = 120  # characters of a message
_FILLS = {
    State.FILED: style.GOOD_FILL,
    State.WITH_ERRORS: style.NOTICE_FILL,
    State.HELD: style.ALARM_FILL,
    State.OTHER_YEAR: style.ALARM_FILL,
    State.UNUSABLE: style.ALARM_FILL,
    State.MISSING: style.ERROR_FILL,
}


def unit_list_workbook(listed: UnitList) -> bytes:
    """Return an .xlsx with the list alone, for people to complete."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    rows = write_unit_list(workbook, listed, ())
    workbook.properties.creator = "make-report"
    content = BytesIO()
    workbook.save(content)
    return package(with_rows(unpacked(content.getvalue(), "", WORKBOOK), [rows]))


def write_unit_list(
    workbook: Workbook, listed: UnitList, standings: Sequence[UnitStanding]
) -> LongRows:
    """Add 单位名单, with what became of each unit where that is known.

    Return its rows, which are still to be put into it.
    """
    sheet: Worksheet = workbook.create_sheet(LIST_SHEET)
    columns = (*LIST_COLUMNS, *STANDING_COLUMNS) if standings else LIST_COLUMNS
    _head(sheet, listed, columns)
    by_name = {one.unit.name: one for one in standings}
    units: list[Unit | None] = [*listed.units, *[None] * _SPARE_ROWS]
    rows = LongRows(sheet)
    for row, unit in enumerate(units, FIRST_LISTED_ROW):
        _unit(rows, row, unit, by_name.get(unit.name) if unit else None)
    sheet.freeze_panes = f"B{FIRST_LISTED_ROW}"
    last = address((LIST_HEADER_ROW + max(len(listed.units), 1), len(columns)))
    sheet.auto_filter.ref = f"A{LIST_HEADER_ROW}:{last}"
    titles = f"{LIST_HEADER_ROW}:{LIST_HEADER_ROW}"
    style.print_on_a4(sheet, landscape=bool(standings), titles=titles)
    sheet.print_area = f"A1:{last}"  # the rows to spare are for typing
    return rows


def _head(sheet: Worksheet, listed: UnitList, columns: Sequence[str]) -> None:
    for row, text, font, height in ((1, LIST_SHEET, style.TITLE, 32), (2, _HINT, style.QUIET, 34)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
        sheet.cell(row, 1, text).font = font
        sheet.cell(row, 1).alignment = style.LEFT
        sheet.row_dimensions[row].height = height
    for row, label in ((3, COLLECTOR), (4, YEAR_OF)):
        sheet.cell(row, 1, label)
        style.dress(sheet, f"A{row}", font=style.STRONG, fill=style.LABEL_FILL)
        style.dress(sheet, f"B{row}", fill=style.INPUT_FILL, alignment=style.LEFT)
        sheet.row_dimensions[row].height = 22
    write_text(sheet.cell(3, 2), listed.organ)
    sheet.cell(4, 2, listed.year or None)
    for column, (label, width) in enumerate(zip(columns, _WIDTHS, strict=False), 1):
        sheet.cell(LIST_HEADER_ROW, column, label)
        sheet.column_dimensions[column_letters(column)].width = width
    area = f"A{LIST_HEADER_ROW}:{address((LIST_HEADER_ROW, len(columns)))}"
    style.dress(sheet, area, font=style.STRONG, fill=style.HEADER_FILL)
    sheet.row_dimensions[LIST_HEADER_ROW].height = 22


def _unit(rows: LongRows, row: int, unit: Unit | None, one: UnitStanding | None) -> None:
    typed = _typed(unit) if unit else ("",) * len(LIST_COLUMNS)
    own = rows.look(fill=style.INPUT_FILL, alignment=style.TOP_LEFT, text=True)
    cells: list[tuple[Value, int]] = [(text, own) for text in typed]
    if one is None:
        rows.add(row, cells)
        return
    filing, look = one.filing, rows.look(alignment=style.TOP_LEFT)
    known = filing if filing and not filing.problem else None
    said = "；".join(_shortly(finding.message) for finding in one.findings)
    cells += [
        (one.state.value, rows.look(alignment=style.TOP_LEFT, fill=_FILLS[one.state])),
        (filing.file if filing else "", look),
        (known.wrong if known else None, look),
        (len(known.findings) - known.wrong if known else None, look),
        (said, look),
    ]
    texts = ("" if value is None else str(value) for value, _ in cells)
    rows.add(row, cells, style.height_for(zip(texts, _WIDTHS, strict=True)))


def _typed(unit: Unit) -> tuple[str, ...]:
    return unit.name, "、".join(unit.others), unit.kind, unit.note


def _shortly(message: str) -> str:
    more = f"……（全文见『{PROBLEMS_SHEET}』）"
    return message if len(message) <= _MOST_SAID else f"{message[:_MOST_SAID]}{more}"
