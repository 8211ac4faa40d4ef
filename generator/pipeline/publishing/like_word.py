"""The PDF page for page as the Word document: LibreOffice lays out the one that goes out."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.form.chinese import listed
from generator.formats.docx.reading.looks.looks import looks_of
from generator.formats.libreoffice.convert import Conversion, converted
from generator.formats.pdf.installed import FOLDERS, Face, faces_in
from generator.formats.pdf.lacking import lacking
from generator.formats.pdf.laid_out import laid_out
from generator.manuscript.looks import CHINESE_FONT, LATIN_FONT, Looks, Stretch
from generator.model.finding import Refusal
from generator.pipeline.publishing.document import ToPublish
from generator.pipeline.publishing.stand_ins import StandIn

_WANTED = {
    "SelectPdfVersion": ("long", 2),  # PDF/A-2b
    "UseTaggedPDF": ("boolean", True),
    "PDFUACompliance": ("boolean", True),
    "ExportBookmarks": ("boolean", True),
}
_OPTIONS = {name: {"type": kind, "value": str(of).lower()} for name, (kind, of) in _WANTED.items()}
_TO_PDF = Conversion(
    "docx",
    "MS Word 2007 XML",
    "pdf",
    f"writer_pdf_Export:{json.dumps(_OPTIONS, separators=(',', ':'))}",
    b"%PDF-",
)
_OLDEST = "7.4"
"""The first LibreOffice that takes such options on its command line."""
_INSTEAD = "也可以不加 --like-word，PDF 由本程序自己排版。"


def pdf_like_word(document: bytes, read: ToPublish) -> tuple[bytes, tuple[StandIn, ...]]:
    """Return the PDF of a document that goes out, the bytes of a .docx, and what its fonts are.

    Raise Refusal where LibreOffice is not here, or does not make what is to go out.
    """
    name = read.edited.source.name
    made = converted(document, name, _TO_PDF, instead=_INSTEAD)
    if missing := lacking(made):
        raise Refusal(
            f"LibreOffice 由 {name} 做的 PDF 没有{listed(missing)}，没有发布。"
            f"请用 LibreOffice {_OLDEST} 或更新的版本。{_INSTEAD}"
        )
    pdf = laid_out(made, read.publication.issued)
    wanted = _fonts_wanted(looks_of(read.edited.parts, read.edited.body, name))
    return pdf.content, tuple(stand_ins(wanted, pdf.fonts, faces_in(FOLDERS)))


def stand_ins(
    wanted: Sequence[str], embedded: Sequence[str], installed: Sequence[Face]
) -> Iterator[StandIn]:
    """Yield the fonts that a document wants, but that are not in its PDF, with what is instead.

    `embedded` are names as the PDF has them. Fonts of one file are taken for one: LibreOffice
    calls all of a collection by the name of its first.
    """
    of_names = {name: [one for one in installed if name.casefold() in one.names] for name in wanted}
    own = {face.file for faces in of_names.values() for face in faces}
    shown: dict[str, None] = {}
    there: set[Path] = set()
    for name in embedded:
        faces = [face for face in installed if _is(face, name)]
        files = {face.file for face in faces}
        there |= files
        if not files & own:
            shown[faces[0].name if faces else name] = None
    for name, faces in of_names.items():
        if shown and not there & {face.file for face in faces}:
            barred = bool(faces) and not any(face.may_be_embedded for face in faces)
            yield StandIn("", name, "、".join(shown), barred)


def _is(face: Face, embedded: str) -> bool:
    """Tell whether a font in a PDF is this face; those for Chinese have a suffix there."""
    return embedded == face.postscript or embedded.startswith(f"{face.postscript}-")


def _fonts_wanted(looks: Looks) -> list[str]:
    """Return the fonts that a document has for its words, that of the most characters first."""
    counted: dict[str, int] = {}
    for words in _words(looks):
        for name, count in _of_letters(words):
            counted[name] = counted.get(name, 0) + count
    return sorted(counted, key=lambda name: -counted[name])


def _words(looks: Looks) -> Iterator[Stretch]:
    for line in looks.lines:
        yield from line.words
    for grid in looks.grids:
        for line in grid.texts.values():
            yield from line.words
    for lines in looks.margins.values():
        for line in lines:
            yield from line.words


def _of_letters(words: Stretch) -> Iterator[tuple[str, int]]:
    """Yield which fonts words are in, with how many of their characters."""
    latin = sum(1 for letter in words.text if letter.isascii() and not letter.isspace())
    chinese = sum(1 for letter in words.text if not letter.isascii())
    for kind, count in ((CHINESE_FONT, chinese), (LATIN_FONT, latin)):
        name = (words.look or {}).get(kind, "")
        if count and isinstance(name, str) and name:
            yield name, count
