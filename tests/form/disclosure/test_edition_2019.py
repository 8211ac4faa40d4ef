"""What the trial form shares with the form in force, and what it never may."""

from tests.forms import FORM, OLDER

SAME_TABLE_TWO = {"行政许可", "行政处罚", "行政强制"}


def test_it_has_the_shape_that_the_notice_gave_it() -> None:
    active, requests, reviews = OLDER.tables
    assert [len(block.rows) * len(block.columns) for block in active.blocks] == [6, 6, 6, 2, 2]
    assert len(requests.blocks[0].rows) == 23
    assert reviews == FORM.tables[2]


def test_of_table_two_only_decisions_mean_the_same() -> None:
    shared = {spec.name for spec in OLDER.tables[0].figures} & FORM.figures.keys()
    assert shared == SAME_TABLE_TWO


def test_valid_documents_are_never_the_same_across_the_forms() -> None:
    assert not [name for name in OLDER.figures if "现行有效" in name]


def test_what_is_one_row_here_is_a_sum_there() -> None:
    sums = {total.name for total in FORM.sums}
    only_here = {spec.name for spec in OLDER.tables[1].figures} - FORM.figures.keys()
    assert only_here == {name for name in OLDER.figures if name.startswith("其他处理")}
    assert only_here <= sums


def test_all_names_are_unique() -> None:
    assert len(OLDER.figures) == sum(len(table.figures) for table in OLDER.tables)
