"""Reads what the collection before told every unit."""

import json
from collections.abc import Iterator, Sequence

from generator.formats.xlsx.collection.layout import TOLD, TOLD_COLUMNS, TOLD_SHEET
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.notices.progress import Noted
from generator.model.reading_order import Standing
from generator.model.report import Place

_STANDINGS = {standing.name: standing for standing in Standing}


def read_told(sheets: Sequence[Sheet]) -> Iterator[Noted]:
    """Yield all of it, each with its unit; what somebody has changed there is passed over."""
    for sheet in sheets:
        above = header(sheet, TOLD_COLUMNS) if sheet.name == TOLD_SHEET else None
        for row in items(sheet, TOLD_COLUMNS, above) if above else ():
            if noted := _noted(sheet.text(row.spots[TOLD])):
                yield noted


def _noted(text: str) -> Noted | None:
    try:
        unit, key, rule, file, within, spot, message, advice, level, digest = json.loads(text)
        place = Place(file, within, spot)
        return Noted(unit, key, rule, place, message, advice, _STANDINGS[level], digest)
    except (ValueError, TypeError, KeyError):
        return None
