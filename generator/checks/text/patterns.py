"""The patterns of a form's wordings, compiled once in a process."""

from collections.abc import Iterable
from functools import cache

from generator.form.pattern import Pattern
from generator.form.wordings import Subject

_NOTHING = "(?!)"


@cache
def compiled(pattern: str) -> Pattern:
    """Return a pattern of a form, ready to be searched for; an empty one is found nowhere."""
    return Pattern(pattern or _NOTHING)


def first_named(subjects: Iterable[Subject], words: str) -> Subject | None:
    """Return the first of some subjects that words name."""
    return next((item for item in subjects if compiled(item.pattern).search(words)), None)
