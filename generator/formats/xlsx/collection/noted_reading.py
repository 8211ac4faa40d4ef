"""Reads what the collection before told every unit."""

from collections.abc import Iterator, Sequence

from generator.formats.xlsx.collection.layout import (
    ADVICE,
    LEVEL,
    NOTED_COLUMNS,
    PROBLEM_COLUMNS,
    RULE_KEY,
    UNIT,
)
from generator.formats.xlsx.findings.result_sheet import LEVELS
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.progress import Noted
from generator.model.report import Place

_STANDINGS = {label: standing for standing, label in LEVELS.items()}
_FILE, _WITHIN, _SPOT, _MESSAGE, _DIGEST = NOTED_COLUMNS


def read_noted(sheets: Sequence[Sheet]) -> Iterator[Noted]:
    """Yield every problem of the list, each with its unit."""
    columns = (*PROBLEM_COLUMNS, *NOTED_COLUMNS)
    for sheet in sheets:
        above = header(sheet, columns)
        for row in items(sheet, columns, above) if above else ():
            said = {name: sheet.text(spot) for name, spot in row.spots.items()}
            if said[LEVEL] in _STANDINGS:
                yield Noted(
                    said[UNIT].partition("、")[0],
                    said[RULE_KEY],
                    said[RULE_KEY].rpartition("-")[0],
                    Place(said[_FILE], said[_WITHIN], said[_SPOT]),
                    said[_MESSAGE],
                    said[ADVICE].rstrip("。"),
                    _STANDINGS[said[LEVEL]],
                    said[_DIGEST],
                )
