"""Tells the sheets of a collection from those of the report, and whether its sum is whole."""

from collections.abc import Iterator, Sequence

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.collection.layout import (
    COUNTED,
    COUNTS,
    FIGURE_COLUMNS,
    FILE_COLUMNS,
    FIRST_UNIT_ROW,
    LIST_COLUMNS,
    PROBLEM_COLUMNS,
    STANDING_COLUMNS,
    TOLD_SHEET,
    UNIT,
)
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
            "请等这些单位报来、改好以后再汇总一次；不必报的，请从『单位名单』里删去再汇总",
            about="汇总不全",
        )


def _units(sheet: Sheet) -> list[Item]:
    above = header(sheet, FIGURE_COLUMNS)
    rows = items(sheet, FIGURE_COLUMNS, above) if above else ()
    return [row for row in rows if row.row >= FIRST_UNIT_ROW]
