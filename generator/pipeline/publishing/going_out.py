"""The files in which a report goes out, each written from the one publication."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from generator.files.file_names import published_file
from generator.formats.docx.publishing.cleaned import cleaned
from generator.formats.picture.reading import bare_picture
from generator.formats.report_json.writer import json_of
from generator.model.exhibits import Chart
from generator.model.publication import Figure, Publication
from generator.model.report import Report
from generator.pipeline.publishing.document import ToPublish
from generator.pipeline.publishing.like_word import pdf_like_word
from generator.pipeline.publishing.stand_ins import StandIn


class Kind(StrEnum):
    """A form in which a report goes out."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    JSON = "json"


class GoingOut(NamedTuple):
    """What is to be written."""

    files: dict[Path, bytes]
    """In the order in which they are told."""
    stand_ins: tuple[StandIn, ...]


def going_out(
    read: ToPublish,
    report: Report,
    document: Path,
    only: Collection[Kind],
    *,
    like_word: bool = False,
) -> GoingOut:
    """Return every file of these kinds; the PDF page for page as the document, if `like_word`.

    Raise Refusal where no font here has a character of the text, or LibreOffice is wanted, but
    is not here or does not make the PDF.
    """
    files: dict[Path, bytes] = {}
    stand_ins: tuple[StandIn, ...] = ()
    publication = read.publication
    if Kind.DOCX in only or like_word:
        name = read.edited.source.name
        content = cleaned(read.edited.parts, publication, name, bare_picture)
    if Kind.DOCX in only:
        files[published_file(document, ".docx")] = content
    if Kind.PDF in only:
        pdf, stand_ins = pdf_like_word(content, read) if like_word else _pdf(publication)
        files[published_file(document, ".pdf")] = pdf
    if Kind.HTML in only:
        page, fragment = _pages(publication)
        files[published_file(document, ".html")] = page
        files[published_file(document, ".html", fragment=True)] = fragment
    if Kind.JSON in only:
        files[published_file(document, ".json")] = json_of(report, read.edited.form)
    return GoingOut(files, stand_ins)


def _pdf(publication: Publication) -> tuple[bytes, tuple[StandIn, ...]]:
    from generator.formats.pdf.document import pdf_of
    from generator.formats.pdf.fonts import fonts_to_use

    fonts = fonts_to_use()
    stand_ins = tuple(
        StandIn(use.role.value, use.wanted, use.face.name, use.barred) for use in fonts.stand_ins
    )
    return pdf_of(publication, fonts, _drawn), stand_ins


def _pages(publication: Publication) -> tuple[bytes, bytes]:
    """Return the page, and the piece for a site's own."""
    from generator.formats.html.fragment import fragment_of
    from generator.formats.html.looks import FONTS
    from generator.formats.html.page import page_of

    def drawn(figure: Figure) -> str:
        return _drawn(figure, FONTS)

    return page_of(publication, drawn).encode(), fragment_of(publication, drawn).encode()


def _drawn(figure: Figure, fonts: str) -> str:
    """Draw the chart of a figure as SVG."""
    from generator.formats.svg.chart import chart_svg

    if not isinstance(figure.exhibit, Chart):
        raise TypeError("only charts are drawn")
    return chart_svg(figure.exhibit, figure.width, figure.height, fonts, figure.alternative)
