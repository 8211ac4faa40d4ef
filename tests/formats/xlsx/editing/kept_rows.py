"""The narrative of a workbook as it is."""

from generator.formats.xlsx.editing.report_edits import NewRow
from generator.model.report import Report


def kept(now: Report) -> list[NewRow]:
    """Return every row of a narrative, each where it stands."""
    return [NewRow(row, here) for here, row in enumerate(now.paragraphs)]
