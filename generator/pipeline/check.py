"""workbook → report → findings, and a copy of the workbook in which they are marked."""

from dataclasses import replace
from pathlib import Path

from generator.files.copies import annotated_copy
from generator.files.delivery import deliver
from generator.form.disclosure.edition_2021 import FORM
from generator.model.reading_order import groups, in_reading_order
from generator.pipeline.examination import examine, never_over
from generator.pipeline.outcome import Outcome, Status


def check_workbook(
    workbook: Path, *, previous: Path | None = None, annotate: bool = False
) -> Outcome:
    """Read and check a workbook; write at most a copy in which the findings are marked.

    Raise Refusal where it cannot be used.
    """
    report, _, findings, content, last_year = examine(workbook, previous)
    held_by = [found for found in findings if found.holds_back]
    outcome = Outcome(
        workbook=workbook,
        report=report,
        findings=in_reading_order(findings, report),
        status=Status.CHECKED,
        figures_due=len(FORM.figures),
        previous=last_year,
        held_by=held_by,
    )
    return _annotated(outcome, content) if annotate else outcome


def _annotated(outcome: Outcome, content: bytes) -> Outcome:
    from generator.formats.workbook.findings import seal  # openpyxl takes its time to import
    from generator.formats.workbook.findings.annotated_copy import annotated

    workbook = outcome.workbook
    copy = annotated_copy(workbook)
    never_over(copy, workbook)
    marked = annotated(content, workbook.name, groups(outcome.findings, outcome.report))
    _, kept = deliver(marked, copy, compare=seal.compared, over_edits=True)
    return replace(outcome, annotated=copy, kept=kept)
