"""A report that was published as a .docx."""

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.form.vocabulary import Form
from generator.formats.docx.package.provenance import read_properties
from generator.formats.docx.reading.body import read_body
from generator.model.finding import Finding, notice
from generator.model.report import Place
from generator.pipeline.edition import form_of_document
from generator.pipeline.imported_exhibits import beside_text_of
from generator.pipeline.importing.published import PublishedFile
from generator.pipeline.sources import Source


def published_document(source: Source, form: Form | None) -> PublishedFile:
    """Read a document, as of a form or of the one that it says.

    Raise Refusal where it is none, or not safe to open.
    """
    parts = open_archive(source.content, source.name, DOCUMENT)
    body = read_body(parts, source.name)
    ours = bool(read_properties(parts, source.name))
    if form is None and ours:
        form = form_of_document(parts, source.name, source.of_office)
    beside = beside_text_of(body, parts, source.name, form if ours else None)
    findings: tuple[Finding, ...] = ()
    if ours:
        better = notice(
            "I09",
            Place(source.name),
            "这份文档是本程序生成的；从文档导入，正文里的【】引用都成了普通文字",
            "有原来的工作簿，就接着用那一份（审阅改动用 make-report review 写回）",
        )
        findings = (better,)
    return PublishedFile(body.manuscript, beside, form, findings)
