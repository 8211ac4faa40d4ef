from tests.formats.pdf.reading.as_read import cells, read, said
from tests.formats.pdf.reading.drawing import Page
from tests.formats.pdf.reading.tables import table


def test_a_digit_on_a_rule_is_told_and_left_blank() -> None:
    page = table(Page().text(132, 114, "123"), {(0, 0): ""}, (60, 60), (20,))
    body = read(page)
    assert cells(body) == {(0, 0): "", (0, 1): ""}
    assert all("有字压在表格线上" in one for one in said(body))
    assert {one.partition("』")[2][:6] for one in said(body)} == {"第1行第1列", "第1行第2列"}


def test_digits_of_one_number_on_both_sides_of_a_rule_are_told() -> None:
    body = read(table(Page().text(130, 114, "1234"), {}, (60, 60), (20,)))
    assert cells(body) == {(0, 0): "", (0, 1): ""}
    assert len(said(body)) == 2


def test_a_bracket_that_stands_out_is_certain() -> None:
    body = read(table(Page().text(75, 114, "（一）予以公开"), {(0, 1): "5"}, (90, 60), (20,)))
    assert cells(body) == {(0, 0): "（一）予以公开", (0, 1): "5"}
    assert said(body) == []


def test_text_beside_a_table_is_told() -> None:
    page = table(Page().text(220, 114, "（单位：件）"), {(0, 0): "1", (0, 1): "2"}, (60, 60), (20,))
    body = read(page)
    (found,) = said(body)
    assert found.startswith("公布.pdf『第1页』")
    assert "表格旁边有不在格子里的文字“（单位：件）”" in found


def test_a_table_without_text_is_none() -> None:
    assert read(table(Page().text(80, 90, "字"), {}, (60, 60), (20,))).manuscript.grids == ()
