"""A table of a document as a table of a workbook: the rectangle that its texts fill."""

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.model.exhibits import MOST_COLUMNS, MOST_ROWS, FurtherTable, TableCell

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?%?", re.ASCII)
_HUNDRED = Decimal(100)


def further_table(found: Sequence[TableCell], header_rows: int) -> FurtherTable | None:
    """Return a table without the blank rows and columns around it, its name left empty.

    `header_rows` are those at the top that are printed again on every page. None where it is blank
    or larger than one of a workbook may be.
    """
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
    header = _uncut(cells, min(max(header_rows - top, 1), height))
    return FurtherTable("", cells, height, width, header)


def number_in(text: str) -> Decimal | None:
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


def _whole(cells: Sequence[TableCell], height: int, width: int) -> tuple[TableCell, ...] | None:
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


def _uncut(cells: tuple[TableCell, ...], header: int) -> int:
    """Return the rows of the header with all that is merged with them."""
    for cell in cells:
        if cell.row < header:
            header = max(header, cell.row + cell.rows)
    return header
