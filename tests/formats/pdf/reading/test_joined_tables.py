import pytest

from tests.formats.pdf.reading.as_read import cells, read, said
from tests.formats.pdf.reading.drawing import Page
from tests.formats.pdf.reading.tables import table

Texts = dict[tuple[int, int], str]
WIDTHS = (40, 80, 40, 40)
TITLES: Texts = {(0, 0): "项目", (0, 2): "自然人", (0, 3): "总计"}
BODY: tuple[Texts, ...] = (
    {(0, 0): "结果", (0, 1): "一、公开", (0, 2): "11", (0, 3): "12"},
    {(0, 1): "二、不予公开", (0, 2): "21", (0, 3): "22"},
    {(0, 1): "三、无法提供", (0, 2): "31", (0, 3): "32"},
    {(0, 1): "四、总计", (0, 2): "41", (0, 3): "42"},
)
WHOLE: Texts = {
    **TITLES,
    **{(at + 1, column): text for at, row in enumerate(BODY) for (_, column), text in row.items()},
}


def piece(rows: range, *, header: bool, first: bool) -> Page:
    """Return a page with the header, if any, and some rows below one merged cell."""
    texts, merged, top = dict[tuple[int, int], str](), dict[tuple[int, int], tuple[int, int]](), 0
    if header:
        texts, merged, top = dict(TITLES), {(0, 0): (1, 2)}, 1
    for at, row in enumerate(rows):
        texts |= {(top + at, column): text for (_, column), text in BODY[row].items()}
    if not first:
        texts.pop((top, 0), None)
    merged[top, 0] = (len(rows), 1)
    return table(Page(), texts, WIDTHS, [20] * (top + len(rows)), merged=merged)


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("cut", range(1, 4))
def test_a_table_goes_on_over_a_pages_end_after_any_row(cut: int, again: bool) -> None:  # noqa: FBT001
    body = read(
        piece(range(cut), header=True, first=True),
        piece(range(cut, 4), header=again, first=False),
    )
    assert cells(body) == WHOLE
    assert said(body) == []
    assert body.manuscript.grids[0].place.within == "第1至2页，第1个表格"


def test_text_between_keeps_tables_apart() -> None:
    below = piece(range(2, 4), header=False, first=False).text(80, 60, "（二）另一张表")
    body = read(piece(range(2), header=True, first=True), below)
    assert len(body.manuscript.grids) == 2


def test_a_table_with_other_columns_is_another() -> None:
    other = table(Page(), {(0, 0): "甲", (0, 1): "乙"}, (100, 60), (20,))
    assert len(read(piece(range(2), header=True, first=True), other).manuscript.grids) == 2


def test_a_label_that_is_cut_by_a_pages_end_is_one() -> None:
    row = {(0, 0): "三、不予公开（属于国家\n秘密的，其他", (0, 1): "5"}
    first = table(
        Page(), {**row, (0, 0): "三、不予公开（属于国家\n秘密的，其他法律行政法"}, (116, 60), (30,)
    )
    second = table(Page(), {(0, 0): "规禁止的）", (0, 1): ""}, (116, 60), (20,))
    body = read(first, second)
    assert cells(body) == {
        (0, 0): "三、不予公开（属于国家秘密的，其他法律行政法规禁止的）",
        (0, 1): "5",
    }
    (found,) = said(body)
    assert "这一行跨了两页，上下两截按一行读" in found


def test_figures_below_a_label_that_stands_above_are_its_own() -> None:
    first = table(Page(), {(0, 0): "一、公开", (0, 1): ""}, (60, 60), (20,))
    second = table(
        Page(), {(0, 0): "", (0, 1): "5", (1, 0): "二、其他", (1, 1): "6"}, (60, 60), (20, 20)
    )
    body = read(first, second)
    assert cells(body) == {(0, 0): "一、公开", (0, 1): "5", (1, 0): "二、其他", (1, 1): "6"}
    assert "这一行跨了两页" in said(body)[0]


def test_numbers_below_labels_are_no_rest_of_them() -> None:
    titles = {(0, 0): "结果维持", (0, 1): "结果纠正"}
    first = table(Page(), titles, (42, 42), (16,))
    body = read(first, table(Page(), {(0, 0): "5", (0, 1): "6"}, (42, 42), (16,)))
    assert cells(body) == {**titles, (1, 0): "5", (1, 1): "6"}


def test_a_merged_label_cut_in_falling_text_is_one() -> None:
    def falling(text: str, cell: Texts, rows: int) -> Page:
        page = table(Page(), cell, (14, 60, 40), [20] * rows, merged={(0, 0): (rows, 1)})
        for at, sign in enumerate(text):
            page.text(82, 110 + 10 * at, sign, 10)
        return page

    one = falling("三本年", {(0, 1): "甲", (0, 2): "1", (1, 1): "乙", (1, 2): "2"}, 2)
    other = falling("度办理", {(0, 1): "丙", (0, 2): "3", (1, 1): "丁", (1, 2): "4"}, 2)
    found = cells(read(one, other))
    assert found[0, 0] == "三本年度办理"
    assert [found[row, 2] for row in range(4)] == ["1", "2", "3", "4"]
