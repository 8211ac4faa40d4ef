"""What is read of pages that were drawn."""

from generator.formats.pdf.reading.body import PdfBody, read_pages
from generator.formats.pdf.reading.opening import opened_pdf
from tests.formats.pdf.reading.drawing import Look, Page, pdf

NAME = "公布.pdf"


def read(*pages: Page, look: Look = Look()) -> PdfBody:  # noqa: B008 - has no state
    """Return what is read; that there is little text is no matter."""
    return read_pages(opened_pdf(pdf(pages, look), NAME), NAME)


def lines(body: PdfBody) -> list[str]:
    return [line.text for line in body.manuscript.lines]


def cells(body: PdfBody, number: int = 0) -> dict[tuple[int, int], str]:
    return dict(body.manuscript.grids[number].cells)


def said(body: PdfBody) -> list[str]:
    return [str(found) for found in body.findings]
