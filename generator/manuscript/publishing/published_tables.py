"""Tables as they are published: each header cell with what it is the header of."""

from collections.abc import Mapping

from generator.form.grid import grid
from generator.form.labels import Spot, label_key
from generator.form.vocabulary import Table
from generator.manuscript.importing.exhibits.beside_text import TableThere
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.publication import Cell, Piece, PublishedTable, Scope
from generator.model.typed_input.number import understand


def published_table(
    found: TableThere,
    official: Table | None,
    caption: str,
    name: str,
    written: Mapping[Spot, tuple[Piece, ...]],
) -> PublishedTable:
    """Return a table of a document; `official` is the form's that it is, if any.

    `written` are the pieces of those cells in which anything stands out.
    """
    there = found.table
    labels = _labels(official) if official else None
    cells = tuple(
        Cell(
            cell.row,
            cell.column,
            cell.text,
            cell.rows,
            cell.columns,
            _of_another(cell, there) if labels is None else _of_the_form(cell, labels),
            written.get((cell.row, cell.column), ()),
        )
        for cell in there.cells
    )
    return PublishedTable(
        caption, name, cells, there.height, there.width, there.header_rows, found.widths
    )


_Labels = Mapping[str, Mapping[Spot, bool]]


def _labels(official: Table) -> _Labels:
    """Return where each label of a table of the form stands, and whether it is of columns there."""
    found: dict[str, dict[Spot, bool]] = {}
    for one in grid(official):
        if one.label:
            found.setdefault(label_key(one.label), {})[one.row, one.column] = one.header
    return found


def _of_the_form(cell: TableCell, labels: _Labels) -> Scope:
    """Tell a header of the form by its words: reviewers may have moved it."""
    spots = labels.get(label_key(cell.text))
    if spots is None:
        return Scope.NONE
    of_columns = spots.get((cell.row, cell.column), [*spots.values()][-1])
    return _across(cell) if of_columns else _down(cell)


def _of_another(cell: TableCell, there: FurtherTable) -> Scope:
    if cell.row < there.header_rows:
        return _across(cell)
    words = cell.text.strip() and understand(cell.text).value is None
    return _down(cell) if cell.column == 0 and words else Scope.NONE


def _across(cell: TableCell) -> Scope:
    return Scope.COLUMNS if cell.columns > 1 else Scope.COLUMN


def _down(cell: TableCell) -> Scope:
    return Scope.ROWS if cell.rows > 1 else Scope.ROW
