"""What people hand back or hand in as a document, and the templates, under the form in force."""

from pathlib import Path

from generator.files.archive import read_file
from generator.form.disclosure.edition_2019 import FORM as OLDER
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.document.template.compiled import compile_template
from generator.manuscript.review.side import Side
from generator.model.finding import TemplateRefusal
from generator.pipeline.bring_in import Imported, bring_in
from generator.pipeline.review import Review, review
from generator.pipeline.revise import Revised, revise


def review_document(
    document: Path,
    *,
    workbook: Path | None = None,
    take: Side | None = None,
    apply: bool = False,
) -> Review:
    """Say what people changed in a document; with `apply` write it into the workbook.

    `take` settles what both sides changed. Raise Refusal where a file cannot be used.
    """
    return review(document, FORM, workbook=workbook, take=take, apply=apply)


def revise_document(
    document: Path, *, workbook: Path | None = None, take: Side | None = None
) -> Revised:
    """Bring what changed in the workbook into an edited document, as tracked changes.

    `take` settles what both sides changed. Raise Refusal where a file cannot be used.
    """
    return revise(document, FORM, workbook=workbook, take=take)


def import_document(document: Path, *, target: Path | None = None) -> Imported:
    """Write a workbook from a published report that this program need not have written.

    Raise Refusal where the document cannot be used or the target is there already.
    """
    return bring_in(document, (FORM, OLDER), target=target)


def check_template(template: Path) -> list[str]:
    """Return everything that is wrong with a Word template, each with its place.

    Raise Refusal where the file is no .docx or is not safe to open.
    """
    try:
        compile_template(read_file(template), template.name, FORM)
    except TemplateRefusal as refusal:
        return refusal.problems
    return []
