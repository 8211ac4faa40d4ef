"""更正: one thing that is other than it was published."""

from typing import NamedTuple


class Correction(NamedTuple):
    """One thing that a notice of correction says."""

    where: str
    """The table and the label of a figure, or the section of a text."""
    was: str
    """Empty where it is new."""
    now: str
    """Empty where it is gone."""
