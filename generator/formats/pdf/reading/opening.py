"""Opens a PDF and yields its pages, or says why it cannot be read and what to do."""

import logging
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from generator.formats.pdf.reading.bounded import (
    BoundedFonts,
    BoundedInterpreter,
    BoundedParser,
    Budget,
    TooMuch,
)
from generator.formats.pdf.reading.drawn_page import Canvas, DrawnPage
from generator.model.finding import Refusal

_MOST_PAGES = 300
_MOST_FIELDS = 2_000
_NO_REMARKS = {"Link", "Widget", "Popup"}
_FILLED_IN = {"Tx", "Ch"}


class OpenedPdf(NamedTuple):
    """The pages of a file."""

    pages: list[DrawnPage]
    remarks: int
    """How many notes, stamps and marks people have laid over the pages."""


def opened_pdf(content: bytes, name: str) -> OpenedPdf:
    """Return what a PDF shows. Raise Refusal where it cannot be read, or costs too much."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what matters is said by us
    try:
        return _opened(content, name)
    except Refusal:
        raise
    except PDFPasswordIncorrect:
        raise Refusal(f"{name} 设了打开密码。请打开它，取消密码后另存为 PDF，再导入。") from None
    except PDFEncryptionError:
        raise Refusal(
            f"{name} 加了密，程序解不开。请打开它，打印成（另存为）不加密的 PDF，再导入。"
        ) from None
    except (TooMuch, MemoryError):
        raise Refusal(
            f"{name} 解开后过于庞大，不像一份年度报告，为安全起见没有读。请找它的 Word 原稿。"
        ) from None
    except Exception:  # noqa: BLE001 - pdfminer meets damaged files with errors of every kind
        raise Refusal(
            f"{name} 不完整或已损坏，读不出来。请重新下载一份，或者打开它另存为 PDF，再导入。"
        ) from None


def _opened(content: bytes, name: str) -> OpenedPdf:
    budget = Budget()
    document = PDFDocument(BoundedParser(BytesIO(content), budget))
    _must_be_no_form(document, name)
    pages = list(islice(PDFPage.create_pages(document), _MOST_PAGES + 1))
    if len(pages) > _MOST_PAGES:
        raise Refusal(
            f"{name} 有 {_MOST_PAGES} 多页，不像一份年度报告，没有读。请检查是不是拿错了文件。"
        )
    fonts = BoundedFonts()
    canvas = Canvas(fonts)
    interpreter = BoundedInterpreter(fonts, canvas, budget)
    drawn, remarks = [], 0
    for page in pages:
        interpreter.process_page(page)
        if canvas.page is not None:
            drawn.append(canvas.page)
        remarks += sum(1 for _ in _remarks(page))
    if not drawn:
        raise Refusal(f"{name} 里一页也没有。请重新下载一份，或者找它的 Word 原稿。")
    return OpenedPdf(drawn, remarks)


def _remarks(page: Any) -> Iterator[str]:
    for one in islice(resolve1(page.annots) or (), _MOST_FIELDS):
        kind = resolve1((resolve1(one) or {}).get("Subtype"))
        if getattr(kind, "name", "") not in _NO_REMARKS:
            yield str(kind)


def _must_be_no_form(document: Any, name: str) -> None:
    """Refuse a form in which people fill in fields: what they typed is on no page."""
    form = resolve1(document.catalog.get("AcroForm")) or {}
    waiting, seen = list(resolve1(form.get("Fields")) or ()), 0
    while waiting and seen < _MOST_FIELDS:
        field = resolve1(waiting.pop()) or {}
        seen += 1
        waiting += resolve1(field.get("Kids")) or ()
        if getattr(resolve1(field.get("FT")), "name", "") in _FILLED_IN:
            raise Refusal(
                f"{name} 是可以填写的 PDF 表单，填进去的内容不在页面的文字里，没有读。"
                "请打开它，用“打印”另存为普通的 PDF，再导入。"
            )
