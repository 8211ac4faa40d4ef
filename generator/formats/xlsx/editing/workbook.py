"""Writes another report into a workbook that people work in: only the cells that differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.form.vocabulary import Form
from generator.formats.xlsx.editing.cell_edits import edit_cells
from generator.formats.xlsx.editing.report_edits import NewRow, workbook_edits_of
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.model.report import Report


@dataclass(frozen=True)
class Rewritten:
    """A workbook that holds another report."""

    content: bytes
    cells: int
    """How many cells were written."""


def rewritten(
    data: bytes, name: str, now: Report, wanted: Report, *, rows: Sequence[NewRow], form: Form
) -> Rewritten:
    """Return the workbook with the report `now`, which it holds, made the one `wanted`.

    `rows` is the whole narrative wanted, in the order of print. Raise Refusal where it has no
    room for it.
    """
    sheets = read_sheets(workbook_parts(data, name), name)
    edits = workbook_edits_of(sheets, now, wanted, rows, form)
    content = edit_cells(data, name, edits.cells, edits.heights) if edits.cells else data
    return Rewritten(content, len(edits.cells))
