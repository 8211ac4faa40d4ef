"""What is to be shown beside text, and the marks of its places in a filled document."""

import re
from typing import NamedTuple

from generator.model.exhibits import Exhibit

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Around a mark: code points that XML may hold and that are never characters of any text."""
MARK = re.compile(rf"{_OPEN}(\d+)(:?){_CLOSE}")
"""The number of what is shown, and : where it begins a caption."""


class Placed(NamedTuple):
    """Something to be shown at a mark."""

    exhibit: Exhibit
    kind: str
    """图 or 表."""
    part: str
    """Of the form, in which it stands."""
    alternative: str
    """For those who cannot see it."""


def mark(number: int) -> str:
    """Return what marks the place of the exhibit of a number, in a paragraph of its own."""
    return f"{_OPEN}{number}{_CLOSE}"


def caption_mark(number: int) -> str:
    """Return what begins the caption of the exhibit of a number."""
    return f"{_OPEN}{number}:{_CLOSE}"


def without_marks(text: str) -> str:
    """Return a text of people's in which nothing looks like a mark."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")
