"""Publishing a reviewed document: the files that go out, all of them or none."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.files.file_names import (
    REPLACED,
    default_document,
    document_of_published,
    is_published,
    published_forms,
)
from generator.files.several_files import write_together
from generator.files.zip_archive import DOCUMENT, open_archive, read_file
from generator.form.vocabulary import Form
from generator.formats.docx.package.seal import untouched
from generator.manuscript.review.edited_report import edited_report
from generator.model.correction import Correction
from generator.model.finding import Refusal
from generator.model.publication import Publication
from generator.model.report import Report
from generator.pipeline.make import build_document
from generator.pipeline.publishing.as_published import as_published
from generator.pipeline.publishing.corrections import corrections
from generator.pipeline.publishing.document import read_to_publish
from generator.pipeline.publishing.going_out import Kind, going_out
from generator.pipeline.publishing.obstacle import Obstacle
from generator.pipeline.publishing.published_before import (
    Outcome,
    as_read_again,
    published_before,
)
from generator.pipeline.publishing.stand_ins import StandIn
from generator.pipeline.sources import Given


class Ended(StrEnum):
    """What became of a document that was to go out."""

    PUBLISHED = "published"
    CURRENT = "current"
    """All that was published says the same already."""
    HELD = "held"


@dataclass(frozen=True)
class Published:
    """What became of a document that was to go out."""

    document: Path
    ended: Ended
    obstacles: list[Obstacle]
    """For which it was held back, or which were passed over."""
    files: tuple[Path, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    """Fonts of the PDF that stand in for others."""
    kept: tuple[Path, ...] = ()
    """Copies of those that were published before and are replaced."""
    corrections: tuple[Correction, ...] = ()
    """Against what was published before."""
    left: tuple[Path, ...] = ()
    """Published before in other forms, and not replaced now: they may say something else."""


@dataclass(frozen=True)
class Prepared:
    """What would go out, all of it, and what stands against that."""

    document: Path
    """Whose files they are; its name alone says so where it was handed over as bytes."""
    obstacles: list[Obstacle]
    files: dict[Path, bytes] = field(default_factory=dict, repr=False)
    """Beside the document; empty where obstacles hold it back."""
    stand_ins: tuple[StandIn, ...] = ()
    report: Report | None = field(default=None, repr=False)
    publication: Publication | None = field(default=None, repr=False)
    form: Form | None = field(default=None, repr=False)


def publish(
    given: Path,
    *,
    form: Form | None = None,
    workbook: Given | None = None,
    template: Given | None = None,
    only: Collection[Kind] = tuple(Kind),
    like_word: bool = False,
    force: bool = False,
) -> Published:
    """Publish a document, or that of a workbook, beside it; `only` some of the forms.

    The PDF is set anew or, `like_word`, laid out by LibreOffice. The document is held back while
    anything hangs in it, unless `force`. What was published before is kept under a dated name.
    Raise Refusal where a file cannot be used, made or written; then nothing changed.
    """
    document = _document_of(given, form, template)
    ready = prepared(document, form, workbook, template, only, like_word=like_word, force=force)
    return write_published(ready)


def prepared(
    document: Given,
    form: Form | None,
    workbook: Given | None,
    template: Given | None,
    only: Collection[Kind],
    *,
    like_word: bool = False,
    force: bool,
) -> Prepared:
    """Return what would go out of a document, and write nothing."""
    read = read_to_publish(document, form, workbook, template)
    known_as = read.edited.source.known_as
    if read.obstacles and not force:
        return Prepared(known_as, read.obstacles)
    report = as_published(edited_report(read.edited.compared, read.edited.form))
    files, stand_ins = going_out(read, report, known_as, only, like_word=like_word)
    return Prepared(
        known_as,
        read.obstacles,
        files,
        stand_ins,
        report,
        read.publication,
        read.edited.form,
    )


def write_published(ready: Prepared) -> Published:
    """Write all files, or none where they are there already; those from before are kept."""
    document, obstacles, stand_ins = ready.document, ready.obstacles, ready.stand_ins
    if ready.report is None or ready.form is None:
        return Published(document, Ended.HELD, obstacles)
    paths = tuple(ready.files)
    there = {path: read_file(path) for path in paths if path.exists()}
    if there == ready.files:
        return Published(document, Ended.CURRENT, obstacles, paths, stand_ins)
    found = tuple(_corrections(ready))
    kept = tuple(write_together(ready.files, infix=REPLACED))
    left = tuple(path for path in published_forms(document) if path.exists() and path not in paths)
    return Published(document, Ended.PUBLISHED, obstacles, paths, stand_ins, kept, found, left)


def _document_of(given: Path, form: Form | None, template: Given | None) -> Path:
    """Return the document that is meant; that of a workbook must be up to date."""
    if is_published(given):
        own = document_of_published(given)
        raise Refusal(f"{given.name} 是已经发布的文件。要再发布，请指明它的文档 {own.name}。")
    if given.suffix.lower() != ".xlsx":
        return given
    document = default_document(given)
    if not document.is_file():
        raise Refusal(f"{given.name} 还没有生成文档，请先运行 make-report {given}。")
    made = build_document(given, form=form, template=template)
    there = open_archive(read_file(document), document.name, DOCUMENT)
    if made.content is None:
        raise Refusal(f"{given.name} 有必须改正的错误，没有发布。请先运行 make-report {given}。")
    if untouched(there) and open_archive(made.content, document.name, DOCUMENT) != there:
        raise Refusal(f"{document.name} 不是最新的，没有发布。请先运行 make-report {given}。")
    return document


def _corrections(ready: Prepared) -> list[Correction]:
    """Return what is other than what was published before, as far as that can be read."""
    if ready.report is None or ready.form is None or ready.publication is None:
        return []
    before = published_before(ready.document, ready.publication, ready.form)
    after = Outcome(as_read_again(ready.report, ready.form), ready.publication)
    return corrections(before, after, ready.form)
