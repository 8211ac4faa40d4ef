"""The text of a paragraph as a reader sees it, piece by piece, with the elements that hold it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.symbols import symbol
from generator.model.printed_lines import NOT_IN_XML

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXTS = frozenset({W + "t", _MATH + "t"})
_PRIVATE = re.compile("[\uf000-\uf0ff]")
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


class Bit(NamedTuple):
    """A piece of a paragraph's text and the element that holds it."""

    element: etree._Element
    text: str


def bits(paragraph: etree._Element) -> list[Bit]:
    """Return the text of a paragraph in order; text of text boxes in it is not its own."""
    found: list[Bit] = []
    _gather(paragraph, found)
    return found


def _gather(holder: etree._Element, found: list[Bit]) -> None:
    for element in holder:
        tag = element.tag
        if tag in _NOT_OF_IT or not isinstance(tag, str):
            continue
        if text := own_text(element):
            found.append(Bit(element, text))
        if len(element):
            _gather(element, found)


def visible_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph."""
    return "".join([text for _, text in bits(paragraph)])


def own_text(element: etree._Element) -> str:
    """Return the text that an element itself shows, without what is in it."""
    tag = element.tag
    if tag in _TEXTS:
        text = element.text or ""
        return _with_symbols(text, element) if _PRIVATE.search(text) else text
    if tag in _FIELDS:
        return element.get(SHOWS, "")
    if tag == _SYMBOL:
        return _symbol(element)
    if tag == _BREAK and (
        element.get(W + "type") in _PAGE_BREAKS or element.get(W + "clear") == _WITHIN_A_NAME
    ):
        return ""
    return _LIKE_TEXT.get(tag, "")


def untold_symbols(root: etree._Element) -> Iterator[str]:
    """Yield the symbols of which it cannot be told what people see: Wingdings F04D."""
    for element in root.iter(_SYMBOL):
        font, code = element.get(W + "font", ""), element.get(W + "char", "")
        if not _symbol(element):
            yield f"{font} {code}".strip()
    for element in root.iter(*_TEXTS):
        text = element.text or ""
        if not _PRIVATE.search(text):
            continue
        for letter in _PRIVATE.findall(_with_symbols(text, element)):
            yield f"{_font_of(element)} {ord(letter):04X}".strip()


def _symbol(element: etree._Element) -> str:
    """Return the character of a symbol; empty where it cannot be told."""
    try:
        code = int(element.get(W + "char", ""), 16)
        plain = NOT_IN_XML.sub("", chr(code))
    except (ValueError, OverflowError):
        return ""
    found = symbol(element.get(W + "font", ""), code)
    return plain if found is None else found


def _with_symbols(text: str, element: etree._Element) -> str:
    """Return text with the symbols that other programs save as characters of their font.

    One of which it cannot be told what people see stays, so that every character has its place.
    """
    font = _font_of(element)
    return _PRIVATE.sub(lambda found: symbol(font, ord(found[0])) or found[0], text)


def _font_of(text: etree._Element) -> str:
    run = text.getparent()
    fonts = None if run is None else run.find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else fonts.get(W + "ascii", "")
