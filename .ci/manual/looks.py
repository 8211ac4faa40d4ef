"""How the manual looks: its page, its styles, in the fonts that every office has."""

from typing import Any

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
        ("Table Text", SONG, 10),
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
