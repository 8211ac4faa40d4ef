"""Words that the workbook changed, placed in lines whose words people changed, too."""

from collections.abc import Sequence
from dataclasses import replace

from generator.manuscript.edits import WordEdit
from generator.manuscript.word_changes import WordChange, word_changes

Spot = tuple[int, int, int]
"""A block, where the text begins in its line, and how long it is."""


def placed(
    ours: Sequence[WordChange], theirs: Sequence[WordChange], spots: Sequence[Spot]
) -> list[WordEdit] | None:
    """Return our changes where they go after theirs were made; None where the two collide."""
    mine = [change for change in ours if change not in theirs]
    if any(one.start <= other.end and other.start <= one.end for one in mine for other in theirs):
        return None
    edits = []
    for change in mine:
        by = sum(len(other.now) - len(other.was) for other in theirs if other.end <= change.start)
        edit = _within(spots, change.start + by, change.end + by, change.now)
        if edit is None:
            return None
        edits.append(edit)
    return edits


def replaced(there: str, now: str, spots: Sequence[Spot]) -> list[WordEdit]:
    """Return the edits that make a text another, whatever lines it was split into."""
    edits = []
    for change in word_changes(there, now):
        start, put_in = 0, change.now
        for block, begins, length in spots:
            first, last = max(change.start - start, 0), min(change.end - start, length)
            if first < last or (put_in and first == last):
                edits.append(WordEdit(block, begins + first, begins + last, put_in))
                put_in = ""
            start += length
    return edits


def shifted(changes: Sequence[WordChange], by: int) -> list[WordChange]:
    """Return changes of a text that stands so many characters behind the beginning."""
    return [replace(change, start=change.start + by, end=change.end + by) for change in changes]


def _within(spots: Sequence[Spot], start: int, end: int, now: str) -> WordEdit | None:
    for block, begins, length in spots:
        if 0 <= start <= end <= length:
            return WordEdit(block, begins + start, begins + end, now)
        start, end = start - length, end - length
    return None
