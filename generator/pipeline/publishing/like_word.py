"""The PDF page for page as the Word document: LibreOffice lays out the one that goes out."""

import json

from generator.form.chinese import listed
from generator.formats.docx.reading.looks.looks import looks_of
from generator.formats.libreoffice.convert import Conversion, converted
from generator.formats.pdf.installed import FOLDERS, faces_in
from generator.formats.pdf.lacking import lacking
from generator.formats.pdf.laid_out import laid_out
from generator.model.finding import Refusal
from generator.pipeline.publishing.document import ToPublish
from generator.pipeline.publishing.fonts_like_word import fonts_wanted, replacements, stand_ins
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
_INSTEAD = "PDF 也可以由本程序自己排版（不加 --like-word）。"


def pdf_like_word(document: bytes, read: ToPublish) -> tuple[bytes, tuple[StandIn, ...]]:
    """Return the PDF of a document that goes out, the bytes of a .docx, and what its fonts are.

    Raise Refusal where LibreOffice is not here, or does not make what is to go out.
    """
    name, installed = read.edited.source.name, faces_in(FOLDERS)
    wanted = fonts_wanted(looks_of(read.edited.parts, read.edited.body, name))
    replaced = replacements(wanted, installed)
    made = converted(document, name, _TO_PDF, instead=_INSTEAD, fonts=replaced)
    if missing := lacking(made):
        raise Refusal(
            f"LibreOffice 由 {name} 做的 PDF 没有{listed(missing)}，没有发布。"
            f"请用 LibreOffice {_OLDEST} 或更新的版本。{_INSTEAD}"
        )
    pdf = laid_out(made, read.publication.issued)
    return pdf.content, tuple(stand_ins(wanted, pdf.fonts, installed, replaced))
