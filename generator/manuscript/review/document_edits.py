"""Edits of a document that the workbook asks for: where, and what is to stand there."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from generator.manuscript.edits import (
    CellEdit,
    DrawingDeleted,
    LineDeleted,
    RowDeleted,
    TableDeleted,
    WordEdit,
)
from generator.manuscript.laid_out import At
from generator.manuscript.manuscript import Grid, Line, Manuscript


@dataclass(frozen=True)
class LineAdded:
    """A new line after something; block -1 is the beginning."""

    after: At
    like: int
    """The block of the freshly generated document that it is."""
    is_caption: bool = False
    """Whether it needs a paragraph of its own, whatever it comes after."""


@dataclass(frozen=True)
class ExhibitAdded:
    """A picture, chart or table that comes after something."""

    after: At
    like: At
    """What of the freshly generated document it is."""
    shows: str
    """By which the report has it: the text of its row."""


@dataclass(frozen=True)
class DrawingReplaced:
    """A picture or chart in the place of another."""

    at: At
    like: At
    shows: str


@dataclass(frozen=True)
class RowAdded:
    """A row that comes after a row of a table; -1 is its beginning."""

    block: int
    after: int
    like: At
    """The table of the freshly generated document that it is of."""
    row: int
    """Which of its rows it is."""


Edit = (
    WordEdit
    | LineAdded
    | LineDeleted
    | CellEdit
    | ExhibitAdded
    | DrawingReplaced
    | DrawingDeleted
    | TableDeleted
    | RowAdded
    | RowDeleted
)


class Done(Enum):
    """What became of something that is shown beside text."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


@dataclass
class DocumentEdits:
    """The edits that bring a document to what the workbook says now."""

    all: list[Edit] = field(default_factory=list)
    figures: int = 0
    reworded: int = 0
    """Lines, as are the next two."""
    added: int = 0
    gone: int = 0
    exhibits: Counter[tuple[Done, str]] = field(default_factory=Counter)
    """How often what became of those of a kind, 图 or 表; their captions are not counted again."""


def numbers_of(manuscript: Manuscript, kind: type[Line] | type[Grid]) -> list[int]:
    """Return which blocks of a document are its lines, or its tables."""
    return [at for at, block in enumerate(manuscript.blocks) if isinstance(block, kind)]
