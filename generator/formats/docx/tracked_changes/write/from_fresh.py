"""What comes into a document out of the one that would be generated now: its XML, its parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from generator.formats.docx.exhibits.brought import Bringer
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.body import Body, LineSource
from generator.formats.docx.reading.laid_out import drawings_of
from generator.formats.docx.tracked_changes.write.new_paragraph import (
    Edit,
    NewDrawing,
    NewParagraph,
    NewRow,
    NewTable,
)
from generator.manuscript.laid_out import At
from generator.manuscript.review import document_edits
from generator.manuscript.review.document_edits import (
    DrawingReplaced,
    ExhibitAdded,
    LineAdded,
    RowAdded,
)
from generator.model.exhibits import Exhibit, FurtherTable


@dataclass(frozen=True)
class Fresh:
    """The document as it would be generated now."""

    body: Body
    exhibits: Mapping[str, Exhibit]
    """What it shows beside text, by the text of the rows."""


def from_fresh(
    edits: list[document_edits.Edit], fresh: Fresh, parts: Mapping[str, bytes], name: str
) -> tuple[dict[str, bytes], list[Edit]]:
    """Return the parts of a document with those that edits bring, and the edits for the writer.

    Raise Refusal where one of the parts is broken.
    """
    maker = _Maker(fresh, Bringer(parts, name))
    made = [maker.made(edit) for edit in sorted(edits, key=_place)]
    return maker.bringer.parts, made


def _place(edit: document_edits.Edit) -> tuple[At, At, int]:
    """Return by what edits are ordered: what comes after the same, as in the fresh document."""
    match edit:
        case LineAdded():
            return edit.after, At(edit.like), 0
        case ExhibitAdded():
            return edit.after, edit.like, 0
        case RowAdded():
            return At(edit.block), edit.like, edit.row
    return At(-1), At(-1), 0


class _Maker:
    """Makes the edits of a document out of the fresh one."""

    def __init__(self, fresh: Fresh, bringer: Bringer) -> None:
        self.bringer = bringer
        self._sources, self._exhibits = fresh.body.sources, fresh.exhibits
        self._drawings = drawings_of(fresh.body.sources)

    def made(self, edit: document_edits.Edit) -> Edit:
        match edit:
            case LineAdded():
                block, drawing = edit.after
                like = self._paragraph(At(edit.like))
                return NewParagraph(block, like, drawing, apart=edit.is_caption)
            case ExhibitAdded():
                return self._exhibit(edit)
            case DrawingReplaced():
                return NewDrawing(edit.at, self._brought(edit.like, edit.shows))
            case RowAdded():
                rows = list(self._table(edit.like).iterchildren(W + "tr"))
                return NewRow(edit.block, edit.after, rows[edit.row])
        return edit

    def _exhibit(self, edit: ExhibitAdded) -> Edit:
        block, drawing = edit.after
        if not edit.like.drawing:
            return NewTable(block, self._table(edit.like), drawing)
        shows = self._brought(edit.like, edit.shows)
        return NewParagraph(block, self._paragraph(edit.like), drawing, apart=True, shows=shows)

    def _brought(self, at: At, shows: str) -> etree._Element:
        exhibit = self._exhibits[shows]
        if isinstance(exhibit, FurtherTable):
            raise TypeError(f"{shows} is no drawing")
        return self.bringer.brought(self._drawings[at], exhibit)

    def _paragraph(self, at: At) -> etree._Element:
        if at.drawing:
            return next(self._drawings[at].iterancestors(W + "p"))
        source = self._sources[at.block]
        if not isinstance(source, LineSource):
            raise TypeError(f"{at} is a table")
        return source.paragraph

    def _table(self, at: At) -> etree._Element:
        source = self._sources[at.block]
        if isinstance(source, LineSource):
            raise TypeError(f"{at} is a line")
        return source
