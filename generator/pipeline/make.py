"""The main line: workbook → report → findings → document."""

import hashlib
from dataclasses import replace
from pathlib import Path

from generator import __version__
from generator.files.archive import DOCUMENT, open_archive, read_file
from generator.files.delivery import There, deliver
from generator.files.folders import default_document
from generator.form.disclosure.edition_2021 import FORM
from generator.form.vocabulary import ORGAN, YEAR
from generator.formats.document.package.seal import untouched
from generator.formats.document.template.compiled import compile_template
from generator.formats.document.template.fill import fill
from generator.formats.document.template.tags import DRAFT_MARK
from generator.formats.report_json import snapshot
from generator.model.draft_stamp import draft_mark
from generator.model.finding import Refusal
from generator.model.reading_order import in_reading_order
from generator.model.report import Report
from generator.pipeline.examination import examine, never_over, no_annotated_copy
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.template_choice import choose_template

_LONGEST_PROPERTY = 255  # characters that Word takes in a custom property


def make(
    workbook: Path,
    *,
    output: Path | None = None,
    template: Path | None = None,
    previous: Path | None = None,
    draft: bool = False,
    strict: bool = False,
    force: bool = False,
) -> Outcome:
    """Make the report of one workbook.

    `previous` is last year's workbook; by default the one beside it is found by itself.
    `draft` makes one marked 草稿 whatever is wrong; `strict` holds back for wording too; `force`
    replaces an edited document and keeps a copy, and writes again what is up to date. Raise
    Refusal where a file cannot be used.
    """
    no_annotated_copy(workbook)
    target = output or default_document(workbook, draft=draft)
    if target.suffix.lower() != ".docx":
        raise Refusal(f"报告的文件名要以 .docx 结尾，写的是“{target.name}”。")
    choice = choose_template(workbook, template)
    report, values, findings, content, last_year = examine(workbook, previous)
    never_over(target, workbook, choice.path, *([previous] if previous else []))
    held_by = [
        found for found in findings if found.holds_back or (strict and found.stands_as_wrong)
    ]
    compiled = compile_template(read_file(choice.path), choice.path.name, FORM)
    outcome = Outcome(
        workbook=workbook,
        report=report,
        findings=in_reading_order(findings, report, held_by),
        status=Status.HELD,
        figures_due=len(FORM.figures),
        output=target,
        template=choice,
        previous=last_year,
        held_by=in_reading_order(held_by, report),
        draft=draft,
    )
    if held_by and not draft:
        return outcome
    if draft:
        values = {**values, DRAFT_MARK: draft_mark(findings)}
    data = fill(compiled, values, snapshot=snapshot.dumps(report), origin=_origin(report, content))
    outcome = _delivered(outcome, data, target, force=force)
    return _over_edits(outcome, data, target) if outcome.status == Status.EDITED else outcome


def _delivered(outcome: Outcome, data: bytes, target: Path, *, force: bool) -> Outcome:
    delivery, kept = deliver(data, target, compare=_compared, over_edits=force, again=force)
    return replace(outcome, status=Status(delivery.value), kept=kept)


def _over_edits(outcome: Outcome, data: bytes, target: Path) -> Outcome:
    """Replace an edited document, and keep a copy, if the workbook holds all that it does."""
    from generator.pipeline.documents import review_document  # half of the program, seldom needed

    try:
        found = review_document(target, workbook=outcome.workbook)
    except Refusal:  # nothing can be told of it, so it stays
        return outcome
    outcome = replace(outcome, review=found)
    return _delivered(outcome, data, target, force=True) if found.all_in_workbook else outcome


def _origin(report: Report, workbook: bytes) -> dict[str, str]:
    """Say where a document comes from, in values short enough for document properties."""
    identity = "/".join(
        report.entries[name].printed if name in report.entries else "" for name in (ORGAN, YEAR)
    )
    return {
        "schema": str(snapshot.SCHEMA),
        "program": __version__,
        "report": identity[:_LONGEST_PROPERTY],
        "workbook-sha256": hashlib.sha256(workbook).hexdigest(),
    }


def _compared(document: bytes, there: bytes) -> There:
    """Compare two documents part by part: compression may differ between machines."""
    try:
        parts = open_archive(there, "", DOCUMENT)
        edited = not untouched(parts)
    except Refusal:
        return There.EDITED
    if edited:
        return There.EDITED
    return There.SAME if open_archive(document, "", DOCUMENT) == parts else There.OLDER
