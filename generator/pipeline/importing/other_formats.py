"""Documents of other formats, which LibreOffice makes a .docx of, to be read like any other."""

from generator.files.foreign_files import Foreign
from generator.files.old_documents import old_document
from generator.formats.libreoffice.convert import Conversion, converted
from generator.model.finding import Finding, notice
from generator.model.report import Place
from generator.pipeline.sources import Source

_FILTERS = {
    "doc": "MS Word 97",
    "docm": "MS Word 2007 XML VBA",
    "fodt": "OpenDocument Text Flat XML",
    "odt": "writer8",
    "rtf": "Rich Text Format",
}
_DOCX, _ARCHIVE = "MS Word 2007 XML", b"PK"
_SAVE = "用 Word 或 WPS 打开它，另存为“Word 文档（.docx）”，再导入"
_MARK = "（经 LibreOffice 转换）"
"""After the name of a file, wherever something is said of what was read."""


def as_docx(source: Source) -> tuple[Source, tuple[Finding, ...]]:
    """Return a document of another format as a .docx, and what people must know; else itself.

    Raise Refusal where it is locked or broken, or where LibreOffice is not here.
    """
    found = old_document(source.content, source.name)
    if found is None:
        return source, ()
    what = found.what.partition("（")[0].strip()
    how = Conversion(found.ending, _FILTERS[found.ending], "docx", _DOCX, _ARCHIVE)
    content = converted(source.content, f"{source.name}（{what}）", how, instead=f"也可以{_SAVE}。")
    read = source._replace(name=f"{source.name}{_MARK}", content=content)
    return read, (_said(found, read.name),)


def _said(found: Foreign, name: str) -> Finding:
    return notice(
        "I14",
        Place(name),
        f"原来的格式是“{found.what}”，先由 LibreOffice 转换成 .docx，再从里面读的",
        f"请对照原文看一遍；有出入的，{_SAVE}",
    )
