"""A PDF that LibreOffice laid out, as it may go out: the same bytes from the same document.

What differs from run to run, the time and the random name of the file, is replaced.
"""

import re
import struct
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from generator.model.publication import LANGUAGE

if TYPE_CHECKING:
    from pikepdf import Pdf

_DATES = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
_NOT_NEEDED = (("trailer", "/ID"), ("trailer", "/DocChecksum"), ("Root", "/OpenAction"))
"""The random name, of which a new one would keep a half; LibreOffice's own sum over what it wrote;
and to begin at the first page, which all readers do."""
_ICC_DATE = 24, 36
"""Where in a colour profile the date is on which it was made: ICC.1, 7.2."""
_CLAIM = "pdfuaid:part"
"""That it is PDF/UA. LibreOffice claims it without header cells for the labels of rows."""
_SUBSET = re.compile(r"^/(?:[A-Z]{6}\+)?")
"""Before the name of a font of which only some characters are there."""


class LaidOut(NamedTuple):
    """A PDF, and what is in it."""

    content: bytes
    fonts: tuple[str, ...]
    """PostScript names of the fonts in it, in their order."""


def laid_out(made: bytes, issued: date) -> LaidOut:
    """Return a PDF/A as if it had been made on this day, without what only its maker needs."""
    import pikepdf

    with pikepdf.open(BytesIO(made)) as pdf:
        _describe(pdf, issued)
        pdf.Root["/Lang"] = LANGUAGE  # LibreOffice says only that of paragraphs
        for holder, name in _NOT_NEEDED:
            if name in getattr(pdf, holder):
                del getattr(pdf, holder)[name]
        content = BytesIO()
        pdf.save(content, deterministic_id=True)
        return LaidOut(content.getvalue(), tuple(sorted({*_fonts(pdf)})))


def _describe(pdf: "Pdf", day: date) -> None:
    """Let everything in a PDF be of this day, at midnight, and claim no more than is true."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        for name in _DATES:
            if name in said:
                said[name] = f"{day.isoformat()}T00:00:00Z"
        if _CLAIM in said:
            del said[_CLAIM]
    for name in ("/CreationDate", "/ModDate"):
        if name in pdf.docinfo:
            pdf.docinfo[name] = f"D:{day:%Y%m%d}000000Z"
    begin, end = _ICC_DATE
    moment = struct.pack(">6H", day.year, day.month, day.day, 0, 0, 0)
    for intent in pdf.Root.get("/OutputIntents", []):
        profile = intent.DestOutputProfile
        content = profile.read_bytes()
        profile.write(content[:begin] + moment + content[end:])


def _fonts(pdf: "Pdf") -> Iterator[str]:
    from pikepdf import Dictionary

    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == "/FontDescriptor":
            yield _SUBSET.sub("", str(one.FontName))
