"""Blocks → a Word document."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from looks import SONG, TYPED, WIDTH, column_widths, hold_together, set_font, set_up, shade
from PIL import Image
from source import Block

_PIECES = re.compile(r"(\*\*.+?\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\)|<https?://[^>]+>)")
_KEPT_TOGETHER, _FEW_LINES = 20, 3
"""Rows or lines that a page does not part; of more lines, so many at both ends."""
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def as_word(
    blocks: Sequence[Block], root: Path, made_on: date, pages: Mapping[str, int], *, large: bool
) -> bytes:
    """Return a .docx; `large` in the size of a book, else so that a page holds it.

    `pages` says on which page each chapter stands; Word works it out anew when it prints.
    """
    made = Document()
    set_up(made, large=large)
    chapters = [block.text for block in blocks if block.level == 2 and block.kind == "heading"]  # noqa: PLR2004
    for block in blocks:
        if large and chapters and block.text == chapters[0]:
            _add_contents(made, chapters, pages)
        _add(made, block, root, large=large)
        if block.text in chapters:
            heading = made.paragraphs[-1]
            heading.paragraph_format.page_break_before = large and block.text == chapters[0]
            _mark(heading, chapters.index(block.text))
    when = datetime.combine(made_on, time())
    properties = made.core_properties
    properties.author = "make-report"
    properties.title = "政府信息公开工作年度报告生成程序"
    properties.language = "zh-CN"
    properties.created = properties.modified = when
    written = BytesIO()
    made.save(written)
    return _without_times(written)


def _without_times(package: BytesIO) -> bytes:
    """Return a package as if it had been written at no time at all."""
    again = BytesIO()
    with ZipFile(package) as opened, ZipFile(again, "w", ZIP_DEFLATED) as written:
        for entry in opened.infolist():
            written.writestr(ZipInfo(entry.filename), opened.read(entry), ZIP_DEFLATED)
    return again.getvalue()


def _add(made: Word, block: Block, root: Path, *, large: bool) -> None:
    if block.kind == "heading":
        heading = made.add_heading(level=min(block.level, 4) - 1)
        _write(heading, block.text)
    elif block.kind == "picture":
        _add_picture(made, root / block.path, block.text, large=large)
    elif block.kind == "table":
        _add_table(made, block.rows)
    elif block.kind == "code":
        _add_code(made, block.text)
    else:
        style = {"item": "List Bullet", "quote": "Quote"}.get(block.kind, "Normal")
        if block.kind == "item" and block.level > 1:
            style = "List Bullet 2"
        paragraph = made.add_paragraph(style=style)
        if block.kind == "number":
            paragraph.paragraph_format.left_indent = Pt(21)
            paragraph.paragraph_format.first_line_indent = Pt(-21)
        paragraph.paragraph_format.keep_with_next = block.text.endswith("：")
        _write(paragraph, block.text)


def _write(paragraph: Paragraph, text: str) -> None:
    for piece in _PIECES.split(text):
        if piece.startswith("**"):
            inner = paragraph.add_run(_plain(piece[2:-2]))
            inner.bold = True
        elif piece.startswith("`"):
            run = paragraph.add_run(piece[1:-1])
            set_font(run._element, TYPED, SONG)
        elif piece:
            paragraph.add_run(_plain(piece))


def _plain(piece: str) -> str:
    return _LINK.sub(r"\1", piece).strip("<>").replace("`", "")


def _add_picture(made: Word, path: Path, said: str, *, large: bool) -> None:
    paragraph = made.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    with Image.open(path) as opened:
        wide, high = opened.size
    most = Mm(84) if large else Mm(58)
    width = min(WIDTH, most * wide // high)
    shape = paragraph.add_run().add_picture(str(path), width=width)
    shape._inline.docPr.set("descr", said)
    if large:
        paragraph.paragraph_format.keep_with_next = True
        made.add_paragraph(said, style="Caption")


def _add_table(made: Word, rows: tuple[tuple[str, ...], ...]) -> None:
    widths = column_widths(rows)
    table = made.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        for at, text in enumerate(row):
            cells[at].width = widths[at]
            paragraph = cells[at].paragraphs[0]
            paragraph.style = made.styles["Table Text"]
            kept = len(rows) <= _KEPT_TOGETHER and number < len(rows) - 1
            paragraph.paragraph_format.keep_with_next = kept
            _write(paragraph, text)
            if number == 0:
                shade(cells[at])
                for run in paragraph.runs:
                    run.bold = True
        hold_together(table.rows[-1]._tr, header=number == 0)
    made.add_paragraph(style="Table Text")


def _add_code(made: Word, text: str) -> None:
    lines = text.split("\n")
    ends = range(_FEW_LINES + 1, len(lines) - _FEW_LINES) if len(lines) > _KEPT_TOGETHER else ()
    for number, line in enumerate(lines, 1):
        paragraph = made.add_paragraph(line or " ", style="Typed")
        paragraph.paragraph_format.keep_with_next = number < len(lines) and number not in ends
    paragraph.paragraph_format.space_after = Pt(8)


def _add_contents(made: Word, chapters: list[str], pages: Mapping[str, int]) -> None:
    """Add the list of chapters, each a link to its heading, with the page it is on."""
    heading = made.add_paragraph("目录", style="Subtitle")
    heading.paragraph_format.page_break_before = True
    for number, chapter in enumerate(chapters):
        paragraph = made.add_paragraph(style="Contents")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _bookmark(number))
        paragraph._element.append(link)
        page = f"PAGEREF {_bookmark(number)}"
        for run in (paragraph.add_run(chapter), paragraph.add_run("\t")):
            link.append(run._element)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), page)
        field.append(paragraph.add_run(str(pages.get(chapter, "")))._element)
        link.append(field)


def _bookmark(number: int) -> str:
    return f"chapter{number + 1}"


def _mark(heading: Paragraph, number: int) -> None:
    """Let the list of chapters lead to a heading."""
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(name)
        mark.set(qn("w:id"), str(number + 1))
        if name == "w:bookmarkStart":
            mark.set(qn("w:name"), _bookmark(number))
        heading._element.append(mark)
