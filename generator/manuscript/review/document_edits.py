"""Edits of a document that the workbook asks for: where, and what is to stand there."""

from dataclasses import dataclass, field

from generator.manuscript.edits import CellEdit, LineDeleted, WordEdit
from generator.manuscript.manuscript import Grid, Line, Manuscript


@dataclass(frozen=True)
class LineAdded:
    """A new line after a block; -1 is the beginning."""

    after: int
    like: int
    """The block of the freshly generated document that it is."""


Edit = WordEdit | LineAdded | LineDeleted | CellEdit


@dataclass
class DocumentEdits:
    """The edits that bring a document to what the workbook says now."""

    all: list[Edit] = field(default_factory=list)
    figures: int = 0
    reworded: int = 0
    """Lines, as are the next two."""
    added: int = 0
    gone: int = 0


def numbers_of(manuscript: Manuscript, kind: type[Line] | type[Grid]) -> list[int]:
    """Return which blocks of a document are its lines, or its tables."""
    return [at for at, block in enumerate(manuscript.blocks) if isinstance(block, kind)]
