"""The drawings that show pictures and charts, in line with the text."""

from lxml import etree

from generator.formats.docx.exhibits.text_block import TextBlock
from generator.formats.docx.package.part_names import OFFICE, W
from generator.model.chart_look.space import WIDTH, millimetres_high
from generator.model.exhibits import Chart, Picture

_EMU_PER_INCH, _EMU_PER_MILLIMETRE, _EMU_PER_TWIP = 914_400, 36_000, 635
_HIGHEST = 0.42
"""Of the text block: a picture leaves room for its caption and some text on its page."""
_NAMES = {
    "w": W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": f"{OFFICE}/relationships",
}


def drawing_of_picture(
    picture: Picture, relation: str, number: int, alternative: str, block: TextBlock
) -> etree._Element:
    """Return the drawing of a picture, as large as it is unless the text block is smaller."""
    width = picture.width / picture.dots_per_inch * _EMU_PER_INCH
    height = picture.height / picture.dots_per_inch * _EMU_PER_INCH
    smaller = min(
        1.0,
        block.width * _EMU_PER_TWIP / width,
        block.height * _EMU_PER_TWIP * _HIGHEST / height,
    )
    size = max(1, round(width * smaller)), max(1, round(height * smaller))
    drawing, data = _inline(size, number, alternative, _NAMES["pic"])
    picture_element = _added(data, "pic:pic")
    about = _added(picture_element, "pic:nvPicPr")
    _added(about, "pic:cNvPr", id=str(number), name=f"图片{number}", descr=alternative)
    _added(about, "pic:cNvPicPr")
    fill = _added(picture_element, "pic:blipFill")
    _added(fill, "a:blip").set(f"{{{_NAMES['r']}}}embed", relation)
    _added(_added(fill, "a:stretch"), "a:fillRect")
    shape = _added(picture_element, "pic:spPr")
    frame = _added(shape, "a:xfrm")
    _added(frame, "a:off", x="0", y="0")
    _added(frame, "a:ext", cx=str(size[0]), cy=str(size[1]))
    _added(_added(shape, "a:prstGeom", prst="rect"), "a:avLst")
    return drawing


def drawing_of_chart(
    chart: Chart, relation: str, number: int, alternative: str, block: TextBlock
) -> etree._Element:
    """Return the drawing of a chart, as large as it was drawn for unless the block is smaller."""
    smaller = min(1.0, block.width * _EMU_PER_TWIP / (WIDTH * _EMU_PER_MILLIMETRE))
    size = [round(one * _EMU_PER_MILLIMETRE * smaller) for one in (WIDTH, millimetres_high(chart))]
    drawing, data = _inline((size[0], size[1]), number, alternative, _NAMES["c"])
    _added(data, "c:chart").set(f"{{{_NAMES['r']}}}id", relation)
    return drawing


def _inline(
    size: tuple[int, int], number: int, alternative: str, kind: str
) -> tuple[etree._Element, etree._Element]:
    """Return a drawing in line with the text, and what of it holds the data of a kind."""
    drawing = etree.Element(f"{W}drawing", nsmap=_NAMES)
    around = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = _added(drawing, "wp:inline", **around)
    _added(inline, "wp:extent", cx=str(size[0]), cy=str(size[1]))
    _added(inline, "wp:effectExtent", l="0", t="0", r="0", b="0")
    what = "图片" if kind == _NAMES["pic"] else "图表"
    _added(inline, "wp:docPr", id=str(number), name=f"{what}{number}", descr=alternative)
    _added(inline, "wp:cNvGraphicFramePr")
    data = _added(_added(inline, "a:graphic"), "a:graphicData", uri=kind)
    return drawing, data


def _added(parent: etree._Element, named: str, **attributes: str) -> etree._Element:
    prefix, _, tag = named.partition(":")
    return etree.SubElement(parent, f"{{{_NAMES[prefix]}}}{tag}", attributes)
