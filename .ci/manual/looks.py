"""How the manual looks: its page, its styles, in the fonts that every office has."""

from collections.abc import Sequence
from typing import Any
from unicodedata import east_asian_width

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

SONG, HEI, TYPED = "宋体", "黑体", "Consolas"
WIDTH = Mm(210 - 2 * 22)
"""Of what is written on."""
_BLUE, _QUIET = RGBColor(0x1D, 0x4F, 0x7C), RGBColor(0x55, 0x5F, 0x69)
_SHADE = "F2F5F8"
_TABLE_TEXT, _SHORT, _LONG = 10, 11, 40
"""Points; letters of what stands on one line, and what counts of long ones."""


def set_up(made: Word, *, large: bool) -> None:
    """Set the page and the styles."""
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
        set_font(style.element, font, font)
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
        ("Table Text", SONG, _TABLE_TEXT),
        ("Typed", TYPED, 9),
        ("Contents", SONG, 12),
    ):
        style = styles.add_style(name, 1)
        style.base_style = styles["Normal"]
        style.font.size = Pt(points)
        set_font(style.element, latin, SONG)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.2
    contents = styles["Contents"].paragraph_format
    contents.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    contents.line_spacing = 1.6
    styles["Typed"].element.get_or_add_pPr().insert(0, _shading())
    _number_pages(section.footer.paragraphs[0])


def set_font(element: Any, latin: str, chinese: str) -> None:
    """Set the fonts of a style or a run: python-docx names only those of Latin letters."""
    properties = element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, font in (("ascii", latin), ("hAnsi", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{name}"), font)


def column_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide the columns of a table are: short words stay whole, the rest is shared."""
    longest = [max(map(_letters, column)) for column in zip(*rows, strict=True)]
    fixed = [int(Pt(_TABLE_TEXT * (one + 2))) if one <= _SHORT else 0 for one in longest]
    shares = [0 if one <= _SHORT else min(one, _LONG) for one in longest]
    left = WIDTH - sum(fixed)
    if not any(shares):
        return [WIDTH * one // sum(fixed) for one in fixed]
    return [
        one or int(left * share / sum(shares)) for one, share in zip(fixed, shares, strict=True)
    ]


def _letters(text: str) -> float:
    """Return how wide a text is, in Chinese letters."""
    shown = text.replace("**", "").replace("`", "")
    return sum(1 if east_asian_width(one) in "WFA" else 0.6 for one in shown)


def shade(cell: _Cell) -> None:
    """Let a cell stand out as one of the header."""
    cell._element.get_or_add_tcPr().append(_shading())


def _shading() -> Any:
    return parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_SHADE}"/>')


def hold_together(row: Any, *, header: bool) -> None:
    """Let no page end within a row; the header comes again on the next page."""
    properties = row.get_or_add_trPr()
    for name in ("w:cantSplit", *(["w:tblHeader"] if header else [])):
        properties.append(OxmlElement(name))


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._element.append(field)
