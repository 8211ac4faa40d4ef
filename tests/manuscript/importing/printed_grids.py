"""Grids of the form's tables, in which each figure is its own name: what was read where is seen."""

from dataclasses import replace

from generator.form.grid import grid
from generator.form.labels import Spot
from generator.form.vocabulary import Table
from generator.manuscript.importing.table_reading import read_table
from tests.forms import FORM, OLDER

TABLES = [*FORM.tables, *OLDER.tables[:2]]


def narrow(table: Table) -> Table:
    """Return a table with few columns, which is soon read; its rows are all there."""
    blocks = tuple(block._replace(columns=block.columns[:2]) for block in table.blocks)
    return replace(table, blocks=blocks)


def whole(table: Table) -> Table:
    """Return a table as it is."""
    return table


def cells_of(table: Table, labels: dict[str, str] | None = None) -> dict[Spot, str]:
    """Return what stands in which cell of a table, with some labels in other words."""
    return {
        (cell.row, cell.column): cell.figure or (labels or {}).get(cell.label, cell.label)
        for cell in grid(table)
    }


def read(cells: dict[Spot, str], table: Table) -> dict[str, str]:
    """Return the texts that were found, by figure: in these grids each is the figure's own name."""
    return {name: cells[spot] for name, spot in read_table(cells, table).figures.items()}


def own(table: Table) -> dict[str, str]:
    """Return what is found when each figure is read from its own cell."""
    return {spec.name: spec.name for spec in table.figures}
