"""The rows of a table as typst wants them: every place filled, headers apart."""

from collections.abc import Iterator
from itertools import product

from generator.model.publication import Cell, PublishedTable, Scope


def whole(table: PublishedTable) -> list[Cell]:
    """Return the cells by rows, a blank one where a reviewer's table has none."""
    covered = {place for cell in table.cells for place in _places(cell)}
    places = product(range(table.height), range(table.width))
    return sorted([*table.cells, *(Cell(*place, "") for place in places if place not in covered)])


def header_rows(table: PublishedTable) -> set[int]:
    """Return the rows of its header, and those below that hold headers of columns only.

    No cell reaches from these into other rows: the header is as high as its highest cell, and
    further down such a row is none.
    """
    top = table.header_rows
    for cell in sorted(table.cells):
        if cell.row < top:
            top = max(top, cell.row + cell.rows)
    others = {row for cell in table.cells if not heads_columns(cell) for row in _rows(cell)}
    below = set(range(top, table.height)) - others
    for cell in sorted(table.cells, reverse=True):
        if not below.issuperset(_rows(cell)):
            below -= set(_rows(cell))
    return {*range(top), *below}


def heads_columns(cell: Cell) -> bool:
    """Say whether it is a header of columns."""
    return cell.scope in {Scope.COLUMN, Scope.COLUMNS}


def _rows(cell: Cell) -> range:
    return range(cell.row, cell.row + cell.rows)


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    return product(_rows(cell), range(cell.column, cell.column + cell.columns))
