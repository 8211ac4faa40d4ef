"""Rows in which people wrote, and of which the next collection knows nothing any more."""

from collections.abc import Iterator, Sequence

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.collection.figures_reading import unit_rows
from generator.formats.xlsx.collection.layout import (
    CHOSEN,
    DIGEST,
    FIGURE_COLUMNS,
    FILE,
    FILE_COLUMNS,
    LIST_SHEET,
    WHOSE,
)
from generator.formats.xlsx.collection.typed_over import RULE
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.unit import UnitList
from generator.model.finding import Finding, notice
from generator.model.report import Place


def rows_left(
    before: Sequence[Sheet], now: Sequence[Sheet], listed: UnitList, file: str
) -> Iterator[Finding]:
    """Yield the figures of units that are not listed, and what was written beside files now gone.

    `file` is what people call the copy of the one before.
    """
    units = {name for unit in listed.units for name in (unit.name, *unit.others)}
    files = {text for sheet in now for text in _files(sheet)}
    for sheet in before:
        if header(sheet, FIGURE_COLUMNS):
            yield from _unlisted(sheet, units, file)
        if above := header(sheet, FILE_COLUMNS):
            digests = [spot[1] for spot in sheet.find(DIGEST)]
            for row in items(sheet, FILE_COLUMNS, above):
                called, whose, chosen = (
                    sheet.text(row.spots[name]) for name in (FILE, WHOSE, CHOSEN)
                )
                known = {called, *(sheet.text((row.row, column)) for column in digests)}
                if (whose or chosen) and not known & files:
                    yield _gone(row.place(sheet, file, FILE), called, whose or chosen)


def _files(sheet: Sheet) -> Iterator[str]:
    """Yield the names and the contents of the files that a collection received."""
    if above := header(sheet, FILE_COLUMNS):
        columns = (above[FILE][1], *(spot[1] for spot in sheet.find(DIGEST)))
        for row in items(sheet, FILE_COLUMNS, above):
            yield from filter(None, (sheet.text((row.row, column)) for column in columns))


def _unlisted(sheet: Sheet, units: set[str], file: str) -> Iterator[Finding]:
    for row in unit_rows(sheet):
        name = sheet.text((row, 1))
        if name not in units:
            yield notice(
                RULE,
                Place(file, sheet.name, address((row, 1))),
                f"“{name}”不在单位名单里，这一行的数没有计入",
                f"要计入的，请在『{LIST_SHEET}』加上这个单位，再汇总一次，再从那一份里抄过来",
            )


def _gone(place: Place, called: str, answer: str) -> Finding:
    return notice(
        RULE,
        place,
        f"“{called}”旁边填过“{answer}”，这个文件现在没有了",
        "文件再放进来的，请再填一次",
    )
