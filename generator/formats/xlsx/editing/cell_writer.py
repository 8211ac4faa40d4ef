"""Writes cells into the XML of their sheet: in the place of the old ones, or where they are due."""

from collections.abc import Mapping
from decimal import Decimal
from html import escape

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.sheet_xml import SheetCell, SheetRow, SheetXml
from generator.formats.xlsx.editing.xml_splice import (
    Splice,
    with_attribute,
    with_content,
    with_more,
    without_attribute,
)

Stored = str | Decimal | None
"""What a cell holds: text as a file has it, a number, nothing."""

_OF_THE_OLD_VALUE = ("cm", "vm")  # numbers of metadata, such as a picture's


def cell_splices(sheet: SheetXml, stored: Mapping[Spot, Stored]) -> list[Splice]:
    """Fill the cells that are there, and add those that are not, with their rows.

    Raise ValueError for one that holds a formula or is not a cell of its own.
    """
    changes: list[Splice] = []
    missing: dict[int, dict[int, Stored]] = {}
    for spot, value in stored.items():
        cell = sheet.cells.get(spot)
        if (cell and cell.formula) or sheet.covers(spot):
            raise ValueError(f"{address(spot)} holds a formula, or a merge or an array covers it")
        if cell:
            changes += _filled(sheet, cell, value)
        elif value is not None:
            missing.setdefault(spot[0], {})[spot[1]] = value
    rows = {number: row for number, row in missing.items() if number not in sheet.rows}
    for number in missing.keys() - rows.keys():
        changes += _added(sheet, sheet.rows[number], number, missing[number])
    return changes + _added_rows(sheet, rows)


def _filled(sheet: SheetXml, cell: SheetCell, value: Stored) -> list[Splice]:
    element = cell.element
    kind, content = _content(value, element.prefix)
    changes = with_content(element, content)
    if cell.kind != kind:
        changes += with_attribute(sheet.content, element, "t", kind)
    for name in _OF_THE_OLD_VALUE:
        changes += without_attribute(sheet.content, element, name)
    return changes


def _added(
    sheet: SheetXml, row: SheetRow, number: int, values: Mapping[int, Stored]
) -> list[Splice]:
    """Add cells to a row, each before the first one that is further to the right."""
    places: dict[int, bytes] = {}
    for column, value in sorted(values.items()):
        later = [element.start for other, element in row.cells if other > column]
        place = min(later, default=row.element.closing)
        style = row.style or _column_style(sheet, column)
        cell = _new_cell((number, column), value, row.element.prefix, style)
        places[place] = places.get(place, b"") + cell
    return [
        splice for place, cells in places.items() for splice in with_more(row.element, place, cells)
    ]


def _added_rows(sheet: SheetXml, rows: Mapping[int, Mapping[int, Stored]]) -> list[Splice]:
    """Add rows, each before the first one that is further below."""
    prefix = sheet.data.prefix
    places: dict[int, bytes] = {}
    for number, values in sorted(rows.items()):
        later = [row.element.start for other, row in sheet.rows.items() if other > number]
        place = min(later, default=sheet.data.closing)
        cells = b"".join(
            _new_cell((number, column), value, prefix, _column_style(sheet, column))
            for column, value in sorted(values.items())
        )
        row = b'<%srow r="%d">%s</%srow>' % (prefix, number, cells, prefix)
        places[place] = places.get(place, b"") + row
    return [splice for place, new in places.items() for splice in with_more(sheet.data, place, new)]


def _new_cell(spot: Spot, value: Stored, prefix: bytes, style: str | None) -> bytes:
    kind, content = _content(value, prefix)
    styled = f' s="{style}"' if style else ""
    tag = f'c r="{address(spot)}"{styled} t="{kind}"'.encode()
    return b"<%s%s>%s</%sc>" % (prefix, tag, content, prefix)


def _column_style(sheet: SheetXml, column: int) -> str | None:
    styles = sheet.column_styles
    return next((style for first, last, style in styles if first <= column <= last), None)


def _content(value: Stored, prefix: bytes) -> tuple[str, bytes]:
    """Return the type of a cell and what it holds, in ASCII, which suits any encoding."""
    if isinstance(value, str):
        text = (
            escape(value, quote=False).replace("\r", "&#13;").encode("ascii", "xmlcharrefreplace")
        )
        written = (prefix, prefix, text, prefix, prefix)
        return "inlineStr", b'<%sis><%st xml:space="preserve">%s</%st></%sis>' % written
    return "n", b"" if value is None else b"<%sv>%s</%sv>" % (prefix, digits(value), prefix)


def digits(value: Decimal) -> bytes:
    """Return a number as a cell holds it."""
    if not value.is_finite():
        raise ValueError(f"no cell can hold {value}")
    return f"{value.normalize():f}".encode()
