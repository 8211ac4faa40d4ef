"""Reads 核对记录: which findings people have verified. Whether a mark counts is not asked here."""

from generator.chinese import listed
from generator.finding import Finding, notice
from generator.report import Mark, Place
from generator.workbook.layout import MARK_COLUMNS, MARK_SHEET
from generator.workbook.list_reader import header, items
from generator.workbook.sheet import Sheet

_KEY, _PERSON, _REASON, _DAY = MARK_COLUMNS


def holds_marks(sheet: Sheet) -> bool:
    """Tell whether a sheet is 核对记录, by its column names or by its own name."""
    return sheet.name.strip() == MARK_SHEET or header(sheet, MARK_COLUMNS) is not None


def read_marks(sheet: Sheet, file: str) -> tuple[list[Mark], list[Finding]]:
    """Return every row that holds anything, as it was typed."""
    above = header(sheet, MARK_COLUMNS)
    if above is None:
        names = listed(f"“{name}”" for name in MARK_COLUMNS)
        message = f"找不到列名{names}，这张表里的核对记录没有读"
        place = Place(file, sheet.name)
        found = [notice("R10", place, message, "请恢复这一行列名")] if sheet.values else []
        return [], found
    return [
        Mark(
            key=sheet.text(item.spots[_KEY]),
            person=sheet.text(item.spots[_PERSON]),
            reason=sheet.text(item.spots[_REASON]),
            day=sheet.text(item.spots[_DAY]),
            place=item.place(sheet, file, _KEY),
        )
        for item in items(sheet, MARK_COLUMNS, above)
    ], []
