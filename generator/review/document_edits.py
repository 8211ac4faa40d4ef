"""Edits of a document that the workbook asks for: where, and what is to stand there."""

from dataclasses import dataclass, field

from generator.form.labels import Spot
from generator.manuscript import Grid, Line, Manuscript


@dataclass(frozen=True)
class WordsEdited:
    """Characters `start` to `end` of a line become others."""

    block: int
    """Number of the line among the blocks of the document, like those below."""
    start: int
    end: int
    now: str


@dataclass(frozen=True)
class LineAdded:
    """A new line after a block; -1 is the beginning."""

    after: int
    like: int
    """The block of the freshly generated document that it is."""


@dataclass(frozen=True)
class LineGone:
    """A line goes."""

    block: int


@dataclass(frozen=True)
class CellEdited:
    """The text of a cell becomes another."""

    block: int
    spot: Spot
    now: str


Edit = WordsEdited | LineAdded | LineGone | CellEdited


@dataclass
class Revision:
    """The edits that bring a document to what the workbook says now."""

    edits: list[Edit] = field(default_factory=list)
    figures: int = 0
    reworded: int = 0
    """Lines, as are the next two."""
    added: int = 0
    gone: int = 0


def numbers_of(manuscript: Manuscript, kind: type[Line] | type[Grid]) -> list[int]:
    """Return which blocks of a document are its lines, or its tables."""
    return [at for at, block in enumerate(manuscript.blocks) if isinstance(block, kind)]
