"""A table of a document as a table of a workbook: its merged cells, its header, its numbers."""

import re
from collections.abc import Mapping
from decimal import Decimal

from lxml import etree

from generator.formats.docx.exhibits.alternative import alternative_to
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.list_numbers import before
from generator.formats.docx.reading.tables import merged_cells_of
from generator.formats.docx.text import visible_text
from generator.manuscript.importing.exhibits.beside_text import TableThere
from generator.model.exhibits import MOST_COLUMNS, MOST_ROWS, FurtherTable, TableCell
from generator.model.printed_lines import printable

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?%?", re.ASCII)
_HUNDRED = Decimal(100)
_OFF = ("0", "false", "off")


def table_there(
    table: etree._Element, numbers: Mapping[etree._Element, str] | None = None
) -> TableThere | None:
    """Return a table without the blank rows and columns around it, its name left empty.

    `numbers` are the automatic ones of paragraphs. None where it is blank or larger than one of a
    workbook may be, or other tables are in it.
    """
    if next(table.iterfind(f".//{W}tbl"), None) is not None:
        return None
    found = [
        TableCell(row, column, text, rows, columns, _value(text))
        for (row, column), (cell, rows, columns) in merged_cells_of(table).items()
        for text in [_text(cell, numbers or {})]
    ]
    filled = [cell for cell in found if cell.text]
    if not filled:
        return None
    top, left = min(cell.row for cell in filled), min(cell.column for cell in filled)
    bottom, right = max(cell.row for cell in filled), max(cell.column for cell in filled)
    height, width = bottom - top + 1, right - left + 1
    if height > MOST_ROWS or width > MOST_COLUMNS:
        return None
    cells = _whole([_within(cell, top, left) for cell in found], height, width)
    if cells is None:
        return None
    header = _uncut(cells, min(max(_header_rows(table) - top, 1), height))
    made = FurtherTable("", cells, height, width, header)
    described = table.find(f"{W}tblPr/{W}tblDescription")
    said = "" if described is None else " ".join(described.get(W + "val", "").split())
    by_itself = said.endswith(alternative_to(made, ""))
    widths = _widths(table)[left : right + 1]
    widths = widths if len(widths) == width else ()
    return TableThere(made, "" if by_itself else said, (top, left), widths)


def _widths(table: etree._Element) -> tuple[int, ...]:
    """Return how wide the columns are; empty where one is not said, or said to be none."""
    said = [column.get(W + "w", "") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    widths = [int(one) if one.isascii() and one.isdigit() else 0 for one in said]
    return tuple(widths) if all(widths) else ()


def _text(cell: etree._Element, numbers: Mapping[etree._Element, str]) -> str:
    own = ((numbers.get(line, ""), printable(visible_text(line))) for line in cell.iter(W + "p"))
    lines = (f"{before(number, words)}{words}".replace("\t", " ") for number, words in own)
    return "\n".join(line.strip() for line in "\n".join(lines).split("\n")).strip()


def _value(text: str) -> Decimal | None:
    """Return the number that a cell holds; None where it is words, or has a note."""
    if not _NUMBER.fullmatch(text):
        return None
    value = Decimal(text.rstrip("%").replace(",", ""))
    return value / _HUNDRED if text.endswith("%") else value


def _within(cell: TableCell, top: int, left: int) -> TableCell:
    """Return a cell where it stands when rows above and columns at the left are taken away."""
    row, column = max(cell.row, top), max(cell.column, left)
    return TableCell(
        row - top,
        column - left,
        cell.text,
        cell.rows - (row - cell.row),
        cell.columns - (column - cell.column),
        cell.value,
    )


def _whole(cells: list[TableCell], height: int, width: int) -> tuple[TableCell, ...] | None:
    """Return the cells of a whole rectangle, blank where a row has fewer; None where some overlap.

    A merged cell ends where the rectangle does.
    """
    covered: dict[tuple[int, int], TableCell] = {}
    kept: list[TableCell] = []
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        rows, columns = min(cell.rows, height - cell.row), min(cell.columns, width - cell.column)
        if rows < 1 or columns < 1:
            continue
        spots = [
            (cell.row + down, cell.column + across)
            for down in range(rows)
            for across in range(columns)
        ]
        if any(spot in covered for spot in spots):
            return None
        kept.append(TableCell(cell.row, cell.column, cell.text, rows, columns, cell.value))
        covered |= dict.fromkeys(spots, kept[-1])
    kept += [
        TableCell(row, column, "")
        for row in range(height)
        for column in range(width)
        if (row, column) not in covered
    ]
    return tuple(sorted(kept, key=lambda one: (one.row, one.column)))


def _header_rows(table: etree._Element) -> int:
    """Return how many rows at the top are printed again on every page."""
    for number, row in enumerate(table.iterchildren(W + "tr")):
        mark = row.find(f"{W}trPr/{W}tblHeader")
        if mark is None or mark.get(W + "val", "1") in _OFF:
            return number
    return 0


def _uncut(cells: tuple[TableCell, ...], header: int) -> int:
    """Return the rows of the header with all that is merged with them."""
    for cell in cells:
        if cell.row < header:
            header = max(header, cell.row + cell.rows)
    return header
