"""Puts edits into a document as tracked changes, and leaves all else in it as it is.

Edits are addressed by what is read with all tracked changes accepted, and made in the document in
which other people's tracked changes stay. Whoever accepts all has their text with the edits;
whoever rejects those of the author has their document again.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from lxml import etree

from generator.formats.docx.package.ooxml import parse, related, serialize
from generator.formats.docx.package.part_names import DOCUMENT
from generator.formats.docx.tracked_changes.write.drawings import change_drawing
from generator.formats.docx.tracked_changes.write.new_paragraph import (
    Edit,
    NewDrawing,
    NewParagraph,
    NewRow,
    NewTable,
)
from generator.formats.docx.tracked_changes.write.originals import Originals
from generator.formats.docx.tracked_changes.write.paragraphs import (
    Styled,
    new_paragraph,
    put_first,
    put_paragraphs,
    strike_marks,
    style_finder,
)
from generator.formats.docx.tracked_changes.write.pen import Pen
from generator.formats.docx.tracked_changes.write.plan import Plan, plan
from generator.formats.docx.tracked_changes.write.tables import new_table, put_rows, strike_rows
from generator.formats.docx.tracked_changes.write.words import rewrite
from generator.manuscript.edits import (
    CellEdit,
    DrawingDeleted,
    LineDeleted,
    RowDeleted,
    TableDeleted,
    WordEdit,
)
from generator.manuscript.laid_out import At

__all__ = [
    "CellEdit",
    "DrawingDeleted",
    "Edit",
    "LineDeleted",
    "NewDrawing",
    "NewParagraph",
    "NewRow",
    "NewTable",
    "RowDeleted",
    "TableDeleted",
    "WordEdit",
    "tracked",
]


def tracked(
    parts: Mapping[str, bytes], name: str, edits: Sequence[Edit], *, author: str, when: str
) -> dict[str, bytes]:
    """Return the parts of a .docx with edits made by `author` at `when` (2024-01-20T09:30:00Z).

    What the blocks of edits are is told by `read_body` of the same parts. Raise Refusal where a
    part is broken, and ValueError where an edit cannot be made: twice of the same words, of an
    automatic number, of a formula, of a block or cell that is not there.
    """
    read = Originals(parts, name)
    pen = Pen(read.root, author, when)
    find = _styles(parts, name)
    todo = plan(edits, read, find)
    if not todo.changes_anything:
        return dict(parts)
    for paragraph, words in todo.replacements.items():
        look = todo.looks.get(paragraph)
        rewrite(read.of(paragraph), read.pieces(paragraph), words, pen, look=look)
    for edit in todo.drawings:
        change_drawing(edit, read, pen)
    put_rows(todo.rows, read, pen, find)
    _put_new(todo, read, pen, find)
    strike_rows([read.of(row) for row in todo.going_rows], pen)
    strike_marks([read.of(paragraph) for paragraph in todo.struck], pen)
    return {**parts, DOCUMENT: serialize(read.root)}


def _styles(parts: Mapping[str, bytes], name: str) -> Styled:
    part = related(parts, "styles")
    return style_finder(parse(parts[part], part, name) if part in parts else None)


def _put_new(todo: Plan, read: Originals, pen: Pen, find: Styled) -> None:
    after: defaultdict[etree._Element | None, list[etree._Element]] = defaultdict(list)
    for edit in sorted(todo.new, key=lambda edit: (edit.after, edit.drawing)):
        new = after[read.standing_at(At(edit.after, edit.drawing))]
        if isinstance(edit, NewTable):
            new.append(new_table(edit.like, pen, find))
        else:
            new.append(new_paragraph(edit.like, pen, find, shows=edit.shows))
    for block, blocks in after.items():
        if block is None:
            put_first(blocks, read.root, pen)
        else:
            put_paragraphs(blocks, read.of(block), pen, struck=block in todo.struck)
