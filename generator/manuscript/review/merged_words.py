"""The words of one text that two sides changed in different places, brought together."""

from collections.abc import Sequence

from generator.manuscript.word_changes import WordChange, changed_by, word_changes


def merged_words(base: str, workbook: str, document: str) -> str | None:
    """Return a text with what both sides changed in it; None where the two collide.

    All are as typed: what cites is one word. Changes that touch each other collide, for nobody
    can tell what they say together. Bringing in the same changes again changes nothing.
    """
    ours, theirs = word_changes(base, workbook), word_changes(base, document)
    if _holds(workbook, document, theirs):
        return workbook
    new = [change for change in theirs if change not in ours]
    if any(one.start <= other.end and other.start <= one.end for one in ours for other in new):
        return None
    changes = sorted([*ours, *new], key=lambda change: change.start)
    merged = changed_by(base, changes)
    return merged if word_changes(base, merged) == changes else None


def _holds(workbook: str, document: str, theirs: Sequence[WordChange]) -> bool:
    """Tell whether all that the document changed stands in the workbook as well."""
    differences = word_changes(document, workbook)
    shift = 0
    for change in theirs:
        start = change.start + shift
        end = start + len(change.now)
        if any(one.start <= end and start <= one.end for one in differences):
            return False
        shift += len(change.now) - len(change.was)
    return True
