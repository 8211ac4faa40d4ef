"""What can be changed in a document, by the blocks of the manuscript that is read from it."""

from dataclasses import dataclass

from generator.form.labels import Spot
from generator.manuscript.laid_out import At

AUTHOR = "make-report"
"""Who this program is in tracked changes."""


@dataclass(frozen=True)
class WordEdit:
    """Other words in a line; places are counted in its text, automatic number included."""

    block: int
    """Number of a block of the manuscript, from 0."""
    start: int
    end: int
    now: str


@dataclass(frozen=True)
class LineDeleted:
    """A line to go, and the paragraph with it unless there are other lines in that."""

    block: int


@dataclass(frozen=True)
class CellEdit:
    """Another text in a cell of a table; blank paragraphs around the old one stay."""

    block: int
    spot: Spot
    now: str


@dataclass(frozen=True)
class DrawingDeleted:
    """A picture or chart to go, and its paragraph with it unless there is more in that."""

    at: At


@dataclass(frozen=True)
class TableDeleted:
    """A table to go."""

    block: int


@dataclass(frozen=True)
class RowDeleted:
    """A row of a table to go, counted from 0."""

    block: int
    row: int
