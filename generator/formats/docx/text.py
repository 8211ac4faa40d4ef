"""The text of a paragraph as a reader sees it, piece by piece, with the elements that hold it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.model.printed_lines import NOT_IN_XML

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXTS = frozenset({W + "t", _MATH + "t"})
_SYMBOL, _BREAK = W + "sym", W + "br"
SHOWS = "{urn:make-report:trace}shows"
"""Attribute of a field that has no result: what people see all the same, such as ①."""
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK = f"{_COMPATIBILITY}Fallback"
"""What older programs show in place of a drawing: the same once more."""
_LIKE_TEXT = {
    W + "tab": "\t",
    W + "ptab": "\t",
    _BREAK: "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    _MATH + "den": "/",
}
_FIELDS = (W + "fldChar", W + "fldSimple")
_PAGE_BREAKS = ("page", "column")
_WITHIN_A_NAME = "left"
"""What a line break clears where `title_lines` set it: no text begins anew there."""
_NOT_OF_IT = frozenset(
    {
        *(W + "p", W + "txbxContent", W + "del", W + "moveFrom", W + "pPr", W + "rPr"),
        *(W + "delText", W + "instrText", W + "delInstrText", W + "sdtPr", FALLBACK),
        W + "rt",  # 拼音 above the words
    }
)
"""Elements inside a paragraph whose text a reader does not see as the paragraph's own."""


@dataclass(frozen=True)
class Bit:
    """A piece of a paragraph's text and the element that holds it."""

    element: etree._Element
    text: str


def bits(paragraph: etree._Element) -> Iterator[Bit]:
    """Yield the text of a paragraph in order; text of text boxes in it is not its own."""
    for element in paragraph:
        tag = element.tag
        if tag in _NOT_OF_IT or not isinstance(tag, str):
            continue
        text = own_text(element)
        if text:
            yield Bit(element, text)
        if len(element):
            yield from bits(element)


def visible_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph."""
    return "".join(bit.text for bit in bits(paragraph))


def own_text(element: etree._Element) -> str:
    """Return the text that an element itself shows, without what is in it."""
    tag = element.tag
    if tag in _TEXTS:
        return element.text or ""
    if tag in _FIELDS:
        return element.get(SHOWS, "")
    if tag == _SYMBOL:
        return _symbol(element.get(W + "char", ""))
    if tag == _BREAK and (
        element.get(W + "type") in _PAGE_BREAKS or element.get(W + "clear") == _WITHIN_A_NAME
    ):
        return ""
    return _LIKE_TEXT.get(tag, "")


def _symbol(code: str) -> str:
    """Return the character of a symbol; fonts of symbols have theirs in the private area."""
    try:
        return NOT_IN_XML.sub("", chr(int(code, 16)))
    except (ValueError, OverflowError):
        return ""
