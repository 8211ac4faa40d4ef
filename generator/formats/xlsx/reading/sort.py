"""Tells which of our workbooks one is, by its sheets, whoever has written in it since."""

from collections.abc import Sequence
from enum import StrEnum

from generator.formats.xlsx.collection.layout import LIST_COLUMNS
from generator.formats.xlsx.collection.reading import of_a_collection
from generator.formats.xlsx.layout import NARRATIVE_COLUMNS
from generator.formats.xlsx.reading.lists import header
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.years.sheets import CHARTS, SUMMARY


class Sort(StrEnum):
    """What a workbook is for."""

    REPORT = "report"
    """Of one organ on one year, or none of ours: its reader tells."""
    COLLECTION = "collection"
    YEARS = "years"
    UNITS = "units"
    """A list of units, to be filled in."""


def sort_of(sheets: Sequence[Sheet]) -> Sort:
    """Return which of our workbooks these sheets are of."""
    names = {sheet.name for sheet in sheets}
    if {SUMMARY, CHARTS} <= names:
        return Sort.YEARS
    if of_a_collection(sheets):
        return Sort.COLLECTION
    narrated = any(header(sheet, NARRATIVE_COLUMNS) for sheet in sheets)
    if not narrated and any(header(sheet, LIST_COLUMNS) for sheet in sheets):
        return Sort.UNITS
    return Sort.REPORT
