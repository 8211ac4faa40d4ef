"""A report → findings, and a copy of its workbook in which they are marked."""

from dataclasses import replace

from generator.files.delivery import deliver
from generator.files.file_names import annotated_copy
from generator.form.vocabulary import Form
from generator.model.finding import Refusal
from generator.model.reading_order import groups
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.read_and_check import examine, must_not_be
from generator.pipeline.sources import Given


def check_workbook(
    workbook: Given,
    *,
    form: Form | None = None,
    previous: Given | None = None,
    annotate: bool = False,
) -> Outcome:
    """Read and check a report; write at most a copy in which the findings are marked.

    `annotate` writes that copy beside the workbook, which then must be a file; where it cannot be
    written, the outcome says why. Raise Refusal where the report cannot be used.
    """
    examined = examine(workbook, form=form, previous=previous)
    held_by = [found for found in examined.findings if found.holds_back]
    outcome = examined.outcome(Status.CHECKED, held_by=held_by)
    return _annotated(outcome, examined.source.content) if annotate else outcome


def _annotated(outcome: Outcome, content: bytes) -> Outcome:
    from generator.formats.xlsx.findings import seal  # openpyxl takes its time to import
    from generator.formats.xlsx.findings.annotated_copy import annotated

    workbook = outcome.workbook
    copy = annotated_copy(workbook)
    must_not_be(copy, workbook)
    marked = annotated(content, workbook.name, groups(outcome.findings, outcome.report))
    try:
        _, kept = deliver(marked, copy, compare=seal.compared, over_edits=True, like=workbook)
    except Refusal as refusal:  # what was found is worth more than where it is marked
        return replace(outcome, not_annotated=str(refusal))
    return replace(outcome, annotated=copy, kept=kept)
