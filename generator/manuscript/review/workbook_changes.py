"""What changed in the workbook since a document was generated: where, and as edits of that."""

from collections.abc import Iterator

from generator.form.labels import Spot
from generator.form.tables_in_grids import find_figures, texts_of
from generator.form.vocabulary import Form
from generator.manuscript.edits import CellEdit
from generator.manuscript.manuscript import Grid, Manuscript
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.document_edits import DocumentEdits, numbers_of
from generator.manuscript.review.edited_report import edited_report
from generator.manuscript.review.exhibits.newer_shown import newer_shown
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.revised_lines import revise_lines
from generator.manuscript.review.side import Side
from generator.manuscript.revising.exhibits import Versions
from generator.model.narrative import PrintedParagraph, printed
from generator.model.report import Place, Report

_GONE = "删去的段落"


def document_edits_of(
    compared: Comparison, versions: Versions, form: Form, judge: Judge
) -> DocumentEdits:
    """Return the edits for a document that was compared with what was generated.

    The fresh one of its versions is as it would be generated from the workbook now.
    """
    edits = DocumentEdits()
    _figures(compared, versions.fresh.manuscript, form, judge, edits)
    revise_lines(compared, versions, form, judge, edits)
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


def not_in_document(compared: Comparison, workbook: Report, form: Form) -> list[Place]:
    """Return the places in the workbook that were changed there alone; the document is as it was.

    What was written back from a document that then was changed back to what it said is among them.
    A paragraph that was taken out of the workbook has no place there, but its part of the form.
    """
    return [
        *_values(compared, workbook),
        *newer_shown(compared.shown, workbook),
        *_paragraphs(compared, workbook, form),
    ]


def _values(compared: Comparison, workbook: Report) -> Iterator[Place]:
    base, document = compared.base, compared.values.report
    for was, there, here in (
        (base.entries, document.entries, workbook.entries),
        (base.indicators, document.indicators, workbook.indicators),
        (base.figures, document.figures, workbook.figures),
    ):
        for name, value in here.items():
            same = name in was and name in there and was[name].printed == there[name].printed
            if same and value.printed != was[name].printed:
                yield value.place


def _paragraphs(compared: Comparison, workbook: Report, form: Form) -> Iterator[Place]:
    generated, now = _by_words(compared.base, form), _by_words(workbook, form)
    document = _by_words(edited_report(compared, form), form)
    for part in form.parts:
        new = [
            line.place
            for words, line in now.items()
            if words[0] == part.name and words not in generated and words not in document
        ]
        gone = [words for words in generated if words[0] == part.name and words not in now]
        yield from new
        yield from [Place("", part.name, _GONE)] * (
            sum(words in document for words in gone) - len(new)
        )


def _by_words(report: Report, form: Form) -> dict[tuple[str, int, str, str], PrintedParagraph]:
    """Return the paragraphs by what they say, wherever in their part they stand."""
    lines, _ = printed(report, form)
    return {
        (line.source.part, line.source.level, line.heading.strip(), line.text.strip()): line
        for line in lines
    }
