"""A document that was edited under tracked changes: as it is meant to be, and as it was.

Covers ECMA-376 Part 1, 17.13.5, but for conflicts of co-authors (w14:conflictIns).
"""

from copy import deepcopy

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.read.joined_paragraphs import join_paragraphs
from generator.formats.docx.tracked_changes.read.properties import (
    PROPERTY_CHANGES,
    drop_changes,
    drop_marks,
    undo_changes,
)
from generator.formats.docx.tracked_changes.read.tables import resolve_tables
from generator.formats.docx.tracked_changes.read.view import (
    ACCEPTED,
    BY,
    CELL_CHANGES,
    CONTENT_CHANGES,
    GONE,
    HOW,
    MOVED,
    ORIGINAL,
    TEXT,
    TRACE,
    WHEN,
    M,
    View,
    restore_text,
)

__all__ = [
    "BY",
    "GONE",
    "HOW",
    "MOVED",
    "TEXT",
    "TRACE",
    "WHEN",
    "accepted",
    "has_tracked_changes",
    "original",
]

_REMARKS = (
    W + "numberingChange",
    *(
        f"{W}{kind}Range{end}"
        for kind in (
            *("moveFrom", "moveTo", "customXmlIns", "customXmlDel"),
            *("customXmlMoveFrom", "customXmlMoveTo"),
        )
        for end in ("Start", "End")
    ),
)


def accepted(root: etree._Element) -> etree._Element:
    r"""Return a copy of a part with all tracked changes accepted, and traces of who did what.

    What was inserted or moved here (runs, paragraphs by their mark, rows, cells) has the
    attributes BY, WHEN and, if moved, MOVED. Where something was deleted or moved away stands an
    empty GONE with the same and TEXT, "\n" for the mark of a paragraph. It stands at the start
    of the paragraph that follows, if a whole one is gone; at the end of the one before, if a
    table or nothing follows; in the place of a row or table, where those are gone.
    """
    return _resolved(root, ACCEPTED)


def original(root: etree._Element) -> etree._Element:
    """Return a copy of a part with all tracked changes rejected."""
    return _resolved(root, ORIGINAL)


def has_tracked_changes(root: etree._Element) -> bool:
    """Tell whether there is anything to accept or reject."""
    return (
        next(root.iter(*CONTENT_CHANGES, *CELL_CHANGES, *PROPERTY_CHANGES, *_REMARKS), None)
        is not None
    )


def _resolved(root: etree._Element, view: View) -> etree._Element:
    root = deepcopy(root)
    root.tail = None
    if has_tracked_changes(root):
        _resolve(root, view)
    elif not view.traced:
        restore_text(root)
    return root


def _resolve(root: etree._Element, view: View) -> None:
    unmarked = _unmarked(root, view)
    if view.traced:
        drop_changes(root)
    else:
        undo_changes(root)
    resolve_tables(root, view)
    drop_marks(root, view)
    _resolve_content(root, view)
    join_paragraphs(unmarked)
    etree.strip_elements(root, *CELL_CHANGES, *_REMARKS, with_tail=False)


def _unmarked(root: etree._Element, view: View) -> dict[etree._Element, list[etree._Element]]:
    """Return the paragraphs whose mark is not there, with its traces; sign those that came."""
    unmarked: dict[etree._Element, list[etree._Element]] = {}
    for mark in root.iter(*CONTENT_CHANGES):
        paragraph = _marked_paragraph(mark)
        if paragraph is None:
            continue
        if mark.tag in view.goes:
            unmarked[paragraph] = view.trace(mark, "\n")
        else:
            view.sign(paragraph, mark)
    return unmarked


def _marked_paragraph(mark: etree._Element) -> etree._Element | None:
    """Return the paragraph of a mark in w:p/w:pPr/w:rPr, and None for any other tracked change."""
    element = mark
    for holder in ("rPr", "pPr", "p"):
        parent = element.getparent()
        if parent is None or parent.tag != W + holder:
            return None
        element = parent
    return element


def _resolve_content(root: etree._Element, view: View) -> None:
    stays, goes = (
        [kind for kind in CONTENT_CHANGES if kind in some] for some in (view.stays, view.goes)
    )
    if view.traced:
        _sign_runs(root, stays, view)
    for wrapper in list(root.iter(*goes)):
        holder = wrapper.getparent()
        if holder is None or next(wrapper.iterancestors(*goes), None) is not None:
            continue
        for trace in view.trace(wrapper, wrapper):
            wrapper.addprevious(trace)
        holder.remove(wrapper)
    etree.strip_tags(root, *stays)
    if not view.traced:
        restore_text(root)


def _sign_runs(root: etree._Element, stays: list[str], view: View) -> None:
    """Say on each run who brought it in last, and whether it was moved with what is around it."""
    for run in root.iter(W + "r", M + "r"):
        for wrappers in ((W + "moveTo",), stays):
            wrapper = next(run.iterancestors(*wrappers), None)
            if wrapper is not None:
                view.sign(run, wrapper)
