"""Draws a plain Word template for any form, as an office would before it dresses it."""

from collections.abc import Iterator
from io import BytesIO

from docx.document import Document

from generator.form.grid import grid, height, width
from generator.form.reserved_names import DRAFT_STAMP
from generator.form.vocabulary import ORGAN, YEAR, Form, Table
from tests.blank_document import blank_document

_PIECES = "{{ 段.编号 }}{{ 段.标题 }}{{ 段.正文 }}"


def template_of(form: Form) -> bytes:
    """Return a .docx with every tag that the form needs: title, headings, tables, loops."""
    document = blank_document()
    document.sections[0].header.paragraphs[0].text = f"{{{{ {DRAFT_STAMP} }}}}"
    title = form.title.replace("{year}", f"{{{{ {YEAR} }}}}")
    document.add_paragraph(f"{{{{ {ORGAN} }}}}{title}")
    _paragraphs(document, form.parts[0].name)
    for number, (heading, section) in enumerate(zip(form.headings, form.sections, strict=True), 1):
        document.add_paragraph(heading)
        names = [part.name for part in form.parts if part.section == number]
        _paragraphs(document, names[0])
        for table, after in zip(section.tables, names[1:], strict=True):
            _table(document, table)
            _paragraphs(document, after)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _paragraphs(document: Document, part: str) -> None:
    document.add_paragraph(f"{{%p for 段 in {part} %}}")
    document.add_paragraph(_PIECES)
    document.add_paragraph("{%p endfor %}")


def _table(document: Document, table: Table) -> None:
    drawn = document.add_table(height(table), width(table))
    for row, column, text in _cells(table):
        drawn.cell(row, column).text = text


def _cells(table: Table) -> Iterator[tuple[int, int, str]]:
    for cell in grid(table):
        yield (
            cell.row,
            cell.column,
            cell.label or (f"{{{{ {cell.figure} }}}}" if cell.figure else ""),
        )
