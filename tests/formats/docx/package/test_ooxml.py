"""Text of paragraphs."""

from lxml import etree

from generator.formats.docx.package.ooxml import paragraph_text
from generator.formats.docx.package.part_names import W


def test_text_outside_any_paragraph_is_nobody_s() -> None:
    body = etree.Element(W + "body")
    stray = etree.SubElement(body, W + "r")
    etree.SubElement(stray, W + "t").text = "散落的"
    paragraph = etree.SubElement(body, W + "p")
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = "正文"
    assert [paragraph_text(element) for element in body] == ["", "正文"]
