"""Which cells of tables are other than they were published."""

from collections.abc import Sequence

from generator.manuscript.publishing.corrected_tables import corrected_tables
from generator.model.correction import Correction
from generator.model.publication import Cell, PublishedTable

HEAD = ("镇", "收到", "办结")


def table(*rows: Sequence[str], caption: str = "表1　各镇") -> PublishedTable:
    cells = tuple(
        Cell(at, column, text)
        for at, row in enumerate((HEAD, *rows))
        for column, text in enumerate(row)
    )
    return PublishedTable(caption, "各镇", cells, len(rows) + 1, len(HEAD), 1)


def told(was: PublishedTable, now: PublishedTable) -> list[Correction]:
    return list(corrected_tables([was], [now]))


def test_a_cell_is_told_by_its_row_and_column() -> None:
    was, now = (
        table(("甲镇", "1", "2"), ("乙镇", "3", "")),
        table(("甲镇", "1", "2"), ("乙镇", "3", "4")),
    )
    assert told(was, now) == [Correction("表1　各镇“乙镇”“办结”", "空白", "4")]


def test_a_row_that_came_is_told_as_one() -> None:
    was, now = table(("甲镇", "1", "2")), table(("甲镇", "1", "2"), ("乙街道", "3", "4"))
    assert told(was, now) == [Correction("表1　各镇", "", "乙街道，3，4")]


def test_a_number_of_a_caption_is_told() -> None:
    rows = ("甲镇", "1", "2")
    assert told(table(rows), table(rows, caption="表2　各镇")) == [
        Correction("表题", "表1　各镇", "表2　各镇")
    ]


def test_a_table_that_went_is_told_whole() -> None:
    (found,) = corrected_tables([table(("甲镇", "1", "2"))], [])
    assert found == Correction("表1　各镇", "表1　各镇\n镇，收到，办结\n甲镇，1，2", "")


def test_what_is_the_same_is_not_told() -> None:
    assert told(table(("甲镇", "1", "2")), table(("甲镇", "1", "2"))) == []
