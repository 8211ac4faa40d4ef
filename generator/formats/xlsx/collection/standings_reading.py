"""Reads what a collection says of its units and files, as it stands there, for those who look."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.form.labels import label_key
from generator.formats.xlsx.collection.figures_reading import unit_rows
from generator.formats.xlsx.collection.layout import (
    COUNTED,
    COUNTS,
    FIGURE_COLUMNS,
    FILE_COLUMNS,
    LIST_COLUMNS,
    PROBLEM_COLUMNS,
    STANDING_COLUMNS,
    UNIT,
)
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet

_NAME, _OTHERS, _KIND, _NOTE = LIST_COLUMNS
_STATE, _FILE, _WRONG, _NOTICES, _SAID = STANDING_COLUMNS


class UnitSeen(NamedTuple):
    """A unit, as the list of a collection has it."""

    name: str
    kind: str
    note: str
    state: str
    """已报; 未报; empty where it was written in since."""
    file: str
    wrong: int
    notices: int
    said: str


class StandingsThere(NamedTuple):
    """What a collection says, row by row, by the names of its columns."""

    units: tuple[UnitSeen, ...]
    files: tuple[dict[str, str], ...]
    problems: tuple[dict[str, str], ...]
    counted: int
    """Units that are in the sum."""
    listed: int

    def problems_of(self, unit: str) -> list[dict[str, str]]:
        """Return what is wrong with a unit."""
        return [row for row in self.problems if row[UNIT] == unit]


def read_standings(sheets: Sequence[Sheet]) -> StandingsThere:
    """Return what a collection says of its units, of the files, and what is wrong."""
    units = tuple(_unit(row) for row in _rows(sheets, (*LIST_COLUMNS, *STANDING_COLUMNS)))
    counted = [
        label_key(sheet.text((row, above[COUNTED][1]))) == COUNTS
        for sheet in sheets
        if (above := header(sheet, FIGURE_COLUMNS))
        for row in unit_rows(sheet)
    ]
    return StandingsThere(
        units,
        tuple(_rows(sheets, FILE_COLUMNS)),
        tuple(_rows(sheets, PROBLEM_COLUMNS)),
        sum(counted),
        len(units) or len(counted),
    )


def _rows(sheets: Sequence[Sheet], columns: Sequence[str]) -> Iterator[dict[str, str]]:
    for sheet in sheets:
        if above := header(sheet, columns):
            for item in items(sheet, columns, above):
                yield {name: sheet.text(spot) for name, spot in item.spots.items()}


def _unit(row: dict[str, str]) -> UnitSeen:
    wrong, notices = (int(row[one]) if row[one].isdecimal() else 0 for one in (_WRONG, _NOTICES))
    said = (row[_NAME], row[_KIND], row[_NOTE], row[_STATE], row[_FILE])
    return UnitSeen(*said, wrong, notices, row[_SAID])
