"""What a loop would print several times though it may be in a document only once: ids.

Word calls a document unreadable, or repairs it, where two pictures have one id or two paragraphs,
bookmarks or shapes are the same one. So a loop prints none of those that a document can do
without, pictures are numbered as they are printed, and what cannot be repeated is refused.
"""

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from generator.formats.docx.package.fields import codes
from generator.formats.docx.package.ooxml import paragraph_text
from generator.formats.docx.package.part_names import W
from generator.formats.docx.template.tags import block_step

_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE_VML = "{urn:schemas-microsoft-com:office:office}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ONE_EACH = {
    "{http://schemas.microsoft.com/office/word/2010/wordml}": ("paraId", "textId"),
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}": (
        "anchorId",
        "editId",
    ),
    _OFFICE_VML: ("spid",),
}
"""Attributes that tell one thing from all others, and that a document can do without."""
_RANGES = tuple(W + kind for kind in ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd"))
_BOOKMARK = W + "bookmarkStart"
_ONCE = {
    "footnoteReference": "脚注",
    "endnoteReference": "尾注",
    "chart": "图表",
    "relIds": "SmartArt 图形",
}
_ROOM = 100_000  # ids kept free for each picture: more paragraphs than any report has
_NUMBER = re.compile(r'<[\w.]+:docPr\b[^<>]*?\bid="(\d+)"')
_TO_NUMBER = re.compile(r'(<[\w.]+:docPr\b[^<>]*?\bid=")make-report"')


def repeated_once_only(root: etree._Element, place: str) -> Iterator[str]:
    """Find what stands in a loop and cannot be printed twice."""
    blocks = list(in_blocks(root))
    for element, looped in blocks:
        what = _ONCE.get(element.tag.rpartition("}")[2])
        if looped and what:
            yield f"{place}：循环里有{what}，会重复出现，请移到循环外面"
    cited = {word for code in codes(root) for word in code.replace('"', " ").split()}
    cited |= {link.get(W + "anchor", "") for link in root.iter(W + "hyperlink")}
    for element, _ in blocks:
        if element.tag == _BOOKMARK and (name := element.get(W + "name", "")) in cited:
            yield f"{place}：循环或条件里的书签“{name}”被别处引用，请把书签移到外面"


def without_repeated_ids(root: etree._Element) -> bool:
    """Take out of loops what only tells one thing from others; say whether anything was changed.

    Pictures keep an id, as a text that `numbered_anew` makes an expression of.
    """
    changed = False
    split: set[str] = set()
    for element, looped in list(in_blocks(root)):
        if element.tag in _RANGES:
            split.add(element.get(W + "id", ""))
        if not looped:
            continue
        gone = [prefix + own for prefix, each in _ONE_EACH.items() for own in each]
        if element.tag.startswith(_VML) and element.tag != f"{_VML}shapetype":
            gone.append("id")
        for attribute in gone:
            changed |= bool(element.attrib.pop(attribute, ""))
        if element.tag == f"{_DRAWING}docPr":
            element.set("id", "make-report")
            changed = True
        parent = element.getparent()
        if element.tag == W + "id" and parent is not None and parent.tag == W + "sdtPr":
            parent.remove(element)
            changed = True
    for element in list(root.iter(*_RANGES)):
        parent = element.getparent()
        if element.get(W + "id", "") in split and parent is not None:
            parent.remove(element)
            changed = True
    return changed


def numbered_anew(text: str) -> str:
    """Return a part ready to be compiled: each picture in a loop with a number for each turn."""
    taken = {int(number) // _ROOM for number in _NUMBER.findall(text)}
    free = (room * _ROOM for room in count(1) if room not in taken)
    return _TO_NUMBER.sub(lambda found: f'{found[1]}{{{{ {next(free)} + loop.index }}}}"', text)


def in_blocks(root: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield each element that stands in a block of tags or beside a tag, and whether in a loop."""
    blocks: list[str] = []
    beside: etree._Element | None = None
    for element in root.iter(etree.Element):
        if element.tag == W + "p":
            opened, closed = block_step(paragraph_text(element))
            if closed and blocks:
                blocks.pop()
            if opened:
                blocks.append(opened)
            if opened or closed:
                beside = element
        within_tag = beside is not None and (
            element is beside or beside in element.iterancestors(W + "p")
        )
        if blocks or within_tag:
            yield element, "for" in blocks and not within_tag
