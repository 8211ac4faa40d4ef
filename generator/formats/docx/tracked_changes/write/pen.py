"""New tracked changes and the runs that come into them: who signs them, what they look like."""

import re
from copy import deepcopy
from itertools import count

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.read.properties import PROPERTY_CHANGES
from generator.formats.docx.tracked_changes.read.view import CONTENT_CHANGES

PROPERTIES = frozenset(
    W + kind for kind in ("rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")
)
"""What the two halves of a thing that is parted both have at their beginning."""
_ID = W + "id"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_LIKE_TEXT = {"\t": W + "tab", "\n": W + "br"}
_LARGEST_ID = 2**30  # beyond twice this Word says that a file is broken


class Pen:
    """Signs tracked changes: who makes them, when, and with numbers that no other one has."""

    def __init__(self, root: etree._Element, author: str, when: str) -> None:
        self.author = author
        self._when = when
        taken = {int(found) for found in map(_id_of, root.iter("*")) if found}
        highest = max(taken, default=0)
        self._ids = (
            number
            for number in count(highest + 1 if highest < _LARGEST_ID else 1)
            if number not in taken
        )

    def change(self, kind: str, *content: etree._Element) -> etree._Element:
        """Return a tracked change: a w:ins or w:del around some content, or in properties."""
        change = etree.Element(W + kind, nsmap={"w": W[1:-1]})
        change.set(_ID, str(next(self._ids)))
        change.set(W + "author", self.author)
        change.set(W + "date", self._when)
        change.extend(content)
        return change

    def twin(self, element: etree._Element) -> etree._Element:
        """Return an element with the attributes and properties of another, without its content."""
        twin = empty_copy(element)
        twin.extend(deepcopy(child) for child in element if child.tag in PROPERTIES)
        etree.strip_elements(twin, _ID, with_tail=False)  # of a content control
        for change in twin.iter(*CONTENT_CHANGES, *PROPERTY_CHANGES):
            change.set(_ID, str(next(self._ids)))
        return twin


def format_of(holder: etree._Element | None) -> etree._Element | None:
    """Return a copy of the w:rPr of a run or a paragraph's properties, without tracked changes."""
    properties = None if holder is None else holder.find(W + "rPr")
    if properties is None:
        return None
    properties = deepcopy(properties)
    properties.tail = None
    etree.strip_elements(properties, *CONTENT_CHANGES, *PROPERTY_CHANGES, with_tail=False)
    return properties if len(properties) else None


def new_run(text: str, properties: etree._Element | None) -> etree._Element:
    """Return a run of text."""
    run = etree.Element(W + "r", nsmap={"w": W[1:-1]})
    if properties is not None:
        run.append(properties)
    for words in re.split(r"([\t\n])", text):
        if words in _LIKE_TEXT:
            etree.SubElement(run, _LIKE_TEXT[words])
        elif words:
            write(etree.SubElement(run, W + "t"), words)
    return run


def drawn_run(drawing: etree._Element) -> etree._Element:
    """Return a run with a copy of a drawing."""
    run = etree.Element(W + "r", nsmap={"w": W[1:-1]})
    run.append(deepcopy(drawing))
    run[0].tail = None
    return run


def empty_copy(element: etree._Element) -> etree._Element:
    """Return an empty element with the name and the attributes of another."""
    copy = etree.Element(str(element.tag))
    for name, value in element.items():
        copy.set(name, value)
    return copy


def write(element: etree._Element, text: str) -> None:
    """Give an element text, and see to it that spaces at its ends count."""
    element.text = text
    if text != text.strip():
        element.set(_PRESERVE, "preserve")


def _id_of(element: etree._Element) -> str:
    number = element.get(_ID, "")
    return number if re.fullmatch(r"\d{1,10}", number, re.ASCII) else ""
