"""Rejects or accepts the tracked changes of one author, and tells whether documents are the same.

On purpose nothing of the code under test is used.
"""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KINDS = [W + kind for kind in ("ins", "del", "moveFrom", "moveTo")]
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_HOLDERS = (W + kind for kind in ("hyperlink", "smartTag", "sdt", "sdtContent"))
_MERGED = [*_KINDS, *_HOLDERS, _MATH]
_LAST = ("rPr", "sectPr", "pPrChange")


def without(root: etree._Element, author: str) -> etree._Element:
    """Return a copy in which the tracked changes of an author are rejected."""
    return _resolved(root, author, comes="del", goes="ins")


def with_all(root: etree._Element, author: str) -> etree._Element:
    """Return a copy in which the tracked changes of an author are accepted."""
    return _resolved(root, author, comes="ins", goes="del")


def _resolved(root: etree._Element, author: str, *, comes: str, goes: str) -> etree._Element:
    root = deepcopy(root)
    own = [one for one in root.iter(W + "ins", W + "del") if one.get(W + "author") == author]
    rows = [one for one in own if _above(one).tag == W + "trPr"]
    marks = [one for one in own if _above(one).tag == W + "rPr"]
    for one in own:
        if one in rows or one in marks:
            continue
        if one.tag == W + comes:
            for words in one.iter(W + "delText", W + "delInstrText"):
                words.tag = W + ("t" if words.tag == W + "delText" else "instrText")
            _unwrap(one)
        else:
            _above(one).remove(one)
    for one in rows:
        row = _above(_above(one))
        table = _above(row)
        if one.tag == W + comes:
            _above(one).remove(one)
        else:
            table.remove(row)
            if table.find(W + "tr") is None:
                _above(table).remove(table)
    for mark in reversed(marks):
        paragraph = next(mark.iterancestors(W + "p"))
        _above(mark).remove(mark)
        if mark.tag == W + goes and paragraph.getroottree().getroot() is root:
            _join_with_next(paragraph)
    return root


def canonical(root: etree._Element) -> bytes:
    """Return what two documents have in common that differ in where their runs are parted."""
    root = deepcopy(root)
    for one in root.iter("*"):
        one.tail = None if not (one.tail or "").strip() else one.tail
        if _SPACE in one.attrib:
            del one.attrib[_SPACE]
        if W + "author" in one.attrib:
            del one.attrib[W + "id"]
    for kind in ("rPr", "pPr"):
        for one in list(root.iter(W + kind)):
            if not len(one) and _above(one).tag in (W + "p", W + "pPr", W + "r"):
                _above(one).remove(one)
    _merge_in(root)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n")


def faults(root: etree._Element, author: str) -> list[str]:
    """Return what is wrong with the structure."""
    found = []
    numbers = Counter(one.get(W + "id") for one in root.iter("*") if one.get(W + "author"))
    found += [f"id {number} {count} times" for number, count in numbers.items() if count > 1]
    found += [f"{one.tag} is numbered" for one in root.iter("*") if "at" in one.attrib]
    for one in root.iter(W + "ins"):
        for above in one.iterancestors(*_KINDS):
            if author in (one.get(W + "author"), above.get(W + "author")):
                found.append(f"w:ins in {above.tag}")
    for one in root.iter(W + "t", W + "delText"):
        deleted = next(one.iterancestors(W + "del"), None) is not None
        moved = next(one.iterancestors(W + "moveFrom"), None) is not None
        if deleted != (one.tag == W + "delText") and not moved:
            found.append(f"{one.tag} {one.text}")
        if (one.text or "") != (one.text or "").strip() and one.get(_SPACE) != "preserve":
            found.append(f"spaces of “{one.text}” are lost")
    for one in root.iter(W + "ins", W + "del"):
        if not len(one) and _above(one).tag not in (W + "rPr", W + "trPr"):
            found.append(f"an empty {one.tag}")
    return [*found, *_disorder(root)]


def _disorder(root: etree._Element) -> Iterator[str]:
    for holder, first in (("p", "pPr"), ("r", "rPr")):
        for one in root.iter(W + holder):
            if any(child.tag == W + first for child in list(one)[1:]):
                yield f"{first} is not first"
    for one in root.iter(W + "r"):
        if not len(one):
            yield "an empty run"
    for properties in root.iter(W + "pPr"):
        names = [child.tag.removeprefix(W) for child in properties]
        last = [name for name in names if name in _LAST]
        if names[len(names) - len(last) :] != sorted(last, key=_LAST.index):
            yield f"disorder in pPr: {names}"
    for of_mark in root.iterfind(f".//{W}pPr/{W}rPr"):
        kinds = [child.tag for child in of_mark if child.tag in _KINDS]
        if [child.tag for child in of_mark][: len(kinds)] != sorted(set(kinds), key=_KINDS.index):
            yield f"disorder in rPr: {kinds}"


def _above(element: etree._Element) -> etree._Element:
    above = element.getparent()
    assert above is not None
    return above


def _join_with_next(paragraph: etree._Element) -> None:
    """Join a paragraph without mark with the next one; one of them is empty here."""
    following = paragraph.getnext()
    while following is not None and following.tag not in (W + "p", W + "tbl", W + "sectPr"):
        following = following.getnext()
    if _is_empty(paragraph):
        _above(paragraph).remove(paragraph)
    else:
        assert following is not None
        assert following.tag == W + "p"
        assert _is_empty(following)
        _above(following).remove(following)


def _is_empty(paragraph: etree._Element) -> bool:
    return all(child.tag == W + "pPr" for child in paragraph)


def _unwrap(element: etree._Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _above(element).remove(element)


def _merge_in(element: etree._Element) -> None:
    last: etree._Element | None = None
    for child in list(element):
        if last is not None and _go_together(last, child):
            for one in list(child):
                if one.tag != W + "rPr":
                    last.append(one)
            last.text = (last.text or "") + (child.text or "") if len(last) == 0 else last.text
            element.remove(child)
        else:
            last = child
    for child in element:
        _merge_in(child)


def _go_together(one: etree._Element, other: etree._Element) -> bool:
    if one.tag != other.tag or sorted(one.items()) != sorted(other.items()):
        return False
    if one.tag in (W + "t", W + "delText") or one.tag in _MERGED:
        return True
    return one.tag == W + "r" and _format(one) == _format(other)


def _format(run: etree._Element) -> bytes:
    properties = run.find(W + "rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")
