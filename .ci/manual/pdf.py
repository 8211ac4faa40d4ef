"""A Word document → a PDF, as the program itself publishes one like Word's: the same bytes."""

from datetime import date
from io import BytesIO

import pikepdf
from looks import HEI, SONG, TYPED

from generator.formats.libreoffice.convert import Conversion, converted
from generator.formats.pdf.laid_out import laid_out

_TO_PDF = Conversion(
    "docx",
    "MS Word 2007 XML",
    "pdf",
    'writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}',
    b"%PDF-",
)
_IN_PLACE_OF = {SONG: "Noto Serif CJK SC", HEI: "Noto Sans CJK SC", TYPED: "Noto Sans Mono CJK SC"}
"""Free fonts, which may be embedded and given away."""


def as_pdf(word: bytes, name: str, made_on: date) -> bytes:
    """Return the PDF of a document."""
    made = converted(word, f"{name}.docx", _TO_PDF, instead="", fonts=_IN_PLACE_OF)
    return laid_out(made, made_on).content


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def pages_of_headings(pdf: bytes) -> dict[str, int]:
    """Return on which page each heading stands, from the bookmarks."""
    found: dict[str, int] = {}
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages, 1)}
        waiting = list(outline.root)
        while waiting:
            one = waiting.pop(0)
            waiting[:0] = one.children
            if isinstance(one.destination, pikepdf.Array):
                found.setdefault(one.title, numbers.get(one.destination[0].objgen, 0))
    return found
