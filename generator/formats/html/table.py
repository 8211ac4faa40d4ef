"""Tables: the official grids, with what each header is the header of."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.formats.html.dress import Dress
from generator.formats.html.elements import attribute, element, in_lines
from generator.formats.html.figure import boxed
from generator.formats.html.looks import Look
from generator.formats.html.pieces import pieces_html
from generator.model.publication import Cell, PublishedTable, Scope

_EACH = 4
"""So many letters a column is wide at least, on average: else numbers would be broken."""


_SMALL = 12
"""So many rows at most are not parted by the end of a page."""


def table_html(table: PublishedTable, dress: Dress) -> str:
    """Return a table in a box in which it can be moved on a phone."""
    grid = _tight(table)
    head = _header_rows(table.header_rows, grid)
    narrowest = dress.of(Look.TABLE, f"min-width: {_EACH * len(grid.shares)}em")
    parts = [_caption(table, dress), *_columns(grid, dress)]
    parts += [element("thead", _rows(grid.rows[:head], dress))] if head else []
    parts.append(element("tbody", _rows(grid.rows[head:], dress)))
    content = element("table", "\n" + "\n".join(parts) + "\n", narrowest)
    box = Look.SMALL_TABLE_BOX if len(grid.rows) <= _SMALL else Look.TABLE_BOX
    return boxed(content, table.caption or table.name, dress.of(box))


class _Grid(NamedTuple):
    """The rows of a table, each with the cells that begin in it, counted anew."""

    rows: list[list[Cell]]
    shares: list[int]
    """How wide the columns are; each 0 where nothing says so."""


def _tight(table: PublishedTable) -> _Grid:
    """Return a table without rows and columns in which no cell begins: pages have no such."""
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    grid: list[list[Cell]] = [[] for _ in rows]
    for cell in cells:
        at, column = rows.index(cell.row), columns.index(cell.column)
        high = sum(cell.row <= row < cell.row + cell.rows for row in rows)
        wide = sum(cell.column <= one < cell.column + cell.columns for one in columns)
        grid[at].append(cell._replace(row=at, column=column, rows=high, columns=wide))
    ends = [*columns[1:], table.width]
    shares = [sum(table.shares[left:end]) for left, end in zip(columns, ends, strict=True)]
    return _Grid(grid, shares)


def _header_rows(count: int, grid: _Grid) -> int:
    """Return how many rows are printed again: no cell reaches from them into the others."""
    for row in grid.rows:
        for cell in row:
            if cell.row < count:
                count = max(count, cell.row + cell.rows)
    return count if count < len(grid.rows) else 0


def _caption(table: PublishedTable, dress: Dress) -> str:
    if table.caption.strip():
        return element("caption", in_lines(table.caption), dress.of(Look.CAPTION))
    unseen = element("span", in_lines(table.name), dress.of(Look.UNSEEN))
    return element("caption", unseen)


def _columns(grid: _Grid, dress: Dress) -> Iterator[str]:
    whole = sum(grid.shares)
    if whole:
        widths = (f"width: {round(share * 100 / whole)}%" for share in grid.shares)
        yield element("colgroup", "".join(f"<col{dress.of(None, one)}>" for one in widths))


def _rows(rows: list[list[Cell]], dress: Dress) -> str:
    lines = (element("tr", "".join(_cell(cell, dress) for cell in row)) for row in rows)
    return "\n" + "\n".join(lines) + "\n"


def _cell(cell: Cell, dress: Dress) -> str:
    spans = attribute("rowspan", str(cell.rows)) if cell.rows > 1 else ""
    spans += attribute("colspan", str(cell.columns)) if cell.columns > 1 else ""
    text = pieces_html(cell.pieces, dress)
    if cell.scope is Scope.NONE or not cell.text.strip():
        return element("td", text, dress.of(Look.CELL) + spans)
    beside = cell.scope in (Scope.ROW, Scope.ROWS)
    look = dress.of(Look.ROW_HEADER if beside else Look.HEADER)
    return element("th", text, look + spans + attribute("scope", cell.scope))
