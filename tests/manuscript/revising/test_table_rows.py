"""A further table changes cell by cell and row by row, or goes as a whole."""

from generator.manuscript.edits import CellEdit, RowDeleted
from generator.manuscript.laid_out import At, CellShape, Table, TableRow
from generator.manuscript.review.document_edits import RowAdded
from generator.manuscript.revising.table_rows import (
    CellsDiffer,
    TableEdit,
    row_pairs,
    table_edits,
)

BLOCK, LIKE = 7, At(9)
HEAD, FIRST, SECOND, SUM = ("镇", "收到"), ("甲", "1"), ("乙", "2"), ("合计", "3")


def table(*rows: tuple[str, ...], merge: str = "") -> Table:
    return Table(
        tuple(
            TableRow(
                tuple(CellShape(column, 1, merge) for column in range(len(texts))),
                dict(enumerate(texts)),
                heads=at == 0,
            )
            for at, texts in enumerate(rows)
        )
    )


WAS = table(HEAD, FIRST, SECOND, SUM)


def edits(now: Table, there: Table = WAS, was: Table = WAS) -> list[TableEdit | CellsDiffer] | None:
    found = table_edits(was, now, there, BLOCK, LIKE)
    return None if found is None else list(found)


def test_a_cell_changes_by_itself() -> None:
    now = table(HEAD, FIRST, ("乙", "5"), SUM)
    assert edits(now) == [CellEdit(BLOCK, (2, 1), "5")]
    assert edits(now, there=now) == []


def test_rows_come_and_go_where_they_stand() -> None:
    assert edits(table(HEAD, FIRST, SECOND, ("丙", "4"), SUM)) == [RowAdded(BLOCK, 2, LIKE, 3)]
    assert edits(table(HEAD, SECOND, SUM)) == [RowDeleted(BLOCK, 1)]


def test_a_row_that_reviewers_put_in_too_is_not_put_in_again() -> None:
    now = table(HEAD, FIRST, SECOND, ("丙", "4"), SUM)
    assert edits(now, there=now) == []


def test_places_are_those_of_the_document_whose_rows_are_others() -> None:
    there = table(HEAD, ("外加", "9"), FIRST, SECOND, SUM)
    assert edits(table(HEAD, FIRST, ("乙", "5"), SUM), there) == [CellEdit(BLOCK, (3, 1), "5")]


def test_what_both_sides_changed_is_told() -> None:
    there = table(HEAD, FIRST, ("乙", "6"), SUM)
    changed = edits(table(HEAD, FIRST, ("乙", "5"), SUM), there)
    assert changed == [CellsDiffer("2", "5", "6", CellEdit(BLOCK, (2, 1), "5"))]
    gone = edits(table(HEAD, FIRST, SUM), there)
    assert gone == [CellsDiffer("乙　2", "", "乙　6", RowDeleted(BLOCK, 2))]


def test_other_columns_and_merged_rows_that_come_or_go_need_another_table() -> None:
    assert edits(table(*((*row, "列") for row in (HEAD, FIRST, SECOND, SUM)))) is None
    merged = table(HEAD, FIRST, SECOND, SUM, merge="restart")
    assert edits(table(HEAD, FIRST, SUM, merge="restart"), merged, merged) is None


def test_rows_are_known_by_what_they_begin_with() -> None:
    old, new = WAS.rows, table(HEAD, ("新", "0"), ("甲", "4"), SUM).rows
    assert list(row_pairs(old, new)) == [(0, 0), (None, 1), (1, 2), (2, None), (3, 3)]
