"""Reads a file that was published, of any kind that can be read, told by its content."""

from generator.files.pdf_files import is_pdf
from generator.files.plain_archives import is_plain_archive
from generator.files.web_pages import is_web_archive, is_web_page
from generator.form.vocabulary import Form
from generator.pipeline.importing.published import PublishedFile
from generator.pipeline.sources import Source


def read_published(source: Source, form: Form | None) -> PublishedFile:
    """Read a file, told by its content; `form` is the one that a person says it is of.

    Raise Refusal where it is of no kind that can be read.
    """
    if is_plain_archive(source.content):
        from generator.pipeline.importing.archive import report_in

        source = report_in(source)
    if is_web_page(source.content, source.name) or is_web_archive(source.content, source.name):
        from generator.pipeline.importing.web_page import published_page  # few are pages

        return published_page(source)
    if is_pdf(source.content):
        from generator.pipeline.importing.pdf import published_pdf

        return published_pdf(source)
    from generator.pipeline.importing.other_formats import as_docx
    from generator.pipeline.importing.word_document import published_document

    source, converted = as_docx(source)
    published = published_document(source, form)
    return published._replace(findings=(*converted, *published.findings))
