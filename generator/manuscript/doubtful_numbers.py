"""Numbers of which a part was struck or raised: 228 with the mark of a note is no 2281.

A workbook has neither. Whether digits join into a number that nobody wrote is asked.
"""

import re
from collections.abc import Iterable
from itertools import groupby, pairwise

from generator.manuscript.manuscript import Doubt

_ENDS_IN_NUMBER = re.compile(r"\d[\d.,]*$", re.ASCII)
_BEGINS_WITH_NUMBER = re.compile(r"\d[\d.,]*", re.ASCII)
_GOES_ON_WITH_NUMBER = re.compile(r"[.,]?\d[\d.,]*", re.ASCII)
_LONGEST_NUMBER = 20  # characters


def raised_doubt(pieces: Iterable[tuple[str, bool]]) -> Doubt | None:
    """Return the first number of which it is not clear where it ends.

    The pieces are those of a paragraph, in order, each with whether it stands above or below the
    line.
    """
    for (before, raised), (after, _) in pairwise(_joined(pieces)):
        left = _ENDS_IN_NUMBER.search(before[-_LONGEST_NUMBER:])
        right = _BEGINS_WITH_NUMBER.match(after[:_LONGEST_NUMBER])
        if left and right:
            on_line = right[0] if raised else left[0]
            return Doubt(on_line, left[0] + right[0], raised=True)
    return None


def struck_doubt(pieces: Iterable[tuple[str, bool]]) -> Doubt | None:
    """Return the first number of which it is not clear what is left.

    The pieces are those of a paragraph, in order, each with whether it was struck or hidden.
    """
    joined = _joined(pieces)
    for (before, _), (struck, taken), (after, _) in zip(
        joined, joined[1:], joined[2:], strict=False
    ):
        left = _ENDS_IN_NUMBER.search(before[-_LONGEST_NUMBER:])
        right = _GOES_ON_WITH_NUMBER.match(after[:_LONGEST_NUMBER])
        if taken and left and right:
            return Doubt(left[0] + right[0], left[0] + struck + right[0])
    return None


def _joined(pieces: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    return [
        ("".join(text for text, _ in group), marked)
        for marked, group in groupby(pieces, key=lambda piece: piece[1])
    ]
