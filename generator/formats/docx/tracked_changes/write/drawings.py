"""Pictures and charts put in and struck under tracked changes."""

from collections.abc import Sequence

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.write.new_paragraph import NewDrawing
from generator.formats.docx.tracked_changes.write.originals import Originals
from generator.formats.docx.tracked_changes.write.pen import Pen, drawn_run
from generator.formats.docx.tracked_changes.write.runs import isolated, put
from generator.formats.docx.tracked_changes.write.words import take_back
from generator.manuscript.edits import DrawingDeleted

_HOLDS = ("drawing", "pict", "object", "footnoteReference", "endnoteReference")
"""What a paragraph may have beside text."""
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_HOLDING = tuple(W + kind for kind in _HOLDS)


def emptied(edits: Sequence[DrawingDeleted], read: Originals) -> list[etree._Element]:
    """Return the paragraphs, as they were read, that hold nothing but drawings that go."""
    going = [read.drawing(edit.at) for edit in edits]
    holders = dict.fromkeys(next(one.iterancestors(W + "p")) for one in going)
    return [
        paragraph
        for paragraph in holders
        if not visible_text(paragraph).strip()
        and all(one in going for one in paragraph.iter(*_HOLDING))
    ]


def change_drawing(edit: DrawingDeleted | NewDrawing, read: Originals, pen: Pen) -> None:
    """Mark a drawing as deleted, and another in its place as inserted."""
    drawing = read.of(read.drawing(edit.at))
    whole = next(drawing.iterancestors(_ALTERNATIVES), drawing)
    run = isolated(whole, whole, pen)
    gone = pen.change("del")
    run.addprevious(gone)
    gone.append(run)
    if isinstance(edit, NewDrawing):
        put(pen.change("ins", drawn_run(edit.like)), gone, pen, after=True)
    take_back([gone], pen)
