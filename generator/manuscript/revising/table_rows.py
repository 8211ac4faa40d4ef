"""A further table that changed in the workbook, brought into the one of a document cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.manuscript.edits import CellEdit, RowDeleted
from generator.manuscript.laid_out import At, Table, TableRow
from generator.manuscript.review.document_edits import RowAdded

TableEdit = CellEdit | RowDeleted | RowAdded


class CellsDiffer(NamedTuple):
    """A cell, or the words of a row, that both sides changed, and differently."""

    was: str
    now: str
    there: str
    edit: TableEdit
    """What makes it as the workbook has it."""


def table_edits(
    was: Table, now: Table, there: Table, block: int, like: At
) -> Iterator[TableEdit | CellsDiffer] | None:
    """Return how the table of a block becomes what the workbook has now.

    None where its columns are others than they were, or merged cells are where rows come and go:
    then it is to be replaced as a whole.
    """
    ours, theirs = list(row_pairs(was.rows, now.rows)), list(row_pairs(was.rows, there.rows))
    became = {old: new for old, new in theirs if old is not None and new is not None}
    if there.nests or not was.columns == now.columns == there.columns:
        return None
    if not _fits(ours, was, now) or any(
        was.rows[old].shape != there.rows[new].shape for old, new in became.items()
    ):
        return None
    if any(old is not None and old not in became for old, _ in ours if was.rows[old or 0].merged):
        return None
    return _edits(ours, became, (was, now, there), block, like)


def row_pairs(
    old: Sequence[TableRow], new: Sequence[TableRow]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield which row became which; None beside a row that comes or goes.

    Rows are known by all that they say, else by what they begin with, else by their number.
    """
    yield from _paired([row.words for row in old], [row.words for row in new], 0, 0)


def _paired(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], first: int, second: int
) -> Iterator[tuple[int | None, int | None]]:
    for kind, i, i_end, j, j_end in _opcodes(old, new):
        if kind == "equal":
            yield from zip(
                range(first + i, first + i_end), range(second + j, second + j_end), strict=True
            )
            continue
        heads = [[row[:1] for row in rows] for rows in (old[i:i_end], new[j:j_end])]
        for inner, a, a_end, b, b_end in _opcodes(*heads):
            gone = range(first + i + a, first + i + a_end)
            come = range(second + j + b, second + j + b_end)
            if inner == "equal" or len(gone) == len(come):
                yield from zip(gone, come, strict=True)
            else:
                yield from ((row, None) for row in gone)
                yield from ((None, row) for row in come)


def _opcodes(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> list[tuple[str, int, int, int, int]]:
    return [*SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]


def _fits(pairs: Sequence[tuple[int | None, int | None]], was: Table, now: Table) -> bool:
    """Tell whether rows stay as they are made, and those that come and go stand by themselves."""
    for old, new in pairs:
        before = None if old is None else was.rows[old]
        after = None if new is None else now.rows[new]
        if before and after:
            if (before.shape, before.heads) != (after.shape, after.heads):
                return False
        elif any(row.merged for row in (before, after) if row):
            return False
    return any(old is not None and new is not None for old, new in pairs)


def _edits(
    pairs: Sequence[tuple[int | None, int | None]],
    became: Mapping[int, int],
    tables: tuple[Table, Table, Table],
    block: int,
    like: At,
) -> Iterator[TableEdit | CellsDiffer]:
    was, now, there = tables
    last = -1
    known = {row.words for row in there.rows}
    for old, new in pairs:
        row = None if old is None else became.get(old)
        last = last if row is None else row
        if old is None and new is not None:
            if now.rows[new].words not in known - {row.words for row in was.rows}:
                yield RowAdded(block, last, like, new)
        elif old is not None and new is None and row is not None:
            going = RowDeleted(block, row)
            if was.rows[old].words == there.rows[row].words:
                yield going
            else:
                yield CellsDiffer(_said(was.rows[old]), "", _said(there.rows[row]), going)
        elif old is not None and new is not None:
            before, after = was.rows[old], now.rows[new]
            if row is not None:
                yield from _cells(before, after, there.rows[row], block, row)
            elif before.words != after.words:
                coming = RowAdded(block, last, like, new)
                yield CellsDiffer(_said(before), _said(after), "", coming)


def _cells(
    was: TableRow, now: TableRow, there: TableRow, block: int, row: int
) -> Iterator[CellEdit | CellsDiffer]:
    for column, text in now.texts.items():
        before, standing = was.texts.get(column, ""), there.texts.get(column, "")
        if text in (before, standing):
            continue
        edit = CellEdit(block, (row, column), text)
        yield edit if standing == before else CellsDiffer(before, text, standing, edit)


def _said(row: TableRow) -> str:
    return "　".join(filter(None, row.words))
