"""Tables as they will be printed, each number with the cell of the workbook that holds it."""

from generator.form.grid import Cell, grid
from generator.form.organ_and_year import with_organ_and_year
from generator.form.vocabulary import ORGAN, YEAR, Table
from generator.model.exhibits import FurtherTable
from generator.model.preview import (
    PreviewBlock,
    PreviewCell,
    PreviewLine,
    PreviewTable,
    Stretch,
)
from generator.model.printed_lines import printable
from generator.model.publication import Manner, Scope
from generator.model.report import Report


def with_caption_and_notes(table: Table, own: str, name: str, report: Report) -> list[PreviewBlock]:
    """Return a table of the form with the figures of a report, and what the form prints around it.

    `name` is what it is called where the form has no caption for it.
    """
    notes = [
        PreviewLine(f"{own}-note-{at}", (Stretch(note),), manner=Manner.NOTE)
        for at, note in enumerate(table.notes, 1)
    ]
    return [_table(table, own, name, report), *notes]


def _table(table: Table, own: str, name: str, report: Report) -> PreviewTable:
    cells = grid(table)
    below = [cell.row for cell in cells if not cell.header]
    shown = tuple(_cell(cell, f"{own}-{at}", report) for at, cell in enumerate(cells))
    caption = _caption(table, f"{own}-caption", report)
    called = caption.text if caption else name
    return PreviewTable(own, called, shown, min(below, default=0), caption)


def _caption(table: Table, own: str, report: Report) -> PreviewLine | None:
    if not table.caption:
        return None
    text = with_organ_and_year(table.caption, *organ_and_year(report))
    return PreviewLine(own, (Stretch(text),), manner=Manner.CENTRED)


def organ_and_year(report: Report) -> tuple[str, str]:
    """Return whose report it is, on which year; what is missing by its name."""
    organ, year = (
        entry.printed if (entry := report.entries.get(name)) else f"（{name}）"
        for name in (ORGAN, YEAR)
    )
    return organ, year


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
    blank = figure is None or figure.is_blank
    text = "" if figure is None or blank else printable(figure.printed)
    place = None if figure is None else figure.place
    return PreviewCell(own, *corner, text, *spans, place=place, blank=blank)


def _scope(cell: Cell) -> Scope:
    if not cell.label:
        return Scope.NONE
    if cell.header:
        return Scope.COLUMNS if cell.columns > 1 else Scope.COLUMN
    return Scope.ROWS if cell.rows > 1 else Scope.ROW
