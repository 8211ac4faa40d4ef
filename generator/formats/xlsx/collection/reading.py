"""Tells the sheets of a collection from those of the report, and whether its sum is whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.labels import Spot, label_key
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.collection.layout import (
    COUNTED,
    COUNTS,
    FIGURE_COLUMNS,
    FIRST_FIGURE_COLUMN,
    FIRST_UNIT_ROW,
    KEY_ROW,
    LISTS,
    TOLD_SHEET,
    UNIT,
)
from generator.formats.xlsx.layout import MOST_COLUMNS
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, held_back
from generator.model.report import Place

_MOST_NAMED = 12


def of_a_collection(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets that hold what units handed in; none in the workbook of one report."""
    return [
        sheet
        for sheet in sheets
        if sheet.name == TOLD_SHEET or any(header(sheet, columns) for columns in LISTS)
    ]


def not_whole(sheets: Sequence[Sheet], file: str) -> Iterator[Finding]:
    """Say which units are not in the sum: it is never taken for whole."""
    units = [unit for sheet in sheets for unit in _units(sheet)]
    if missing := [unit for unit in units if not unit.counts]:
        names = [unit.name for unit in missing]
        named = listed(names[:_MOST_NAMED]) + ("等" if names[_MOST_NAMED:] else "")
        yield held_back(
            "R19",
            Place(file, missing[0].sheet, address(missing[0].counted)),
            f"汇总不全：名单上 {len(units)} 个单位，只计入 {len(units) - len(missing)} 个，"
            f"没有计入：{named}",
            "请等这些单位报来、改好以后再汇总一次；选了“否”的请改成“是”；"
            "不必报的，请从『单位名单』里删去再汇总",
            about="汇总不全",
        )
    for unit in units:
        for spot, words in unit.words:
            yield held_back(
                "R19",
                Place(file, unit.sheet, address(spot)),
                f"“{unit.name}”这里填的“{words}”不是数字，没有加进合计",
                "请只填数字",
            )


class _Unit(NamedTuple):
    """A row of 各单位数字."""

    sheet: str
    name: str
    counted: Spot
    """The cell that says whether it is in the sum."""
    counts: bool
    """Whether it is, and has anything that could be."""
    words: Sequence[tuple[Spot, str]]
    """Where words stand in the place of a number."""


def _units(sheet: Sheet) -> Iterator[_Unit]:
    above = header(sheet, FIGURE_COLUMNS)
    columns = [
        column
        for column in range(FIRST_FIGURE_COLUMN, MOST_COLUMNS)
        if sheet.text((KEY_ROW, column))
    ]
    for row in items(sheet, FIGURE_COLUMNS, above) if above else ():
        if row.row < FIRST_UNIT_ROW:
            continue
        spots = [(row.row, column) for column in columns]
        typed = [(spot, sheet.values[spot]) for spot in spots if spot in sheet.values]
        yes = label_key(sheet.text(row.spots[COUNTED])) == label_key(COUNTS)
        yield _Unit(
            sheet.name,
            sheet.text(row.spots[UNIT]),
            row.spots[COUNTED],
            yes and bool(typed),
            [(spot, value) for spot, value in typed if isinstance(value, str)],
        )
