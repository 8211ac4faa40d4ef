"""Tables whose merged cells were taken apart."""

from generator.formats.html.reading.repeated_cells import without_repeats
from tests.few import each


def left(*rows: str) -> dict[tuple[int, int], str]:
    cells = {
        (row, column): text
        for row, line in enumerate(rows)
        for column, text in enumerate(line.split())
    }
    return without_repeats(cells)


def test_a_label_in_several_cells_stands_in_the_first() -> None:
    assert left("项目 项目 件数", "项目 项目 件数", "甲 乙 1") == {
        (0, 0): "项目",
        (0, 2): "件数",
        (2, 0): "甲",
        (2, 1): "乙",
        (2, 2): "1",
    }


def test_a_number_in_several_cells_is_one_below_a_label_that_spans_them() -> None:
    assert left("项目 件数 件数", "甲 7 7")[1, 1] == "7"
    assert (1, 2) not in left("项目 件数 件数", "甲 7 7")


@each("rows", [("项目 收到 办结", "甲 7 7"), ("项目 件数 件数", "甲 7 8"), ("甲 7 7",)])
def test_numbers_that_may_be_two_stay_two(rows: tuple[str, ...]) -> None:
    last = len(rows) - 1
    assert {(last, 1), (last, 2)} <= left(*rows).keys()
