"""What people see in a published report, whichever kind of file it came as."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.form.vocabulary import Form
from generator.formats.docx.package.provenance import read_properties
from generator.formats.docx.reading.body import read_body
from generator.manuscript.importing.exhibits.beside_text import NOTHING, BesideText
from generator.manuscript.manuscript import Manuscript
from generator.model.finding import Finding
from generator.pipeline.edition import form_of_document
from generator.pipeline.imported_exhibits import beside_text_of
from generator.pipeline.sources import Source

_PDF = b"%PDF-"
_BEGINNING = 1024  # bytes within which a PDF says what it is


class PublishedBody(NamedTuple):
    """A report as it was read from a file."""

    manuscript: Manuscript
    beside: BesideText = NOTHING
    findings: Sequence[Finding] = ()
    """What was not certain in reading it."""
    ours: bool = False
    """Whether this program wrote it, and the workbook that it came from is better."""
    form: Form | None = None
    """The one that it says."""


def body_of(source: Source, form: Form | None) -> PublishedBody:
    """Read a published report; `form` is the one that was asked for.

    What kind of file it is, its content says. Raise Refusal where it cannot be used.
    """
    if _PDF in source.content[:_BEGINNING]:
        return _of_pdf(source, form)
    return _of_docx(source, form)


def _of_docx(source: Source, form: Form | None) -> PublishedBody:
    parts = open_archive(source.content, source.name, DOCUMENT)
    body = read_body(parts, source.name)
    ours = bool(read_properties(parts, source.name))
    if form is None and ours:
        form = form_of_document(parts, source.name)
    beside = beside_text_of(body, parts, source.name, form if ours else None)
    return PublishedBody(body.manuscript, beside, ours=ours, form=form)


def _of_pdf(source: Source, form: Form | None) -> PublishedBody:
    from generator.formats.pdf.reading.body import read_pdf  # few reports come as one

    body = read_pdf(source.content, source.name)
    return PublishedBody(body.manuscript, findings=body.findings, form=form)
