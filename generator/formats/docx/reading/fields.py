"""What the fields of a document show: mostly their result, sometimes what they say to draw."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.drawn_characters import drawn
from generator.formats.docx.text import SHOWS, own_text

_MARK, _SIMPLE, _INSTRUCTION = W + "fldChar", W + "fldSimple", W + "instrText"
_PARAGRAPH, _TEXT_BOX = W + "p", W + "txbxContent"
_WITHOUT_TEXT = frozenset({_MARK, _SIMPLE, _INSTRUCTION})
_CONTENTS = "TOC"
_DEEPEST = 20  # fields within each other


@dataclass
class FieldsRead:
    """What else is to be known of the fields of a document."""

    drawn: list[tuple[str, str]] = field(default_factory=list)
    """What fields draw: as Word calls it, and the characters."""
    contents: set[etree._Element] = field(default_factory=set)
    """Paragraphs of a table of contents."""


@dataclass
class _Field:
    begin: etree._Element
    instruction: str = ""
    has_result: bool = False
    in_instruction: list[etree._Element] = field(default_factory=list)
    result: list[etree._Element] = field(default_factory=list)

    @property
    def kind(self) -> str:
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""


def read_fields(root: etree._Element) -> FieldsRead:
    """Leave of every field what it shows, and of a table of contents nothing.

    A field that has no end is none: what follows it stays.
    """
    read = FieldsRead()
    for one in [*_complex(root), *_simple(root)]:
        for element in one.in_instruction:
            _remove(element)
        if one.kind == _CONTENTS:
            read.contents |= {_paragraph(element) for element in (one.begin, *one.result)}
            for element in one.result:
                _remove(element)
        elif not any(map(own_text, one.result)) and (found := drawn(one.instruction)):
            one.begin.set(SHOWS, found.text)
            read.drawn.append((found.what, found.text or one.instruction.strip()))
    return read


def _complex(root: etree._Element) -> Iterator[_Field]:
    """Yield the fields that have an end, each story of the document by itself."""
    open_fields: defaultdict[etree._Element | None, list[_Field]] = defaultdict(list)
    if next(root.iter(_MARK), None) is None:
        return
    for element in list(root.iter("*")):
        if element.tag not in _WITHOUT_TEXT and not own_text(element):
            continue
        stack = open_fields[next(element.iterancestors(_TEXT_BOX), None)]
        kind = element.get(W + "fldCharType", "") if element.tag == _MARK else ""
        if kind == "begin":
            stack.append(_Field(element))
        elif kind == "separate" and stack:
            stack[-1].has_result = True
        elif kind == "end" and stack:
            yield stack.pop()
        elif element.tag == _INSTRUCTION:
            if stack and not stack[-1].has_result:
                stack[-1].instruction += element.text or ""
        elif element.tag not in _WITHOUT_TEXT:
            _note(stack, element)


def _note(stack: list[_Field], text: etree._Element) -> None:
    """Say of some text in which fields it is, and whether in their instructions."""
    for one in stack[:_DEEPEST]:
        if not one.has_result:
            one.in_instruction.append(text)
            return
        one.result.append(text)


def _simple(root: etree._Element) -> Iterator[_Field]:
    for element in root.iter(_SIMPLE):
        result = [text for text in element.iter("*") if own_text(text)]
        yield _Field(element, element.get(W + "instr", ""), has_result=True, result=result)


def _paragraph(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(_PARAGRAPH), element)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
