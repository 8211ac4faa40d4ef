"""Writes, hidden, what each unit was told: the next collection says what of it was mended."""

import json
from collections.abc import Iterable

from openpyxl import Workbook

from generator.formats.xlsx.collection.layout import TOLD_COLUMNS, TOLD_SHEET
from generator.formats.xlsx.findings.result_sheet import shortened
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.writing.lists import list_sheet
from generator.formats.xlsx.writing.long_lists import LongRows
from generator.model.collection.notices.progress import TOLD, Noted

_HINT = "程序用来比较各单位改好了没有，请不要改动。"


def write_told(workbook: Workbook, told: Iterable[Noted]) -> LongRows:
    """Add the sheet, and return its rows, a cell for each thing, still to be put into it."""
    sheet = list_sheet(workbook, TOLD_SHEET, _HINT, TOLD_COLUMNS, [60])
    rows, shown = LongRows(sheet), (one for one in told if one.standing in TOLD)
    for row, one in enumerate(shown, HEADER_ROW + 1):
        place = one.place
        texts = (
            *(one.unit, one.key, one.rule, place.file, place.within, place.spot),
            *(shortened(one.message), shortened(one.advice), one.standing.name, one.digest),
        )
        rows.add(row, [(json.dumps(texts, ensure_ascii=False), rows.look(text=True))])
    sheet.sheet_state = "hidden"
    return rows
