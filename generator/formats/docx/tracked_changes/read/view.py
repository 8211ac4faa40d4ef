"""The two views of tracked changes, and the traces of who did what, in a namespace of our own."""

from dataclasses import dataclass

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import visible_text

TRACE = "{urn:make-report:trace}"
BY = TRACE + "by"
WHEN = TRACE + "when"
MOVED = TRACE + "moved"
TEXT = "text"
HOW = TRACE + "how"
"""Of what went without 修订: how."""
GONE = TRACE + "gone"

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CONTENT_CHANGES = tuple(W + kind for kind in ("ins", "del", "moveFrom", "moveTo"))
"""Tracked changes that hold content, or say in its properties what became of a paragraph or row."""
CELL_CHANGES = tuple(W + kind for kind in ("cellIns", "cellDel", "cellMerge"))
_ONCE_DELETED = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_COME = frozenset(W + kind for kind in ("ins", "moveTo", "cellIns"))
_GO = frozenset(W + kind for kind in ("del", "moveFrom", "cellDel"))
_MOVES = W + "moveFrom", W + "moveTo"


@dataclass(frozen=True)
class View:
    """A document with all its tracked changes accepted, or with all of them rejected."""

    stays: frozenset[str]
    """Tracked changes whose content is there."""
    goes: frozenset[str]
    """Tracked changes whose content is not."""
    merge: str
    """Attribute of a w:cellMerge that says how the cell is merged."""
    traced: bool
    """Whether it says who did what."""

    def sign(self, element: etree._Element, change: etree._Element) -> None:
        """Say on an element who brought it in."""
        if not self.traced:
            return
        element.set(BY, change.get(W + "author", ""))
        element.set(WHEN, change.get(W + "date", ""))
        if change.tag in _MOVES:
            element.set(MOVED, "1")

    def trace(self, change: etree._Element, what: etree._Element | str) -> list[etree._Element]:
        """Return what stays where a tracked change took something away, which is spoilt by that."""
        if not self.traced:
            return []
        gone = etree.Element(GONE, nsmap={"trace": TRACE[1:-1]})
        self.sign(gone, change)
        gone.set(TEXT, what if isinstance(what, str) else _text_of(what))
        return [gone]


ACCEPTED = View(stays=_COME, goes=_GO, merge=W + "vMerge", traced=True)
ORIGINAL = View(stays=_GO, goes=_COME, merge=W + "vMergeOrig", traced=False)


def restore_text(root: etree._Element) -> None:
    """Make text that was deleted ordinary text again."""
    for element in root.iter(*_ONCE_DELETED):
        element.tag = _ONCE_DELETED[str(element.tag)]


def _text_of(lost: etree._Element) -> str:
    """Return the text of what goes, each paragraph on a line of its own."""
    etree.strip_tags(lost, *CONTENT_CHANGES)
    restore_text(lost)
    paragraphs = list(lost.iter(W + "p"))
    return "\n".join(map(visible_text, paragraphs or [lost]))
