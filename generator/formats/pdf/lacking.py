"""What a PDF must have so that all can read it for years, looked up in the file itself."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf


def lacking(pdf: bytes) -> list[str]:
    """Return what a PDF that goes out must have, but this one has not; in Chinese."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            return [*_lacking(opened)]
    except pikepdf.PdfError:
        return ["能读出来的内容"]


def _lacking(pdf: "Pdf") -> Iterator[str]:
    root = pdf.Root
    marked = "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked"))
    if not marked or "/StructTreeRoot" not in root:
        yield "标签"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "题名"
    if "/Outlines" not in root:
        yield "书签"
    if not pdf.open_metadata().pdfa_status:
        yield "PDF/A 标识"
