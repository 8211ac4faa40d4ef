"""What people changed in a further table: cells one by one, rows and columns as such."""

from generator.form.labels import Spot
from generator.manuscript.review.exhibits.table_cells import (
    CellChanged,
    LinesChanged,
    label_of,
    table_changes,
)
from tests.few import each

ROWS = (("镇", "收到", "办结"), ("甲镇", "12", "9"), ("乙镇", "7", "7"), ("合计", "19", "16"))


def cells(*rows: tuple[str, ...]) -> dict[Spot, str]:
    return {(row, at): text for row, line in enumerate(rows) for at, text in enumerate(line)}


def changed(*rows: tuple[str, ...]) -> list[str]:
    return [
        one.said if isinstance(one, LinesChanged) else f"{one.was}→{one.now}"
        for one in table_changes(cells(*ROWS), cells(*rows))
    ]


HEAD, FIRST, SECOND, LAST = ROWS


@each(
    "rows, said",
    [
        (ROWS, []),
        ((HEAD, ("甲镇", "13", "9"), SECOND, ("合计", "20", "16")), ["12→13", "19→20"]),
        ((HEAD, SECOND, FIRST, LAST), ["行换了位置"]),
        (tuple((one, three, two) for one, two, three in ROWS), ["列换了位置"]),
        ((HEAD, FIRST, LAST), ["少了 1 行：乙镇／7／7"]),
        ((HEAD, FIRST, SECOND, ("丙镇", "1", ""), LAST), ["增加了 1 行：丙镇／1"]),
        (
            (HEAD, ("甲镇", "13", "9"), SECOND, ("丙镇", "1", "1"), LAST),
            ["12→13", "增加了 1 行：丙镇／1／1"],
        ),
        (tuple(line[:2] for line in ROWS), ["少了 1 列：办结／9／7／16"]),
        (
            tuple((*line, str(at)) for at, line in enumerate(ROWS)),
            ["增加了 1 列：0／1／2／3"],
        ),
    ],
)
def test_each_change_is_told(rows: tuple[tuple[str, ...], ...], said: list[str]) -> None:
    assert changed(*rows) == said


def test_merged_cells_are_told_as_such() -> None:
    merged = cells(*ROWS)
    del merged[1, 2]
    merged[1, 1] = "12\n9"
    (found,) = table_changes(cells(*ROWS), merged)
    assert found == LinesChanged("合并、拆分过单元格，或者增减过行、列")


def test_a_cell_keeps_both_its_places_where_rows_came() -> None:
    now = cells(HEAD, ("丙镇", "1", "1"), ("甲镇", "13", "9"), SECOND, LAST)
    cell, _ = table_changes(cells(*ROWS), now)
    assert cell == CellChanged((1, 1), (2, 1), "12", "13")


def test_a_cell_is_called_by_its_row_and_its_column() -> None:
    head = {(0, 0): "镇", (0, 1): "收到", (0, 3): "办结", (1, 1): "网上", (1, 2): "当面"}
    table = {**head, (2, 0): "甲镇", (2, 1): "12", (2, 2): "3", (2, 3): "15", (3, 1): "1"}
    said = {spot: label_of(table, spot, 2) for spot in table}
    assert said[2, 1] == "甲镇／网上"
    assert said[2, 2] == "甲镇／当面"
    assert said[2, 3] == "甲镇／办结"
    assert said[2, 0] == "镇"
    assert said[3, 1] == "甲镇／网上"  # of a merged row
    assert said[0, 0] == "第1行第1列"
