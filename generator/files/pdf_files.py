"""PDFs, known by their beginning."""

_PDF = b"%PDF-"
_BEGINNING = 1024  # bytes within which a PDF says what it is


def is_pdf(content: bytes) -> bool:
    """Tell by its content, whatever it is called."""
    return _PDF in content[:_BEGINNING]
