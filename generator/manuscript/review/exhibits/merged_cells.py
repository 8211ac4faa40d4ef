"""A changed cell of a further table, written into its sheet where that is a plain one."""

from dataclasses import replace

from generator.form.labels import Spot
from generator.manuscript.review.exhibits.differences import Difference
from generator.manuscript.review.exhibits.gathered_shown import MergedShown
from generator.manuscript.review.exhibits.same_shown import plain_number, same_shown
from generator.manuscript.review.exhibits.table_cells import CellChanged
from generator.manuscript.review.merged_values import Conflict
from generator.manuscript.review.side import Side
from generator.model.exhibits import Exhibit, FurtherTable, TableCell
from generator.model.report import Place


def merge_cell(
    merged: MergedShown, one: Difference, changed: CellChanged, name: str, was: Exhibit | None
) -> None:
    """Take a cell that was changed, if it is a plain one and nobody else changed it."""
    table = merged.tables.get(name)
    cell = None
    if table and isinstance(was, FurtherTable):
        cell = _cell_now(table, was, changed.was_at)
    if table is None or cell is None:
        where = f"『{name}』的行、列后来改过，对不上" if table else f"没有『{name}』这张表了"
        merged.leave(one, Place(""), f"工作簿里{where}")
        return
    if same_shown(cell.text, changed.now):
        return
    if cell.formula:  # what it shows may follow from what else is written
        merged.tables[name] = _with(table, cell, changed.now)
        return
    here = changed.was if same_shown(cell.text, changed.was) else cell.text
    conflict = Conflict(one.change.place.spot, cell.place, changed.was, here, changed.now)
    if not merged.judge.takes(Side.DOCUMENT, conflict):
        return
    if cell.value is not None and changed.now and plain_number(changed.now) is None:
        what = f"{cell.place.spot} 是数字，“{changed.now}”不是，没有写"
        merged.leave(one, cell.place, what)
        return
    merged.tables[name] = _with(table, cell, changed.now)


def _cell_now(table: FurtherTable, was: FurtherTable, spot: Spot) -> TableCell | None:
    """Return a cell of a table that may have grown since; None where that cannot be told."""
    if {(cell.row, cell.column) for cell in table.cells} == {
        (cell.row, cell.column) for cell in was.cells
    }:
        return next((c for c in table.cells if (c.row, c.column) == spot), None)
    label = next((c.text for c in was.cells if (c.row, c.column) == (spot[0], 0)), "")
    rows = [
        [c.row for c in side.cells if c.column == 0 and c.text == label] for side in (was, table)
    ]
    if not label or table.width != was.width or [len(found) for found in rows] != [1, 1]:
        return None
    return next((c for c in table.cells if (c.row, c.column) == (rows[1][0], spot[1])), None)


def _with(table: FurtherTable, cell: TableCell, text: str) -> FurtherTable:
    cells = (replace(one, text=text) if one is cell else one for one in table.cells)
    return table._replace(cells=tuple(cells))
