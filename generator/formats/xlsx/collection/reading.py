"""Tells the sheets of a collection from those of the report, and whether its sum is whole."""

from collections.abc import Iterator, Sequence

from generator.form.chinese import listed
from generator.form.labels import Spot, label_key
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.collection.layout import (
    COUNTED,
    COUNTS,
    FIGURE_COLUMNS,
    FILE_COLUMNS,
    FIRST_FIGURE_COLUMN,
    FIRST_UNIT_ROW,
    KEY_ROW,
    LIST_COLUMNS,
    PROBLEM_COLUMNS,
    STANDING_COLUMNS,
    TOLD_SHEET,
    UNIT,
)
from generator.formats.xlsx.layout import MOST_COLUMNS
from generator.formats.xlsx.reading.lists import Item, header, items
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, held_back
from generator.model.report import Place

_LISTS = (
    (*LIST_COLUMNS, *STANDING_COLUMNS),
    FILE_COLUMNS,
    FIGURE_COLUMNS,
    PROBLEM_COLUMNS,
)
_MOST_NAMED = 12


def of_a_collection(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets that hold what units handed in; none in the workbook of one report."""
    return [
        sheet
        for sheet in sheets
        if sheet.name == TOLD_SHEET or any(header(sheet, columns) for columns in _LISTS)
    ]


def not_whole(sheets: Sequence[Sheet], file: str) -> Iterator[Finding]:
    """Say which units are not in the sum: it is never taken for whole."""
    rows = [(sheet, row) for sheet in sheets for row in _units(sheet)]
    missing = [
        (sheet, row)
        for sheet, row in rows
        if label_key(sheet.text(row.spots[COUNTED])) != label_key(COUNTS)
        or not _typed(sheet, row.row)
    ]
    if missing:
        names = [sheet.text(row.spots[UNIT]) for sheet, row in missing]
        named = listed(names[:_MOST_NAMED]) + ("等" if names[_MOST_NAMED:] else "")
        sheet, row = missing[0]
        yield held_back(
            "R19",
            Place(file, sheet.name, address(row.spots[COUNTED])),
            f"汇总不全：名单上 {len(rows)} 个单位，只计入 {len(rows) - len(missing)} 个，"
            f"没有计入：{named}",
            "请等这些单位报来、改好以后再汇总一次；选了“否”的请改成“是”；"
            "不必报的，请从『单位名单』里删去再汇总",
            about="汇总不全",
        )
    for sheet, row in rows:
        for spot, value in _typed(sheet, row.row).items():
            if isinstance(value, str):
                unit = sheet.text(row.spots[UNIT])
                yield held_back(
                    "R19",
                    Place(file, sheet.name, address(spot)),
                    f"“{unit}”这里填的“{value}”不是数字，没有加进合计",
                    "请只填数字",
                )


def _typed(sheet: Sheet, row: int) -> dict[Spot, object]:
    """Return what stands in the cells of a unit's figures."""
    columns = range(FIRST_FIGURE_COLUMN, MOST_COLUMNS)
    named = (column for column in columns if sheet.text((KEY_ROW, column)))
    return {
        (row, column): sheet.values[row, column]
        for column in named
        if (row, column) in sheet.values
    }


def _units(sheet: Sheet) -> list[Item]:
    above = header(sheet, FIGURE_COLUMNS)
    rows = items(sheet, FIGURE_COLUMNS, above) if above else ()
    return [row for row in rows if row.row >= FIRST_UNIT_ROW]
