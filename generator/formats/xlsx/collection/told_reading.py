"""Reads what the collection before told every unit."""

from collections.abc import Iterator, Sequence

from generator.formats.xlsx.collection.layout import TOLD_COLUMNS
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.notices.progress import Noted
from generator.model.reading_order import Standing
from generator.model.report import Place

_STANDINGS = {standing.name: standing for standing in Standing}


def read_told(sheets: Sequence[Sheet]) -> Iterator[Noted]:
    """Yield all of it, each with its unit."""
    for sheet in sheets:
        above = header(sheet, TOLD_COLUMNS)
        for row in items(sheet, TOLD_COLUMNS, above) if above else ():
            said = [sheet.text(row.spots[column]) for column in TOLD_COLUMNS]
            unit, key, rule, file, within, spot, message, advice, level, digest = said
            if level in _STANDINGS:
                place = Place(file, within, spot)
                yield Noted(unit, key, rule, place, message, advice, _STANDINGS[level], digest)
