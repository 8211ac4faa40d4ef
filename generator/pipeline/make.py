"""The main line: a report → findings → its document."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator import __version__
from generator.files.delivery import AlreadyThere, deliver
from generator.files.file_names import default_document
from generator.files.zip_archive import DOCUMENT, unpacked
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.docx.package.seal import FORM_ID, untouched
from generator.formats.docx.template.compiled import compile_template
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.tags import DRAFT_STAMP
from generator.formats.report_json import snapshot
from generator.model.draft_stamp import draft_stamp
from generator.model.finding import Refusal
from generator.pipeline.edition import usual_form
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.read_and_check import Examined, examine, must_not_be, no_annotated_copy
from generator.pipeline.sources import Given
from generator.pipeline.template_choice import choose_template

_LONGEST_PROPERTY = 255  # characters that Word takes in a custom property


def make(
    workbook: Path,
    *,
    form: Form | None = None,
    output: Path | None = None,
    template: Path | None = None,
    previous: Path | None = None,
    draft: bool = False,
    strict: bool = False,
    force: bool = False,
) -> Outcome:
    """Make the report of one workbook and write it; by default where `default_document` says.

    `previous` is last year's workbook; by default the one beside it is found by itself.
    `draft` makes one marked 草稿 whatever is wrong; `strict` holds back for wording too; `force`
    replaces an edited document and keeps a copy, and writes again what is up to date. Raise
    Refusal where a file cannot be used.
    """
    target = output or default_document(workbook, draft=draft)
    must_be_docx(target)
    outcome = build_document(
        workbook, form=form, template=template, previous=previous, draft=draft, strict=strict
    )
    return write_document(outcome, target, never_over=[previous], force=force)


def write_document(
    outcome: Outcome, target: Path, *, never_over: Sequence[Path | None] = (), force: bool = False
) -> Outcome:
    """Write a document that was made; an edited one only if the workbook holds all that it does.

    `never_over` are files that it must not replace, beside those that it was made from. Raise
    Refusal where it cannot be written.
    """
    outcome = replace(outcome, output=target)
    template = outcome.template.path if outcome.template else None
    used = (outcome.source.path, template, *never_over)
    must_not_be(target, *(path for path in used if path))
    if outcome.content is None:
        return outcome
    outcome = _delivered(outcome, outcome.content, target, force=force)
    return _over_edits(outcome, target) if outcome.status == Status.EDITED else outcome


def must_be_docx(target: Path) -> None:
    """Refuse a document under a name that Word would not open."""
    if target.suffix.lower() != ".docx":
        raise Refusal(f"报告的文件名要以 .docx 结尾，写的是“{target.name}”。")


def build_document(
    given: Given,
    *,
    form: Form | None = None,
    template: Given | None = None,
    previous: Given | None = None,
    draft: bool = False,
    strict: bool = False,
) -> Outcome:
    """Make a report and write nothing: its document is the content of what is returned.

    It has none where it is held back. The options are those of `make`.
    """
    no_annotated_copy(given)
    examined = examine(given, form=form, previous=previous)
    return document_of(examined, template, draft=draft, strict=strict)


def document_of(
    examined: Examined, template: Given | None = None, *, draft: bool = False, strict: bool = False
) -> Outcome:
    """Make the document of a report that was read and checked, and write nothing."""
    choice = choose_template(examined.source.path, template, examined.form)
    held_by = [
        found
        for found in examined.findings
        if found.holds_back or (strict and found.stands_as_wrong)
    ]
    compiled = compile_template(choice.read(), choice.path.name, examined.form)
    outcome = replace(examined.outcome(Status.HELD, held_by=held_by), template=choice, draft=draft)
    if held_by and not draft:
        return outcome
    values = examined.values
    if draft:
        values = {**values, DRAFT_STAMP: draft_stamp(examined.findings)}
    data = snapshot.dumps(examined.report)
    content = fill(compiled, values, examined.placed, snapshot=data, origin=_origin(examined))
    return replace(outcome, status=Status.MADE, content=content)


def _delivered(outcome: Outcome, content: bytes, target: Path, *, force: bool) -> Outcome:
    delivery, kept = deliver(content, target, compare=_compared, over_edits=force, again=force)
    return replace(outcome, status=Status(delivery.value), kept=kept)


def _over_edits(outcome: Outcome, target: Path) -> Outcome:
    """Replace an edited document, and keep a copy, if the workbook holds all that it does."""
    from generator.pipeline.review import review  # half of the program, seldom needed

    template = outcome.template.path if outcome.template else None
    try:
        found = review(target, form=outcome.form, workbook=outcome.source.given, template=template)
    except Refusal as refusal:  # nothing can be told of it, so it stays
        return replace(outcome, not_reviewed=str(refusal))
    outcome = replace(outcome, review=found)
    if outcome.content is None or not found.all_in_workbook:
        return outcome
    return _delivered(outcome, outcome.content, target, force=True)


def _origin(examined: Examined) -> dict[str, str]:
    """Say where a document comes from, in values short enough for document properties.

    One without a form's id is of the usual form, as all of earlier versions are.
    """
    entries, form = examined.report.entries, examined.form
    identity = "/".join(entries[name].printed if name in entries else "" for name in (ORGAN, YEAR))
    origin = {
        "schema": str(snapshot.schema_of(examined.report)),
        "program": __version__,
        "report": identity[:_LONGEST_PROPERTY],
        "workbook-sha256": hashlib.sha256(examined.source.content).hexdigest(),
    }
    return origin if form.id == usual_form().id else {**origin, FORM_ID: form.id}


def _compared(document: bytes, there: bytes) -> AlreadyThere:
    """Compare two documents part by part: compression may differ between machines."""
    try:
        parts = unpacked(there, "", DOCUMENT)
        edited = not untouched(parts)
    except Refusal:
        return AlreadyThere.EDITED
    if edited:
        return AlreadyThere.EDITED
    return AlreadyThere.SAME if unpacked(document, "", DOCUMENT) == parts else AlreadyThere.OLDER
