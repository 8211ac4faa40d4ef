"""Tables and rows of tables put in and struck under tracked changes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.write.new_paragraph import NewRow
from generator.formats.docx.tracked_changes.write.originals import Originals
from generator.formats.docx.tracked_changes.write.paragraphs import Styled, name_styles
from generator.formats.docx.tracked_changes.write.pen import Pen
from generator.manuscript.edits import RowDeleted, TableDeleted

_ROW, _CELL, _RUN, _PROPERTIES = W + "tr", W + "tc", W + "r", W + "trPr"
_WIDTH = f"{W}tcPr/{W}tcW"
_BEFORE_PROPERTIES = W + "tblPrEx"
_AFTER_SIGNS = W + "trPrChange"


def new_table(like: etree._Element, pen: Pen, find: Styled) -> etree._Element:
    """Return a table that reads and looks like another, all of its rows inserted."""
    table = deepcopy(like)
    table.tail = None
    name_styles(table, find)
    for row in table.iterchildren(_ROW):
        _insert(row, pen)
    return table


def put_rows(new: Sequence[NewRow], read: Originals, pen: Pen, find: Styled) -> None:
    """Put rows into tables, and mark them as inserted."""
    last: dict[tuple[int, int], etree._Element] = {}
    for edit in new:
        rows = rows_of(edit.block, read)
        if not -1 <= edit.after < len(rows):
            raise ValueError(f"there is no row {edit.after}")
        row = deepcopy(edit.like)
        row.tail = None
        name_styles(row, find)
        _as_wide(row, read.of(rows[max(edit.after, 0)]))
        _insert(row, pen)
        key = edit.block, edit.after
        if key in last:
            last[key].addnext(row)
        elif edit.after < 0:
            read.of(rows[0]).addprevious(row)
        else:
            read.of(rows[edit.after]).addnext(row)
        last[key] = row


def going_rows(
    edits: Sequence[TableDeleted | RowDeleted], read: Originals
) -> Iterator[etree._Element]:
    """Yield the rows that go, as they were read. Raise ValueError where one is not there."""
    wanted: defaultdict[int, set[int]] = defaultdict(set)
    for edit in edits:
        rows = rows_of(edit.block, read)
        single = [edit.row] if isinstance(edit, RowDeleted) else range(len(rows))
        if not all(0 <= row < len(rows) for row in single):
            raise ValueError(f"{edit}: there is no such row")
        wanted[edit.block] |= {*single}
    for block, numbers in wanted.items():
        yield from (row for at, row in enumerate(rows_of(block, read)) if at in numbers)


def rows_of(block: int, read: Originals) -> list[etree._Element]:
    """Return the rows of a table, as they were read."""
    return list(read.table(block).iterchildren(_ROW))


def strike_rows(rows: Sequence[etree._Element], pen: Pen) -> None:
    """Mark rows as deleted, of which the text is; take away those that the same author put in."""
    for row in rows:
        inserted = row.find(f"{_PROPERTIES}/{W}ins")
        if inserted is None or inserted.get(W + "author") != pen.author:
            _sign(row, "del", pen)
            continue
        table = row.getparent()
        if table is None:
            continue
        table.remove(row)
        holder = table.getparent()
        if table.find(_ROW) is None and holder is not None:
            holder.remove(table)


def _insert(row: etree._Element, pen: Pen) -> None:
    _sign(row, "ins", pen)
    for run in list(row.iter(_RUN)):
        inserted = pen.change("ins")
        run.addprevious(inserted)
        inserted.append(run)


def _sign(row: etree._Element, kind: str, pen: Pen) -> None:
    """Mark a row, in the order of the schema: ins, del, changes of format."""
    properties = row.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        exceptions = row.find(_BEFORE_PROPERTIES)
        row.insert(0 if exceptions is None else row.index(exceptions) + 1, properties)
    later = properties.find(_AFTER_SIGNS)
    sign = pen.change(kind)
    properties.insert(len(properties) if later is None else properties.index(later), sign)


def _as_wide(row: etree._Element, beside: etree._Element) -> None:
    """Give the cells of a row the widths of those of its neighbour, which has as many."""
    widths = [cell.find(_WIDTH) for cell in beside.iterchildren(_CELL)]
    own = [cell.find(_WIDTH) for cell in row.iterchildren(_CELL)]
    if len(widths) != len(own):
        return
    for width, as_wide in zip(own, widths, strict=True):
        if width is not None and as_wide is not None:
            width.attrib.update(as_wide.attrib)
