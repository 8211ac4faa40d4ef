"""Properties that were changed under tracked changes: the new ones, or the old ones again."""

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.read.view import (
    CELL_CHANGES,
    CONTENT_CHANGES,
    M,
    View,
)

PROPERTY_CHANGES = tuple(
    f"{W}{kind}Change"
    for kind in ("rPr", "pPr", "tblPr", "tblPrEx", "tcPr", "trPr", "sectPr", "tblGrid")
)
_MARK_HOLDERS = frozenset({W + "rPr", W + "trPr", W + "numPr", M + "ctrlPr"})
"""Where a w:ins or w:del is a mark on something else, and holds no content."""

_OUTSIDE = {
    W + "rPr": frozenset(CONTENT_CHANGES),
    W + "trPr": frozenset(CONTENT_CHANGES),
    W + "pPr": frozenset({W + "rPr", W + "sectPr"}),
    W + "tcPr": frozenset(CELL_CHANGES),
    W + "sectPr": frozenset({W + "headerReference", W + "footerReference"}),
}
"""What the old properties never hold, so that it stays (ECMA-376 Part 1, 17.13.5)."""


def drop_changes(root: etree._Element) -> None:
    """Keep the properties as they are now."""
    for change in list(root.iter(*PROPERTY_CHANGES)):
        _remove(change)


def undo_changes(root: etree._Element) -> None:
    """Put back the properties as they were."""
    for change in list(root.iter(*PROPERTY_CHANGES)):
        holder = change.getparent()
        if holder is None:
            continue
        holder.remove(change)
        old = change.find(str(holder.tag))
        if old is not None:
            _replace(holder, old)


def drop_marks(root: etree._Element, view: View) -> None:
    """Take away the marks in properties, once they have been obeyed."""
    for mark in list(root.iter(*CONTENT_CHANGES)):
        holder = mark.getparent()
        if holder is None or holder.tag not in _MARK_HOLDERS:
            continue
        came_with_it = holder.tag == W + "numPr" and mark.tag in view.goes
        _remove(holder if came_with_it else mark)


def _replace(holder: etree._Element, old: etree._Element) -> None:
    stays = _OUTSIDE.get(str(holder.tag), frozenset())
    for child in list(holder):
        if child.tag not in stays:
            holder.remove(child)
    for place, child in enumerate(list(old)):
        holder.insert(place, child)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
