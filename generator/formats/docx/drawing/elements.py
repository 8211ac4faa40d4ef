"""The few elements of WordprocessingML of which a template is drawn."""

from lxml import etree

from generator.formats.docx.package.ooxml import element
from generator.formats.docx.package.part_names import W


def paragraph(
    style: str,
    *runs: etree._Element,
    line: int = 0,
    above: int = 0,
    with_next: bool = False,
) -> etree._Element:
    """Return a paragraph in a style; `line` and `above` are measures of its own, in twentieths."""
    found = element("p")
    properties = etree.SubElement(found, W + "pPr")
    properties.append(element("pStyle", val=style))
    if with_next:
        properties.append(element("keepNext"))
    if line:
        before = {"before": str(above), "after": "60"} if above else {}
        properties.append(element("spacing", **before, line=str(line), lineRule="exact"))
    found.extend(runs)
    return found


def text_run(text: str, *, size: int = 0) -> etree._Element:
    """Return a run of text; `size` is one of its own, in half points."""
    found = element("r")
    if size:
        properties = etree.SubElement(found, W + "rPr")
        properties.extend([element("sz", val=str(size)), element("szCs", val=str(size))])
    etree.SubElement(found, W + "t").text = text
    return found


def line_break() -> etree._Element:
    """Return a run that breaks the line."""
    found = element("r")
    found.append(element("br"))
    return found
