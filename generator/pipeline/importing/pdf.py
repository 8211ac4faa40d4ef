"""A report that was published as a PDF with text."""

from generator.formats.pdf.reading.body import read_pdf
from generator.manuscript.importing.exhibits.beside_text import NOTHING
from generator.pipeline.importing.published import PublishedFile
from generator.pipeline.sources import Source


def published_pdf(source: Source) -> PublishedFile:
    """Read a PDF. Raise Refusal where it has no text, or cannot be opened."""
    body = read_pdf(source.content, source.name)
    return PublishedFile(body.manuscript, NOTHING, findings=tuple(body.findings))
