"""Text put in and struck under tracked changes, in the midst of other people's tracked changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.read.view import CONTENT_CHANGES
from generator.formats.docx.tracked_changes.write.pen import PROPERTIES, Pen, empty_copy, write

_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}


@dataclass(frozen=True)
class PlacedBit:
    """An element that holds text of a paragraph, and where in the paragraph's text that is."""

    element: etree._Element
    start: int
    end: int


def strike(pieces: Sequence[PlacedBit], start: int, end: int, pen: Pen) -> list[etree._Element]:
    """Mark the text from one place to another as deleted; return the w:del around it.

    What stands in between without being text stays where it is: marks of comments and
    bookmarks, ends of fields, pictures.
    """
    struck: list[etree._Element] = []
    for group in _neighbours(list(_cut_out(pieces, start, end))):
        run = isolated(group[0], group[-1], pen)
        for element in group:
            element.tag = _DELETED.get(element.tag, element.tag)
        if not struck or run.getprevious() is not struck[-1]:
            struck.append(pen.change("del"))
            run.addprevious(struck[-1])
        struck[-1].append(run)
    return struck


def put(new: etree._Element, beside: etree._Element, pen: Pen, *, after: bool) -> None:
    """Put a tracked change beside an element, out of all those around it, which are parted."""
    holders = list(beside.iterancestors())
    paragraph = next((at for at, one in enumerate(holders) if one.tag == W + "p"), len(holders))
    changes = [at for at in range(paragraph) if holders[at].tag in CONTENT_CHANGES]
    for holder in holders[: changes[-1] + 1 if changes else 0]:
        following = beside.getnext() if after else beside
        preceding = beside if after else beside.getprevious()
        if following is None:
            after = True
        elif preceding is None or preceding.tag in PROPERTIES:
            after = False
        else:
            _split(following, pen)
            after = True
        beside = holder
    if after:
        beside.addnext(new)
    else:
        beside.addprevious(new)


def run_beside(piece: PlacedBit, at: int, pen: Pen) -> tuple[etree._Element, bool]:
    """Return the run to put something beside, and whether after it; part it if need be.

    `at` is a place at the start of the piece, in it, or at its end.
    """
    element = piece.element
    if at == piece.start:
        before = element.getprevious()
        if before is None or before.tag in PROPERTIES:
            return run_of(element), False
        run = run_of(element)
        _split(element, pen)
        return run, True
    if element.tag == W + "t" and at - piece.start < len(element.text or ""):
        _cut(element, at - piece.start)
    if (rest := element.getnext()) is not None:
        _split(rest, pen)
    return run_of(element), True


def run_of(element: etree._Element) -> etree._Element:
    """Return the run in which text stands. Raise ValueError for a formula."""
    run = element.getparent()
    if run is None or run.tag != W + "r":
        raise ValueError("text of a formula cannot be edited")
    return run


def isolated(first: etree._Element, last: etree._Element, pen: Pen) -> etree._Element:
    """Return a run of just these neighbours, after parting the one they stand in.

    Raise ValueError where they stand in none.
    """
    if (rest := last.getnext()) is not None:
        _split(rest, pen)
    before = first.getprevious()
    if before is None or before.tag in PROPERTIES:
        return run_of(first)
    return _split(first, pen)


def _cut_out(pieces: Sequence[PlacedBit], start: int, end: int) -> Iterator[etree._Element]:
    """Yield elements that hold the text from one place to another and no more, in order.

    The element of a piece keeps what stands before that, so that its place stays true.
    """
    for piece in pieces:
        element = piece.element
        begin, stop = max(start, piece.start), min(end, piece.end)
        if begin >= stop:
            continue
        run_of(element)
        if element.tag == W + "fldChar":
            yield from _field(element)
            continue
        if element.tag == W + "t":
            _cut(element, stop - piece.start)
            if begin > piece.start:
                element = _cut(element, begin - piece.start)
        yield element


def _field(begin: etree._Element) -> Iterator[etree._Element]:
    """Yield what a field consists of that has no result, such as 带圈字符: it goes as a whole."""
    marks = begin.xpath("following::w:fldChar | following::w:instrText", namespaces={"w": W[1:-1]})
    yield begin
    for element in marks if isinstance(marks, list) else ():
        if isinstance(element, etree._Element):
            yield element
            if element.get(W + "fldCharType") == "end":
                return


def _cut(element: etree._Element, at: int) -> etree._Element:
    """Cut text in two, in its run; return what follows, or the whole where nothing does."""
    text = element.text or ""
    if at >= len(text):
        return element
    rest = empty_copy(element)
    write(rest, text[at:])
    write(element, text[:at])
    element.addnext(rest)
    return rest


def _neighbours(elements: Sequence[etree._Element]) -> list[list[etree._Element]]:
    """Group elements with nothing between them."""
    groups: list[list[etree._Element]] = []
    for element in elements:
        if groups and groups[-1][-1].getnext() is element:
            groups[-1].append(element)
        else:
            groups.append([element])
    return groups


def _split(first: etree._Element, pen: Pen) -> etree._Element:
    """Move an element and all that follows it into a twin of its holder, and return that."""
    holder = first.getparent()
    if holder is None:
        raise ValueError("the root of a part cannot be parted")
    twin = pen.twin(holder)
    twin.extend([first, *first.itersiblings()])
    holder.addnext(twin)
    return twin
