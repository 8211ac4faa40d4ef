"""Rows and cells that were inserted, deleted or merged under tracked changes."""

from collections.abc import Iterator

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.read.view import (
    CELL_CHANGES,
    CONTENT_CHANGES,
    GONE,
    View,
)

_ROW, _CELL, _TABLE = W + "tr", W + "tc", W + "tbl"
_MERGED = W + "cellMerge"
_MERGES = {"rest": "restart", "cont": "continue"}


def resolve_tables(root: etree._Element, view: View) -> None:
    """Leave the rows and cells that a view has; a table without rows goes, too."""
    for row in list(root.iter(_ROW)):
        _resolve(row, [*_changes(row, W + "trPr", CONTENT_CHANGES)], view)
    for cell in list(root.iter(_CELL)):
        for merge in [*_changes(cell, W + "tcPr", (_MERGED,))]:
            _merge(merge, view.merge)
        _resolve(cell, [*_changes(cell, W + "tcPr", CELL_CHANGES)], view)


def _changes(
    element: etree._Element, properties: str, kinds: tuple[str, ...]
) -> Iterator[etree._Element]:
    for holder in element.iterchildren(properties):
        yield from holder.iterchildren(*kinds)


def _resolve(element: etree._Element, changes: list[etree._Element], view: View) -> None:
    for change in changes:
        if change.tag in view.goes:
            _vanish(element, view.trace(change, element))
            return
        if change.tag in view.stays:
            view.sign(element, change)


def _vanish(element: etree._Element, traces: list[etree._Element]) -> None:
    """Put the traces in the place of a row or cell, and of what is empty without it."""
    while (parent := element.getparent()) is not None:
        holder, kind = (_ROW, _CELL) if element.tag == _CELL else (_TABLE, _ROW)
        whole = next(element.iterancestors(holder), None)
        for trace in traces:
            element.addprevious(trace)
        parent.remove(element)
        if whole is None or next(whole.iter(kind), None) is not None:
            return
        element, traces = whole, list(whole.iter(GONE))


def _merge(change: etree._Element, side: str) -> None:
    """Say in w:vMerge how a cell is merged in the view."""
    properties = change.getparent()
    if properties is None:
        return
    for merge in properties.findall(W + "vMerge"):
        properties.remove(merge)
    value = _MERGES.get(change.get(side, ""))
    if value:
        etree.SubElement(properties, W + "vMerge").set(W + "val", value)
