"""How much weight a piece of a message has; each surface shows it in its own way."""

from collections.abc import Callable
from enum import Enum, auto


class Emphasis(Enum):
    """The few kinds of emphasis that messages use."""

    ALARM = auto()
    """Something stands in the way of the report."""
    RED = auto()
    """Something is wrong."""
    YELLOW = auto()
    """Something to look at."""
    GREEN = auto()
    """All is well."""
    BOLD = auto()
    NONE = auto()


Paint = Callable[[str, Emphasis], str]
"""Returns a text with an emphasis."""


def plain(text: str, emphasis: Emphasis) -> str:  # noqa: ARG001 - the shape of every Paint
    """Return the text as it is."""
    return text
