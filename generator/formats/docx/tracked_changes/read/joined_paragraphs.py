"""Paragraphs whose mark is not there in a view of the tracked changes run on into the next one."""

from collections import deque
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.read.view import GONE, M

_PARAGRAPH, _PROPERTIES, _SECTION = W + "p", W + "pPr", W + "sectPr"
_TEXTS = W + "t", M + "t"
_TRANSPARENT = frozenset(W + kind for kind in ("sdt", "sdtContent", "customXml", "smartTag"))
_BARRIERS = frozenset({W + "tbl", W + "altChunk", M + "oMathPara", M + "oMath"})
_CARRIED = frozenset(
    {GONE, W + "proofErr"}
    | {
        f"{W}{kind}{end}"
        for kind in ("bookmark", "commentRange", "perm")
        for end in ("Start", "End")
    }
)
"""What may stand between two paragraphs and belongs to their text."""
_SILENT = frozenset(
    {W + "rPr", M + "rPr", W + "delText"}
    | {W + kind for kind in ("commentReference", "annotationRef", "lastRenderedPageBreak")}
)

Unmarked = Mapping[etree._Element, list[etree._Element]]
"""Paragraphs without their mark, and the traces of each mark."""


def join_paragraphs(unmarked: Unmarked) -> None:
    """Join each paragraph with the next one; what has nothing left and no next one vanishes.

    The joined paragraph has the properties of the last one, whose mark it is. Where that one has
    no text of its own, the text keeps its properties: a heading after which somebody began a new
    paragraph is still a heading when that is rejected. (The specification does not say.)
    """
    stories = dict.fromkeys(map(_story, unmarked))
    for container in stories:
        if container is not None:
            _join(list(_blocks(container)), unmarked)


def _join(blocks: list[etree._Element], unmarked: Unmarked) -> None:
    """Go backwards, so that of several in a row each finds the paragraph that stays."""
    following: etree._Element | None = None
    has_text, at_end = False, True
    between: deque[etree._Element] = deque()
    left_over: deque[etree._Element] = deque()
    for block, before in _backwards(blocks):
        if block.tag in _CARRIED:
            between.appendleft(block)
            continue
        if block.tag in _BARRIERS:
            following, at_end = None, False
            left_over.clear()
        elif block in unmarked and following is not None:
            if not has_text and (has_text := _has_text(block)):
                _take_properties(following, block)
            _put_first(following, [*_content(block), *unmarked[block], *between])
            _remove(block)
        elif block in unmarked and not _has_text(block) and (not at_end or before == _PARAGRAPH):
            left = [*_content(block), *unmarked[block]]
            _leave(block, left)
            left_over.extendleft(reversed(left))
        else:
            block.extend(left_over)
            left_over.clear()
            following, has_text, at_end = block, _has_text(block), False
        between.clear()


def _story(paragraph: etree._Element) -> etree._Element | None:
    """Return what holds a paragraph and its neighbours, such as the body or a cell."""
    container = paragraph.getparent()
    while container is not None and container.tag in _TRANSPARENT:
        container = container.getparent()
    return container


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Yield what a story consists of, that in content controls too."""
    waiting = [iter(container)]
    while waiting:
        block = next(waiting[-1], None)
        if block is None:
            waiting.pop()
        elif block.tag in _TRANSPARENT:
            waiting.append(iter(block))
        elif block.tag == _PARAGRAPH or block.tag in _BARRIERS or block.tag in _CARRIED:
            yield block


def _backwards(blocks: list[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """Yield each block from the last on, with the kind of the one before it."""
    kinds = [""]
    for block in blocks:
        kinds.append(kinds[-1] if block.tag in _CARRIED else str(block.tag))
    yield from zip(reversed(blocks), reversed(kinds[:-1]), strict=True)


def _content(paragraph: etree._Element) -> list[etree._Element]:
    return [child for child in paragraph if child.tag != _PROPERTIES]


def _has_text(paragraph: etree._Element) -> bool:
    return any(
        child.tag not in _SILENT and (child.tag not in _TEXTS or child.text)
        for run in paragraph.iter(W + "r", M + "r")
        for child in run
    )


def _put_first(paragraph: etree._Element, content: list[etree._Element]) -> None:
    first = next(iter(paragraph), None)
    place = 1 if first is not None and first.tag == _PROPERTIES else 0
    for element in reversed(content):
        paragraph.insert(place, element)


def _take_properties(paragraph: etree._Element, other: etree._Element) -> None:
    """Give a paragraph the properties of another, all but where a section ends."""
    own, new = paragraph.find(_PROPERTIES), other.find(_PROPERTIES)
    section = None if own is None else own.find(_SECTION)
    if own is not None:
        paragraph.remove(own)
    if new is None:
        new = etree.Element(_PROPERTIES)
    for foreign in new.findall(_SECTION):
        new.remove(foreign)
    if section is not None:
        new.append(section)
    paragraph.insert(0, new)


def _leave(block: etree._Element, left: list[etree._Element]) -> None:
    """Take a paragraph away and leave in its place what was in it."""
    for element in left:
        block.addprevious(element)
    _remove(block)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
