"""Paragraphs put in and struck under tracked changes: what new ones look like, and their marks."""

from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import bits
from generator.formats.docx.tracked_changes.read.properties import PROPERTY_CHANGES
from generator.formats.docx.tracked_changes.read.view import CONTENT_CHANGES
from generator.formats.docx.tracked_changes.write.pen import Pen, drawn_run, format_of

_PARAGRAPH, _PROPERTIES, _FORMAT, _SECTION = W + "p", W + "pPr", W + "rPr", W + "sectPr"
_MARK = f"{_PROPERTIES}/{_FORMAT}/{W}"
_AFTER_FORMAT = (_SECTION, W + "pPrChange")
_GOES = (W + "del", W + "moveFrom")
_ENDS = frozenset(
    f"{W}{kind}End" for kind in ("bookmark", "commentRange", "moveFromRange", "moveToRange", "perm")
)
_BLOCKS = frozenset(W + kind for kind in ("p", "tbl", "sdt", "customXml", "altChunk", "sectPr"))
_STYLES = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}

Styled = Callable[[str, str], str]
"""Finds the id of a style by its type and the id that it has in another document."""


def style_finder(styles: etree._Element | None) -> Styled:
    """Find styles in a part. WPS and LibreOffice give them new ids, and leave them their names."""
    ids: dict[tuple[str, str], str] = {}
    for style in () if styles is None else styles.iter(W + "style"):
        name = style.find(W + "name")
        known_as = "" if name is None else name.get(W + "val", "")
        kind = style.get(W + "type", "paragraph")
        ids.setdefault((kind, _squeezed(known_as)), style.get(W + "styleId", ""))
        ids[kind, style.get(W + "styleId", "")] = style.get(W + "styleId", "")
    return lambda kind, name: ids.get((kind, name)) or ids.get((kind, _squeezed(name)), name)


def new_paragraph(
    like: etree._Element, pen: Pen, find: Styled, *, shows: etree._Element | None = None
) -> etree._Element:
    """Return a paragraph that reads and looks like another, its text inserted, not yet its mark.

    `shows` is a drawing that comes into it.
    """
    paragraph = etree.Element(_PARAGRAPH, nsmap={"w": W[1:-1]})
    properties = like.find(_PROPERTIES)
    if properties is not None:
        paragraph.append(deepcopy(properties))
        etree.strip_elements(
            paragraph, *CONTENT_CHANGES, *PROPERTY_CHANGES, _SECTION, with_tail=False
        )
    drawn = [] if shows is None else [drawn_run(shows)]
    if runs := [*copied_runs(like, find), *drawn]:
        paragraph.append(pen.change("ins", *runs))
    name_styles(paragraph, find)
    return paragraph


def copied_runs(like: etree._Element, find: Styled) -> Iterator[etree._Element]:
    """Yield runs with the text of a paragraph in its format, and nothing else of it."""
    runs: dict[etree._Element | None, etree._Element] = {}
    for bit in bits(like):
        source = bit.element.getparent()
        if source not in runs:
            runs[source] = etree.Element(W + "r", nsmap={"w": W[1:-1]})
            if (properties := format_of(source)) is not None:
                runs[source].append(properties)
        runs[source].append(deepcopy(bit.element))
    for run in runs.values():
        name_styles(run, find)
        yield run


def name_styles(element: etree._Element, find: Styled) -> None:
    """Call the styles of an element as the document calls them that it comes into."""
    for style in element.iter(*_STYLES):
        style.set(W + "val", find(_STYLES[str(style.tag)], style.get(W + "val", "")))


def put_paragraphs(
    new: Sequence[etree._Element], after: etree._Element, pen: Pen, *, struck: bool
) -> None:
    """Put paragraphs and tables after a paragraph or table, and mark the former as inserted.

    Where no paragraph follows, the mark of the one before is the new one, unless that one is to
    be struck, and the last one of all is no new mark, as when one types in Word. Where the one
    before has lost its mark, it gets a new one, too: else the new ones would run on from it.
    """
    if _is_paragraph(after) and _is_marked(after, *_GOES) and not struck:
        new = [etree.Element(_PARAGRAPH), *new]
    if not _is_paragraph(new[-1]) and not _is_paragraph(_next(after)):
        new = [*new, etree.Element(_PARAGRAPH)]  # two tables would be one
    at = after
    while (following := at.getnext()) is not None and following.tag in _ENDS:
        at = following
    for paragraph in reversed(new):
        at.addnext(paragraph)
    stays = _is_paragraph(after) and _has_content(after) and not struck and not _is_marked(after)
    shifted = stays and not _is_paragraph(_next(new[-1]))
    _sign_new((after, *new[:-1]) if shifted else new, pen)


def put_first(new: Sequence[etree._Element], root: etree._Element, pen: Pen) -> None:
    """Put paragraphs and tables at the beginning of a document, and mark the former as inserted."""
    for body in root.iterchildren(W + "body"):
        body[:0] = new
    _sign_new(new, pen)


def strike_marks(paragraphs: Collection[etree._Element], pen: Pen) -> None:
    """Mark paragraphs as deleted whose text is.

    Where no paragraph follows, the mark of the one before goes, as in Word. An empty paragraph
    stays where that cannot be, either: where a section ends, or in a cell.
    """
    struck: set[etree._Element] = set()
    for paragraph in reversed([*paragraphs]):
        target: etree._Element | None = paragraph
        known_gone = _is_marked(paragraph, *_GOES) and paragraph not in struck
        if known_gone or _take_back(paragraph, pen):
            continue
        if paragraph in struck or not _is_paragraph(_next(paragraph)):
            target = _previous(paragraph)
            if not _is_paragraph(target) or _is_marked(target):
                continue
        if target is not None and target.find(f"{_PROPERTIES}/{_SECTION}") is None:
            _sign(target, "del", pen)
            struck.add(target)


def _take_back(paragraph: etree._Element, pen: Pen) -> bool:
    """Take an empty paragraph away that the same author once put in; tell whether it was one."""
    before = None if _is_paragraph(_next(paragraph)) else _previous(paragraph)
    for marked in (paragraph, before):
        for mark in () if marked is None else marked.iterfind(_MARK + "ins"):
            holder, of_mark = paragraph.getparent(), mark.getparent()
            own = mark.get(W + "author") == pen.author
            if own and not _has_content(paragraph) and holder is not None and of_mark is not None:
                of_mark.remove(mark)
                holder.remove(paragraph)
                return True
    return False


def _sign_new(blocks: Sequence[etree._Element], pen: Pen) -> None:
    for block in blocks:
        if _is_paragraph(block):
            _sign(block, "ins", pen)


def _sign(paragraph: etree._Element, kind: str, pen: Pen) -> None:
    """Mark the mark of a paragraph, in the order of the schema: ins, del, moves, format."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    of_mark = properties.find(_FORMAT)
    if of_mark is None:
        of_mark = etree.Element(_FORMAT)
        later = next(properties.iterchildren(*_AFTER_FORMAT), None)
        properties.insert(len(properties) if later is None else properties.index(later), of_mark)
    inserted = of_mark.find(W + "ins")
    of_mark.insert(0 if inserted is None else of_mark.index(inserted) + 1, pen.change(kind))


def _is_marked(paragraph: etree._Element | None, *kinds: str) -> bool:
    of_mark = None if paragraph is None else paragraph.find(f"{_PROPERTIES}/{_FORMAT}")
    return (
        of_mark is not None
        and next(of_mark.iterchildren(*(kinds or CONTENT_CHANGES)), None) is not None
    )


def _has_content(paragraph: etree._Element) -> bool:
    return any(child.tag != _PROPERTIES for child in paragraph)


def _is_paragraph(block: etree._Element | None) -> bool:
    return block is not None and block.tag == _PARAGRAPH


def _next(block: etree._Element) -> etree._Element | None:
    return next((one for one in block.itersiblings() if one.tag in _BLOCKS), None)


def _previous(block: etree._Element) -> etree._Element | None:
    siblings = block.itersiblings(preceding=True)
    return next((one for one in siblings if one.tag in _BLOCKS), None)


def _squeezed(name: str) -> str:
    """Return the name of a style as it may be an id: heading 1 and Heading1 are one."""
    return "".join(name.split()).casefold()
