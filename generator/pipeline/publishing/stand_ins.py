"""Fonts of a PDF that stand in for those that are wanted."""

from typing import NamedTuple


class StandIn(NamedTuple):
    """A font that the PDF is set in, in place of the one that is wanted."""

    part: str
    """正文; empty for wherever the document has it."""
    wanted: str
    """仿宋_GB2312."""
    used: str
    """One font; several, with 、 between them, where it cannot be told which is in its place."""
    barred: bool
    """Whether the wanted one is here, but may not be embedded."""
