"""Blocks → a Word document, in the fonts that every office has."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from PIL import Image
from source import Block

SONG, HEI, TYPED = "宋体", "黑体", "Consolas"
_BLUE, _QUIET = RGBColor(0x1D, 0x4F, 0x7C), RGBColor(0x55, 0x5F, 0x69)
_SHADE = "F2F5F8"
_PIECES = re.compile(r"(\*\*.+?\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\)|<https?://[^>]+>)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_WIDTH = Mm(210 - 2 * 22)


def as_word(
    blocks: Sequence[Block], root: Path, made_on: date, pages: Mapping[str, int], *, large: bool
) -> bytes:
    """Return a .docx; `large` in the size of a book, else so that a page holds it.

    `pages` says on which page each chapter stands; Word works it out anew when it prints.
    """
    made = Document()
    _set_up(made, large=large)
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
        _write(paragraph, block.text)


def _write(paragraph: Paragraph, text: str) -> None:
    for piece in _PIECES.split(text):
        if piece.startswith("**"):
            inner = paragraph.add_run(_plain(piece[2:-2]))
            inner.bold = True
        elif piece.startswith("`"):
            run = paragraph.add_run(piece[1:-1])
            _font(run._element, TYPED, SONG)
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
    width = min(_WIDTH, most * wide // high)
    shape = paragraph.add_run().add_picture(str(path), width=width)
    shape._inline.docPr.set("descr", said)
    if large:
        paragraph.paragraph_format.keep_with_next = True
        made.add_paragraph(said, style="Caption")


def _add_table(made: Word, rows: tuple[tuple[str, ...], ...]) -> None:
    columns = len(rows[0])
    longest = [max(len(row[at]) for row in rows) for at in range(columns)]
    shares = [min(max(one, 6), 40) for one in longest]
    table = made.add_table(rows=0, cols=columns, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for at, column in enumerate(table.columns):
        column.width = int(_WIDTH * shares[at] / sum(shares))
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        for at, text in enumerate(row):
            cells[at].width = int(_WIDTH * shares[at] / sum(shares))
            paragraph = cells[at].paragraphs[0]
            paragraph.style = made.styles["Table Text"]
            _write(paragraph, text)
            if number == 0:
                _shade(cells[at])
                for run in paragraph.runs:
                    run.bold = True
        _hold_together(table.rows[-1]._tr, header=number == 0)
    made.add_paragraph(style="Table Text")


def _add_code(made: Word, text: str) -> None:
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        paragraph = made.add_paragraph(line or " ", style="Typed")
        paragraph.paragraph_format.keep_with_next = number < len(lines)
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


def _set_up(made: Word, *, large: bool) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(22 if large else 13)
    size = 11 if large else 10.5
    styles = made.styles
    for name, font, points, after in (
        ("Normal", SONG, size, 6 if large else 3),
        ("List Bullet", SONG, size, 3 if large else 1),
        ("List Bullet 2", SONG, size, 3),
        ("Quote", SONG, size, 6),
        ("Caption", SONG, 9.5, 10),
        ("Title", HEI, 19 if large else 18, 10 if large else 4),
        ("Subtitle", HEI, 17, 8),
        ("Heading 1", HEI, 17, 8),
        ("Heading 2", HEI, 14, 6),
        ("Heading 3", HEI, 12, 6),
    ):
        style = styles[name]
        style.font.size = Pt(points)
        style.font.italic = False
        _font(style.element, font, font)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.35 if large else 1.15
        if font == HEI:
            style.font.bold = False
            style.font.color.rgb = _BLUE
            style.paragraph_format.space_before = Pt(
                {"Heading 1": 26, "Heading 2": 14}.get(name, 8) if large else 2
            )
        elif name in ("Caption", "Quote"):
            style.font.bold = False
            style.font.color.rgb = _QUIET
    styles["Caption"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Title"].element.pPr.remove(styles["Title"].element.pPr.find(qn("w:pBdr")))
    for name, latin, points in (
        ("Table Text", SONG, 10),
        ("Typed", TYPED, 9),
        ("Contents", SONG, 12),
    ):
        style = styles.add_style(name, 1)
        style.base_style = styles["Normal"]
        style.font.size = Pt(points)
        _font(style.element, latin, SONG)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.2
    contents = styles["Contents"].paragraph_format
    contents.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    contents.line_spacing = 1.6
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_SHADE}"/>')
    styles["Typed"].element.get_or_add_pPr().insert(0, shade)
    _number_pages(section.footer.paragraphs[0])


def _font(element: object, latin: str, chinese: str) -> None:
    properties = element.get_or_add_rPr()  # type: ignore[attr-defined]
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, font in (("ascii", latin), ("hAnsi", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{name}"), font)


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._element.append(field)


def _shade(cell: _Cell) -> None:
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_SHADE}"/>')
    cell._element.get_or_add_tcPr().append(shade)


def _hold_together(row: object, *, header: bool) -> None:
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    for name in ("w:cantSplit", *(["w:tblHeader"] if header else [])):
        properties.append(OxmlElement(name))
