"""What edits mean for each paragraph: the words to replace, and which ones come and go."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from generator.form.labels import Spot
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.tables import cells_of
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.write.drawings import emptied
from generator.formats.docx.tracked_changes.write.new_paragraph import (
    Added,
    Edit,
    NewDrawing,
    NewParagraph,
    NewRow,
    NewTable,
)
from generator.formats.docx.tracked_changes.write.originals import Originals
from generator.formats.docx.tracked_changes.write.paragraphs import Styled, copied_runs
from generator.formats.docx.tracked_changes.write.pen import format_of, new_run
from generator.formats.docx.tracked_changes.write.tables import going_rows
from generator.formats.docx.tracked_changes.write.words import Replacement
from generator.manuscript.edits import (
    CellEdit,
    DrawingDeleted,
    LineDeleted,
    RowDeleted,
    TableDeleted,
    WordEdit,
)

_KEPT = tuple(
    W + kind for kind in ("drawing", "pict", "object", "footnoteReference", "endnoteReference")
)
"""What is not deleted with the text of a paragraph, which then stays for it."""


@dataclass(frozen=True)
class Plan:
    """What is to be done, by paragraphs as they were read."""

    replacements: defaultdict[etree._Element, list[Replacement]] = field(
        default_factory=lambda: defaultdict(list)
    )
    new: list[Added] = field(default_factory=list)
    struck: list[etree._Element] = field(default_factory=list)
    """Paragraphs, in order, whose marks go, too."""
    drawings: list[DrawingDeleted | NewDrawing] = field(default_factory=list)
    rows: list[NewRow] = field(default_factory=list)
    going_rows: list[etree._Element] = field(default_factory=list)
    looks: dict[etree._Element, etree._Element] = field(default_factory=dict)
    """The w:rPr of what comes into an empty paragraph."""

    @property
    def changes_anything(self) -> bool:
        """Whether anything is to be done."""
        texts = self.replacements or self.new or self.struck
        return bool(texts or self.drawings or self.rows or self.going_rows)


def plan(edits: Sequence[Edit], read: Originals, find: Styled) -> Plan:
    """Return what edits mean. Raise ValueError where one cannot be made."""
    planned = Plan()
    gone = frozenset(edit.block for edit in edits if isinstance(edit, LineDeleted))
    for edit in edits:
        if isinstance(edit, NewTable):
            planned.new.append(edit)
        if isinstance(edit, NewParagraph):
            read.block(edit.after)
            if not (edit.drawing or edit.apart) and read.stays_after(edit.after, gone):
                _new_line(edit, planned, read, find)
            else:
                planned.new.append(edit)
    for edit in edits:
        if isinstance(edit, WordEdit):
            if edit.block in gone:
                raise ValueError(f"{edit} is in a line that goes")
            _change_words(edit, planned, read)
    _take_lines(gone, planned, read)
    for edit in edits:
        if isinstance(edit, CellEdit):
            _change_cell(edit, planned, read)
    _plan_exhibits(edits, planned, read)
    planned.struck.sort(key=read.number)
    return planned


def _plan_exhibits(edits: Sequence[Edit], planned: Plan, read: Originals) -> None:
    planned.rows.extend(edit for edit in edits if isinstance(edit, NewRow))
    gone = [edit for edit in edits if isinstance(edit, DrawingDeleted)]
    planned.drawings.extend(edit for edit in edits if isinstance(edit, DrawingDeleted | NewDrawing))
    planned.struck.extend(emptied(gone, read))
    tables = [edit for edit in edits if isinstance(edit, TableDeleted | RowDeleted)]
    planned.going_rows.extend(going_rows(tables, read))
    for row in planned.going_rows:
        for paragraph in row.iter(W + "p"):
            whole = (0, len(visible_text(paragraph)))
            planned.replacements[paragraph].append(Replacement(*whole, (), whole))


def _change_words(edit: WordEdit, planned: Plan, read: Originals) -> None:
    line, source = read.line(edit.block)
    if not len(source.number) <= edit.start <= edit.end <= len(line.text):
        raise ValueError(f"{edit} is not in the text of the line")
    if edit.now != line.text[edit.start : edit.end]:
        first = source.start - len(source.number)
        words = Replacement(
            first + edit.start,
            first + edit.end,
            (edit.now,) if edit.now else (),
            read.extent(edit.block),
            first + line.lead,
        )
        planned.replacements[source.paragraph].append(words)


def _new_line(edit: NewParagraph, planned: Plan, read: Originals, find: Styled) -> None:
    """Let what is to come between two lines of one paragraph be a line of it, too."""
    place = read.extent(edit.after)[1] + 1
    runs = (*copied_runs(edit.like, find), new_run("\n", None))
    words = Replacement(place, place, runs, (place, place + 1))
    planned.replacements[read.line(edit.after)[1].paragraph].append(words)


def _take_lines(gone: frozenset[int], planned: Plan, read: Originals) -> None:
    for block in sorted(gone):
        paragraph = read.line(block)[1].paragraph
        start, end = read.extent(block)
        if gone.issuperset(beside := read.lines_beside(block)):
            if block != beside[0]:
                continue
            start, end = 0, len(visible_text(paragraph))
            if next(paragraph.iter(*_KEPT), None) is None:
                planned.struck.append(paragraph)
        elif read.stays_after(block, gone):
            end += 1
        else:
            start -= 1
        planned.replacements[paragraph].append(Replacement(start, end, (), (start, end)))


def _change_cell(edit: CellEdit, planned: Plan, read: Originals) -> None:
    cells = cells_of(read.table(edit.block))
    cell = cells.get(edit.spot)
    paragraphs = [] if cell is None else list(cell.iter(W + "p"))
    if cell is None or not paragraphs or next(cell.iter(W + "tbl"), None) is not None:
        raise ValueError(f"{edit}: there is no such cell, or a table in it")
    full = [one for one in paragraphs if visible_text(one).strip()]
    if "\n".join(map(visible_text, full)) == edit.now:
        return
    for nth, paragraph in enumerate(full or paragraphs[:1]):
        whole = (0, len(visible_text(paragraph)))
        now = (edit.now,) if edit.now and not nth else ()
        planned.replacements[paragraph].append(Replacement(*whole, now, whole))
    if full:
        begin, stop = (paragraphs.index(one) for one in (full[0], full[-1]))
        planned.struck.extend(paragraphs[begin:stop])
    elif (look := _look(paragraphs[0], cells, edit.spot, read)) is not None:
        planned.looks[paragraphs[0]] = look


def _look(
    paragraph: etree._Element, cells: Mapping[Spot, etree._Element], spot: Spot, read: Originals
) -> etree._Element | None:
    """Return the format for text in an empty cell: of its paragraph, else of the cells beside."""

    def distance(other: Spot) -> tuple[bool, int]:
        row, column = (abs(a - b) for a, b in zip(other, spot, strict=True))
        return row > 0, row + column

    runs = (cells[other].find(f"{W}p/{W}r") for other in sorted(cells, key=distance))
    holders = (paragraph.find(W + "pPr"), *runs)
    looks = (format_of(read.of(holder)) for holder in holders if holder is not None)
    return next((look for look in looks if look is not None), None)
