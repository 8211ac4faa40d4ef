from generator.formats.pdf.reading.opening import opened_pdf
from generator.formats.pdf.reading.text_lines import between, text_lines
from tests.formats.pdf.reading.as_read import cells, lines, read, said
from tests.formats.pdf.reading.drawing import Page, pdf
from tests.formats.pdf.reading.tables import table

UP, DOWN = (0, 1, -1, 0), (0, -1, 1, 0)


def in_cell(page: Page, wide: float = 100, high: float = 100) -> str:
    return cells(read(table(page, {(0, 1): "1"}, (wide, 60), (high,))))[0, 0]


def test_letters_drawn_one_by_one_in_any_order_are_a_line() -> None:
    page = Page().text(120, 100, "工作").text(100, 100, "信息").text(140, 100.4, "报告")
    assert lines(read(page)) == ["信息工作报告"]


def test_a_letter_drawn_again_to_look_bold_is_one() -> None:
    page = Page()
    for off in (0, 0.2, 0.4):
        page.glyphs(100 + off, 100, "总计1123", 10)
    assert lines(read(page)) == ["总计1123"]


def test_the_same_digit_side_by_side_is_two() -> None:
    assert lines(read(Page().glyphs(100, 100, "共11", 10))) == ["共11"]


def test_words_are_apart_where_they_are_drawn_apart() -> None:
    page = Page().text(100, 100, "open").text(124, 100, "data").text(144, 100, "信息")
    assert lines(read(page)) == ["open data信息"]


def test_a_wide_gap_is_a_space() -> None:
    assert lines(read(Page().text(100, 100, "某局").text(200, 100, "某日"))) == ["某局 某日"]


def test_letters_one_below_the_other_are_read_downwards() -> None:
    page = Page()
    for at, sign in enumerate("三、本年度办理结果"):
        page.text(125, 112 + 10 * at, sign, 9)
    assert in_cell(page) == "三、本年度办理结果"


def test_columns_that_fall_are_read_from_right_to_left() -> None:
    page = Page()
    for at, sign in enumerate("三本年度办理结果"):
        page.text(140 - 15 * (at // 4), 112 + 10 * (at % 4), sign, 9)
    assert in_cell(page).replace("\n", "") == "三本年度办理结果"


def test_digits_one_below_the_other_are_several_numbers() -> None:
    page = Page()
    for at, sign in enumerate("1234"):
        page.text(125, 112 + 12 * at, sign, 9)
    assert in_cell(page) == "1\n2\n3\n4"


def test_text_that_is_turned_is_read_along_itself() -> None:
    assert in_cell(Page().text(130, 180, "本年度办理", 10, turn=UP)) == "本年度办理"
    assert in_cell(Page().text(130, 110, "本年度办理", 10, turn=DOWN)) == "本年度办理"


def test_letters_that_lie_on_others_are_told_and_the_number_left_blank() -> None:
    page = Page().text(100, 130, "12", 10).text(101.8, 130, "47", 10)
    body = read(table(page, {(0, 1): "1"}, (100, 60), (60,)))
    assert cells(body)[0, 0] == ""
    assert any("有字重叠在一起" in one and "第1行第1列" in one for one in said(body))


def test_a_word_goes_on_without_a_space_in_an_address_and_in_chinese() -> None:
    page = Page()
    for at, text in enumerate(("见www.ex", "ample", "open", "data", "公开")):
        page.text(100, 100 + 20 * at, text)
    glyphs = opened_pdf(pdf([page]), "").pages[0].glyphs
    address, rest, word, other, chinese = text_lines(glyphs)
    assert between(address, rest) == ""
    assert between(word, other) == " "
    assert between(other, chinese) == ""
