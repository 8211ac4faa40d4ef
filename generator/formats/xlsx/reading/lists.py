"""Sheets that are lists: a row of column names, and one item a row under it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.sheet import CellError, Sheet
from generator.formats.xlsx.shown import shows_otherwise
from generator.model.finding import Finding, held_back, notice
from generator.model.report import Place

_RESTORE = "请恢复这一行列名"
_LARGEST_PLAIN = 10**15  # Excel shows larger numbers as 1E+15


class Item(NamedTuple):
    """One row of a list."""

    row: int
    spots: dict[str, Spot]
    """Its cells by column name."""

    def place(self, sheet: Sheet, file: str, column: str) -> Place:
        """Return the place of one of its cells."""
        return Place(file, sheet.name, address(self.spots[column]))


class ShownOtherwise(NamedTuple):
    """A cell of a list that shows something else than it holds."""

    column: str
    text: bool
    """Whether it holds a text, not a number."""
    place: Place
    message: str


def header(sheet: Sheet, columns: Sequence[str]) -> dict[str, Spot] | None:
    """Return where the names of the columns stand, all in one row; None where they do not."""
    for top, _ in sheet.find(columns[0]):
        found = {name: spot for name in columns for spot in sheet.find(name) if spot[0] == top}
        if len(found) == len(columns):
            return found
    return None


def items(sheet: Sheet, columns: Sequence[str], above: dict[str, Spot]) -> Iterator[Item]:
    """Yield every row under the header in which one of the columns holds anything."""
    top = above[columns[0]][0]
    for row in sheet.rows:
        spots = {name: (row, above[name][1]) for name in columns}
        if row > top and any(sheet.filled(spot) for spot in spots.values()):
            yield Item(row, spots)


def rows_by_name(sheet: Sheet, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the texts of every item by the names of its columns; none where it is another sheet."""
    if above := header(sheet, columns):
        for item in items(sheet, columns, above):
            yield {name: sheet.text(spot) for name, spot in item.spots.items()}


def no_header(sheet: Sheet, columns: Sequence[str], file: str) -> Finding:
    """Say that the row of column names of a list that every report needs is gone."""
    return held_back("R01", Place(file, sheet.name), _gone(columns), _RESTORE)


def not_read(sheet: Sheet, columns: Sequence[str], file: str, rule: str) -> list[Finding]:
    """Say that a list that may be left out was not read, unless it is empty."""
    if not sheet.values:
        return []
    message = f"{_gone(columns)}，这张表里的{sheet.name.strip()}没有读"
    return [notice(rule, Place(file, sheet.name), message, _RESTORE)]


def _gone(columns: Sequence[str]) -> str:
    names = listed(f"“{name}”" for name in columns)
    return f"找不到列名{names}"


def typed_text(sheet: Sheet, spot: Spot) -> str | None:
    """Return a cell's text exactly as it was typed, empty where it is blank.

    None where the cell holds a formula, an error, a date or a number with a format of its own:
    what it shows is not what a person typed.
    """
    value = sheet.values.get(spot)
    if spot in sheet.formulas or isinstance(value, CellError | bool):
        return None
    match value:
        case None:
            return ""
        case str():
            return value if value.strip() else ""
        case int() | float() if abs(value) < _LARGEST_PLAIN:
            shown_whole = sheet.formats.get(spot, "") == "0" and value == int(value)
            plain = f"{value:.15g}"
            if (spot not in sheet.formats or shown_whole) and "e" not in plain:
                return plain
    return None


def outside(sheet: Sheet, above: dict[str, Spot], file: str) -> Iterator[Finding]:
    """Find what is filled in outside the columns of a list: nobody would see it in print."""
    last = max(spot[1] for spot in above.values())
    for spot in sorted({*sheet.values, *sheet.formulas}):
        if spot[1] > last and sheet.filled(spot):
            yield held_back(
                "R04",
                Place(file, sheet.name, address(spot)),
                "这里写了内容，但不在规定的各栏里，不会印出",
                "请移到应填的栏里，或者清除",
                about=f"栏外：{sheet.formulas.get(spot) or sheet.text(spot)}",
            )


def shown_otherwise(sheet: Sheet, above: dict[str, Spot], file: str) -> Iterator[ShownOtherwise]:
    """Find the cells of a list that show something else than they hold."""
    for item in items(sheet, tuple(above), above):
        for column, spot in item.spots.items():
            number_format, value = sheet.formats.get(spot), sheet.values.get(spot)
            otherwise = shows_otherwise(value, number_format) if number_format else ""
            if otherwise:
                message = f"“{column}”填的是“{sheet.text(spot)}”，{otherwise}"
                place = item.place(sheet, file, column)
                yield ShownOtherwise(column, isinstance(value, str), place, message)
