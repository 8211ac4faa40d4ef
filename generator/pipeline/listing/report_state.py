"""How far one report is: its workbook, its document, and what was published of that."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.files.file_names import default_document, published_file, published_forms
from generator.files.zip_archive import read_file
from generator.form.vocabulary import ORGAN, Form
from generator.model.finding import Refusal, Severity
from generator.model.next_year import year_of
from generator.model.report import Report
from generator.pipeline.listing.around import Needs, kept_copies, needs_of
from generator.pipeline.listing.document_state import document_state
from generator.pipeline.listing.states import DocumentState, FileState, Kind, State
from generator.pipeline.make import document_of
from generator.pipeline.publishing import going_out
from generator.pipeline.publishing.publish import prepared
from generator.pipeline.read_and_check import Examined, examine

_COMPARED = (going_out.Kind.DOCX, going_out.Kind.JSON)
"""What was published is known again by these; a PDF alone by its date."""


class ReportState(NamedTuple):
    """How far a report is, and what that depends on beside its files."""

    state: FileState
    needs: Needs


def report_state(workbook: Path, kind: Kind = Kind.REPORT) -> ReportState:
    """Return how far a report is, by its workbook and the document where that usually goes."""
    document = default_document(workbook)
    try:
        examined = examine(workbook)
    except Refusal as refusal:
        return ReportState(FileState(workbook, kind, State.UNUSABLE, why=str(refusal)), Needs())
    made, why = _made(examined)
    there = document_state(document, workbook, made) if document.is_file() else None
    report = examined.report
    organ = report.entries.get(ORGAN)
    published = tuple(path for path in published_forms(document) if path.is_file())
    wrong = sum(one.stands_as_wrong for one in examined.findings)
    held = sum(one.holds_back for one in examined.findings)
    state = FileState(
        workbook,
        kind,
        organ=organ.printed if organ else "",
        year=year_of(report),
        form=examined.form.id,
        form_name=examined.form.name,
        wrong=wrong,
        notices=sum(one.severity == Severity.NOTICE for one in examined.findings),
        held=held,
        document=there,
        published=published,
        published_current=there is not None and goes_out_as(document, workbook, published),
        drafts=tuple(path for path in (default_document(workbook, draft=True),) if path.is_file()),
        copies=tuple(kept_copies(document)),
        why=why,
    )
    return ReportState(
        state._replace(state=_state(state, report, examined.form)), needs_of(workbook, report)
    )


def _made(examined: Examined) -> tuple[bytes | None, str]:
    """Return the document that a workbook makes now, or why its template makes none."""
    try:
        return document_of(examined).content, ""
    except Refusal as refusal:
        return None, str(refusal)


def _state(found: FileState, report: Report, form: Form) -> State:
    there = found.document
    if there is not None and (there.edited or there.current):
        return state_of_document(there, published_current=found.published_current)
    if not _begun(report, form):
        return State.NEW
    if _unfinished(report) or (found.held and _lacking(report, form)):
        return State.FILLING
    return State.WRONG if found.wrong or found.held else State.READY


def _begun(report: Report, form: Form) -> bool:
    """Tell whether anybody typed more than a new workbook, or one from last year's, holds."""
    filled = {name for name, one in report.figures.items() if one.value is not None}
    if filled - form.brought_forward.keys() or report.indicators:
        return True
    opening = form.parts[0].name
    return any(
        line.text.strip() and not line.unrevised and not line.kind
        for line in report.paragraphs
        if line.part != opening
    )


def _unfinished(report: Report) -> bool:
    """Tell whether something is marked as still to be done."""
    return bool(report.awaited) or any(line.unrevised for line in report.paragraphs)


def _lacking(report: Report, form: Form) -> bool:
    """Tell whether a whole table or a whole section without one is still blank."""
    filled = {name for name, one in report.figures.items() if one.value is not None}
    if any(filled.isdisjoint(one.name for one in table.figures) for table in form.tables):
        return True
    said = {line.part for line in report.paragraphs if line.text.strip()}
    parts = (part for part in form.parts[1:] if not form.sections[part.section - 1].tables)
    return any(part.name not in said for part in parts)


def state_of_document(there: DocumentState, *, published_current: bool) -> State:
    """Return how far a report is by its document, edited or as the workbook makes it."""
    if there.open:
        return State.IN_REVIEW
    settled = not (there.cells or there.conflicts or there.newer or there.problem)
    if settled and published_current:
        return State.PUBLISHED
    if there.edited and not there.current:
        return State.EDITED
    return State.FINAL if there.reviewed or there.left_traces else State.MADE


def goes_out_as(document: Path, workbook: Path | None, published: Sequence[Path]) -> bool:
    """Tell whether what was published of a document says what the document says now."""
    if not published:
        return False
    only = [kind for kind in _COMPARED if published_file(document, f".{kind.value}") in published]
    if not only:
        dates = [path.stat().st_mtime_ns for path in published]
        return min(dates) >= document.stat().st_mtime_ns
    with suppress(Refusal):
        ready = prepared(document, None, workbook, None, only, force=True)
        return all(read_file(path) == content for path, content in ready.files.items())
    return False
