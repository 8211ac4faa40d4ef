"""A new paragraph, beside the other edits of a document: it comes as XML."""

from dataclasses import dataclass

from lxml import etree

from generator.manuscript.edits import CellEdit, LineDeleted, WordEdit


@dataclass(frozen=True)
class NewParagraph:
    """A paragraph to come after a block; of several after the same one, in their order."""

    after: int
    """-1 for the beginning of the document."""
    like: etree._Element
    """A w:p, such as of a newly generated document, whose text and format it has."""


Edit = WordEdit | NewParagraph | LineDeleted | CellEdit
