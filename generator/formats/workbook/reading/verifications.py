"""Reads 核对记录: which findings people have verified. Whether a mark counts is not asked here."""

from generator.formats.workbook.layout import MARK_COLUMNS, MARK_SHEET
from generator.formats.workbook.reading.lists import header, items, not_read
from generator.formats.workbook.sheet import Sheet
from generator.model.finding import Finding
from generator.model.report import Mark

_KEY, _PERSON, _REASON, _DAY = MARK_COLUMNS


def holds_marks(sheet: Sheet) -> bool:
    """Tell whether a sheet is 核对记录, by its column names or by its own name."""
    return sheet.name.strip() == MARK_SHEET or header(sheet, MARK_COLUMNS) is not None


def read_marks(sheet: Sheet, file: str) -> tuple[list[Mark], list[Finding]]:
    """Return every row that holds anything, as it was typed."""
    above = header(sheet, MARK_COLUMNS)
    if above is None:
        return [], not_read(sheet, MARK_COLUMNS, file, "R10")
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
