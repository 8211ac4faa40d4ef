"""Gives what a template holds twice under one id another id, or none: where no program minds.

Copying a picture or a paragraph, and programs that are not Word, make such ids. What is there once
more for older programs, as Word writes it, is left alone.
"""

from collections.abc import Iterator
from itertools import count

from lxml import etree

from generator.formats.docx.package.part_names import W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def told_apart(root: etree._Element) -> bool:
    """Let no two paragraphs, pictures or controls of a part have one id; say if any had."""
    return any([_paragraphs(root), _pictures(root), _controls(root)])


def _paragraphs(root: etree._Element) -> bool:
    again = list(_later(list(root.iter(W + "p", W + "tr")), _PARAGRAPH_ID))
    for paragraph in again:
        del paragraph.attrib[_PARAGRAPH_ID]
    return bool(again)


def _pictures(root: etree._Element) -> bool:
    pictures = list(root.iter(_PICTURE))
    taken = {picture.get("id") for picture in pictures}
    free = (str(number) for number in count(1) if str(number) not in taken)
    again = list(_later(pictures, "id"))
    for picture in again:
        picture.set("id", next(free))
    return bool(again)


def _controls(root: etree._Element) -> bool:
    ids = [one for held in root.iter(W + "sdtPr") for one in held.iterchildren(W + "id")]
    again = list(_later(ids, W + "val"))
    for one in again:
        if (held := one.getparent()) is not None:
            held.remove(one)
    return bool(again)


def _later(elements: list[etree._Element], own: str) -> Iterator[etree._Element]:
    """Yield those whose id one before them has."""
    before: set[str] = set()
    for element in elements:
        value = element.get(own)
        if value is None or next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        if value in before:
            yield element
        before.add(value)
