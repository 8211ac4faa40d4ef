"""The fields of a document that goes out: those that would change it become the text they show."""

from collections.abc import Iterator

from lxml import etree

from generator.formats.docx.package import allowed
from generator.formats.docx.package.fields import link_of, word_of
from generator.formats.docx.package.links import leads_inside, may_link
from generator.formats.docx.package.part_names import W

MOVING = frozenset(
    {
        *("DATE", "TIME", "PRINTDATE", "SAVEDATE", "EDITTIME", "CREATEDATE", "FILENAME"),
        *("AUTHOR", "LASTSAVEDBY", "REVNUM", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS"),
        *("DOCPROPERTY", "INFO", "USERNAME", "USERINITIALS", "USERADDRESS", "TEMPLATE", "FILESIZE"),
    }
)
"""Fields that show something else each time a document is opened, or who wrote it and where."""
_SIMPLE, _MARK, _CODE = W + "fldSimple", W + "fldChar", (W + "instrText", W + "delInstrText")
_DIRTY = W + "dirty"


def flatten_fields(root: etree._Element) -> None:
    """Leave of every field that may not stay its result alone."""
    for field in list(root.iter(_SIMPLE)):
        _settle(field)
        if not _may_stay(field.get(W + "instr", "")):
            unwrap(field)
    for marks, code in list(_complex(root)):
        for mark in marks:
            _settle(mark)
        if not _may_stay(code):
            for mark in marks:
                take_out(mark)


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at + 1, child)
    parent.remove(element)


def take_out(element: etree._Element) -> None:
    """Take an element out; the text that lxml has behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _settle(field: etree._Element) -> None:
    """Say nothing of whether a field is to be worked out anew when it is opened."""
    if _DIRTY in field.attrib:
        del field.attrib[_DIRTY]


def _may_stay(code: str) -> bool:
    word = word_of(code)
    if word == "HYPERLINK":
        target = link_of(code)
        return may_link(target) and not leads_inside(target)
    return word in allowed.FIELDS and word not in MOVING


def _complex(root: etree._Element) -> Iterator[tuple[list[etree._Element], str]]:
    """Yield the marks and codes of each field that has an end, and what it says."""
    opened: list[tuple[list[etree._Element], list[str], list[bool]]] = []
    for element in root.iter(_MARK, *_CODE):
        kind = element.get(W + "fldCharType", "") if element.tag == _MARK else ""
        if kind == "begin":
            opened.append(([element], [], []))
        elif opened:
            marks, codes, done = opened[-1]
            marks.append(element)
            if not kind and not done:
                codes.append(element.text or "")
            elif kind == "separate":
                done.append(True)
            elif kind == "end":
                opened.pop()
                yield marks, "".join(codes)
    for marks, codes, _ in opened:
        yield marks, "".join(codes)
