import pytest

from generator.formats.pdf.reading.drawn_page import Rule
from generator.formats.pdf.reading.opening import opened_pdf
from generator.formats.pdf.reading.ruled import tables_in
from tests.formats.pdf.reading.as_read import cells, read, said
from tests.formats.pdf.reading.drawing import Page, pdf
from tests.formats.pdf.reading.tables import RULINGS, Ruling, strokes, table

WIDTHS, HEIGHTS = (60, 60, 40), (20, 20, 20)
MERGED = {(0, 0): (2, 1), (0, 1): (1, 2), (2, 0): (1, 2)}
TEXTS = {(0, 0): "甲", (0, 1): "乙", (1, 1): "11", (1, 2): "12", (2, 0): "丙", (2, 2): "13"}


@pytest.mark.parametrize("ruling", RULINGS)
@pytest.mark.parametrize("outer", [True, False])
def test_merged_cells_are_read_however_their_rules_are_drawn(ruling: Ruling, outer: bool) -> None:  # noqa: FBT001
    body = read(table(Page(), TEXTS, WIDTHS, HEIGHTS, merged=MERGED, ruling=ruling, outer=outer))
    assert cells(body) == TEXTS
    assert body.findings == []


def test_what_fills_a_cell_is_no_rule() -> None:
    page = Page()
    page.area(80, 100, 60, 40, "0.9 g").area(85, 105, 50, 12, "0.8 g")
    assert cells(read(table(page, TEXTS, WIDTHS, HEIGHTS, merged=MERGED))) == TEXTS


def test_a_box_drawn_as_the_space_between_two_is_ruled() -> None:
    page = Page()
    for x in (80, 140):
        page.raw(f"{x} 700 60 20 re {x + 1} 701 58 18 re f*")
        page.text(x + 20, 136, "1" if x == 80 else "2")
    assert cells(read(page)) == {(0, 0): "1", (0, 1): "2"}


def test_a_box_around_text_is_no_table() -> None:
    page = table(Page(), {(0, 0): "通知"}, (200,), (60,))
    body = read(page)
    assert body.manuscript.grids == ()
    assert [line.text for line in body.manuscript.lines] == ["通知"]


def test_rules_that_do_not_touch_are_no_table() -> None:
    page = Page().line((80, 90), (500, 90)).line((80, 120), (500, 120)).text(80, 110, "红头")
    assert read(page).manuscript.grids == ()


def test_a_cell_that_is_no_rectangle_is_told_and_its_number_left_blank() -> None:
    page = Page()
    for start, end in (
        ((80, 100), (200, 100)),
        ((80, 140), (200, 140)),
        ((80, 100), (80, 140)),
        ((200, 100), (200, 140)),
        ((140, 120), (200, 120)),
        ((140, 100), (140, 120)),
    ):
        page.line(start, end)
    page.text(90, 114, "7").text(170, 114, "8").text(170, 134, "9")
    body = read(page)
    assert cells(body) == {(0, 0): "", (0, 1): "8"}
    (found,) = said(body)
    assert "第1行第1列（第1页）" in found
    assert "看上去写的是“7 9”" in found
    assert "它的边框不是一个长方形" in found


def test_a_drawing_of_many_lines_is_no_table_and_costs_little() -> None:
    grid = [Rule(upright, at, 0, 900) for upright in (True, False) for at in range(0, 4000, 4)]
    assert tables_in(grid) == []


def test_a_table_in_a_cell_is_one_of_its_own() -> None:
    page = table(Page(), {(0, 1): "外"}, (200, 60), (120, 20), left=70, top=90)
    table(page, TEXTS, WIDTHS, HEIGHTS, merged=MERGED, ruling=strokes)
    body = read(page)
    assert [len(grid.cells) for grid in body.manuscript.grids] == [4, len(TEXTS)]
    assert cells(body, 1) == TEXTS


def test_a_cell_that_reaches_to_the_left_below_has_its_columns_within_the_table() -> None:
    page = Page()
    for start, end in (
        ((80, 100), (200, 100)),
        ((80, 140), (200, 140)),
        ((80, 100), (80, 140)),
        ((200, 100), (200, 140)),
        ((140, 100), (140, 120)),
        ((80, 120), (140, 120)),
    ):
        page.line(start, end)
    (found,) = tables_in(opened_pdf(pdf([page]), "").pages[0].rules)
    assert found.odd == {(0, 1)}
    assert [cell.column + cell.columns for cell in found.cells.values()] == [1, 2]
