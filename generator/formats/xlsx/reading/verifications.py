"""Reads 核对记录: which findings people have verified. Whether one counts is not asked here."""

from generator.formats.xlsx.layout import VERIFICATION_COLUMNS, VERIFICATION_SHEET
from generator.formats.xlsx.reading.lists import header, items, not_read, shown_otherwise
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import TO_DO_WITH_TEXT
from generator.model.finding import Finding, notice
from generator.model.report import Verification

_KEY, _PERSON, _REASON, _DAY = VERIFICATION_COLUMNS


def holds_verifications(sheet: Sheet) -> bool:
    """Tell whether a sheet is 核对记录, by its column names or by its own name."""
    return (
        sheet.name.strip() == VERIFICATION_SHEET or header(sheet, VERIFICATION_COLUMNS) is not None
    )


def read_verifications(sheet: Sheet, file: str) -> tuple[list[Verification], list[Finding]]:
    """Return every row that holds anything, as it was typed."""
    above = header(sheet, VERIFICATION_COLUMNS)
    if above is None:
        return [], not_read(sheet, VERIFICATION_COLUMNS, file, "R10")
    return [
        Verification(
            key=sheet.text(item.spots[_KEY]),
            person=sheet.text(item.spots[_PERSON]),
            reason=sheet.text(item.spots[_REASON]),
            day=sheet.text(item.spots[_DAY]),
            place=item.place(sheet, file, _KEY),
        )
        for item in items(sheet, VERIFICATION_COLUMNS, above)
    ], [
        notice("R10", cell.place, cell.message, TO_DO_WITH_TEXT)
        for cell in shown_otherwise(sheet, above, file)
    ]
