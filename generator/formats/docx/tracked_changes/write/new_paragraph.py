"""What is new to a document, beside the other edits of it: it comes as XML."""

from dataclasses import dataclass

from lxml import etree

from generator.manuscript.edits import (
    CellEdit,
    DrawingDeleted,
    LineDeleted,
    RowDeleted,
    TableDeleted,
    WordEdit,
)
from generator.manuscript.laid_out import At


@dataclass(frozen=True)
class NewParagraph:
    """A paragraph to come after a block; of several after the same one, in their order."""

    after: int
    """-1 for the beginning of the document."""
    like: etree._Element
    """A w:p, such as of a newly generated document, whose text and format it has."""
    drawing: int = 0
    """Where it comes after a drawing behind the block, which of these, from 1."""
    apart: bool = False
    """Whether it cannot be a line of the paragraph before it."""
    shows: etree._Element | None = None
    """A w:drawing that it shows, with ids of the document that it comes into."""


@dataclass(frozen=True)
class NewTable:
    """A table to come after a block or a drawing."""

    after: int
    like: etree._Element
    """A w:tbl."""
    drawing: int = 0


@dataclass(frozen=True)
class NewDrawing:
    """A drawing in the place of another, with ids of the document that it comes into."""

    at: At
    like: etree._Element
    """A w:drawing."""


@dataclass(frozen=True)
class NewRow:
    """A row of a table to come after another one; of several, in their order."""

    block: int
    after: int
    """-1 for the beginning of the table."""
    like: etree._Element
    """A w:tr."""


Added = NewParagraph | NewTable
Edit = (
    Added
    | NewDrawing
    | NewRow
    | WordEdit
    | LineDeleted
    | CellEdit
    | DrawingDeleted
    | TableDeleted
    | RowDeleted
)
