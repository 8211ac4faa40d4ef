"""Tables as they will be printed, each number with the cell of the workbook that holds it."""

from generator.form.grid import Cell, grid
from generator.form.vocabulary import Table
from generator.model.exhibits import FurtherTable
from generator.model.preview import PreviewCell, PreviewLine, PreviewTable
from generator.model.printed_lines import printable
from generator.model.publication import Scope
from generator.model.report import Report


def table_of(table: Table, own: str, name: str, report: Report) -> PreviewTable:
    """Return a table of the form with the figures of a report."""
    cells = grid(table)
    below = [cell.row for cell in cells if not cell.header]
    shown = tuple(_cell(cell, f"{own}-{at}", report) for at, cell in enumerate(cells))
    return PreviewTable(own, name, shown, min(below, default=0))


def further_table_of(table: FurtherTable, own: str, caption: PreviewLine) -> PreviewTable:
    """Return a table that a row of the narrative shows."""
    cells = tuple(
        PreviewCell(
            f"{own}-{at}",
            cell.row,
            cell.column,
            printable(cell.text),
            cell.rows,
            cell.columns,
            Scope.COLUMN if cell.row < table.header_rows else Scope.NONE,
            cell.place if cell.place.spot else None,
        )
        for at, cell in enumerate(table.cells)
    )
    return PreviewTable(own, caption.text or table.name, cells, table.header_rows, caption)


def _cell(cell: Cell, own: str, report: Report) -> PreviewCell:
    corner = (cell.row, cell.column)
    spans = (cell.rows, cell.columns)
    if not cell.figure:
        return PreviewCell(own, *corner, cell.label, *spans, scope=_scope(cell))
    figure = report.figures.get(cell.figure)
    blank = figure is None or (figure.value is None and figure.readable)
    text = "" if figure is None or blank else printable(figure.printed)
    place = None if figure is None else figure.place
    return PreviewCell(own, *corner, text, *spans, place=place, blank=blank)


def _scope(cell: Cell) -> Scope:
    if not cell.label:
        return Scope.NONE
    if cell.header:
        return Scope.COLUMNS if cell.columns > 1 else Scope.COLUMN
    return Scope.ROWS if cell.rows > 1 else Scope.ROW
