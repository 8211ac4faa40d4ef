"""What changed in the workbook since a document was generated, as edits of that document."""

from generator.form.labels import Spot
from generator.form.tables_in_grids import find_figures, texts_of
from generator.form.vocabulary import Form
from generator.manuscript.edits import CellEdit
from generator.manuscript.manuscript import Grid, Manuscript
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.document_edits import DocumentEdits, numbers_of
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.revised_lines import revise_lines
from generator.manuscript.review.side import Side
from generator.model.report import Place


def document_edits_of(
    compared: Comparison, fresh: Manuscript, form: Form, judge: Judge
) -> DocumentEdits:
    """Return the edits for a document that was compared with what was generated.

    `fresh` is the document as it would be generated from the workbook now.
    """
    edits = DocumentEdits()
    _figures(compared, fresh, form, judge, edits)
    revise_lines(compared, fresh, form, judge, edits)
    return edits


def _figures(
    compared: Comparison, fresh: Manuscript, form: Form, judge: Judge, edits: DocumentEdits
) -> None:
    cells = [grid.cells for grid in fresh.grids]
    blocks = numbers_of(compared.edited, Grid)
    for name, now in texts_of(find_figures(cells, form), cells):
        if name not in compared.base.figures:
            continue
        cell = _cell_of(compared, name)
        if cell is None:
            was = compared.base.figures[name].printed
            if now.strip() != was:
                place = compared.edited.grids[0].place if compared.edited.grids else Place("")
                judge.cannot(Conflict(form.figures[name].label, place, was, now.strip(), ""))
            continue
        at, spot = cell
        grid = compared.edited.grids[at]
        was, there = compared.base.figures[name].printed, grid.cells[spot].strip()
        conflict = Conflict(form.figures[name].label, grid.place, was, now.strip(), there)
        if judge.takes(Side.WORKBOOK, conflict):
            edits.all.append(CellEdit(blocks[at], spot, now.strip()))
            edits.figures += 1


def _cell_of(compared: Comparison, name: str) -> tuple[int, Spot] | None:
    """Return where a figure's cell is; None where its table, row or column, or itself, is gone."""
    at, spot = compared.tables.spots.get(name, (0, (0, 0)))
    there = name in compared.tables.spots and spot in compared.edited.grids[at].cells
    return (at, spot) if there else None
