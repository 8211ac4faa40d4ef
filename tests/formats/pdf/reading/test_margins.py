from tests.few import each
from tests.formats.pdf.reading.as_read import cells, lines, read
from tests.formats.pdf.reading.drawing import Page
from tests.formats.pdf.reading.tables import table

ASLANT = (0.7, 0.7, -0.7, 0.7)
BODIES = ("第一页的文字。", "第二页的文字要长一些。", "第三页的文字。")
LONGER = "下面这一行与版心一样宽，别的行都没有到头，它是第{}行。"


def pages(header: str = "", footer: str = "") -> list[Page]:
    """Return three pages; # is the number of each."""
    made = []
    for number, body in enumerate(BODIES, 1):
        page = Page().text(80, 100, LONGER.format(body[1])).text(80, 140, body)
        if header:
            page.text(80, 50, header.replace("#", str(number)))
        if footer:
            page.text(280, 800, footer.replace("#", str(number)))
        made.append(page)
    return made


def texts() -> list[str]:
    return [text for body in BODIES for text in (LONGER.format(body[1]), body)]


@each("footer", ["— # —", "#", "- # -", "第 # 页", "第#页 共3页", "#/3", "·#·"])
def test_numbers_of_pages_are_no_text(footer: str) -> None:
    assert lines(read(*pages(footer=footer))) == texts()


def test_a_pages_number_is_known_on_one_page_alone() -> None:
    assert lines(read(Page().text(80, 100, "文字。").text(280, 800, "— 1 —"))) == ["文字。"]


def test_what_repeats_at_the_top_and_bottom_is_no_text_and_is_told() -> None:
    body = read(*pages("某某市某某局信息公开报告", "打印于2024年1月#日 file:///a.html #/3"))
    assert lines(body) == texts()
    assert body.manuscript.margins[0] == "某某市某某局信息公开报告"
    assert len(body.manuscript.margins) == 6


def test_headers_of_left_and_right_pages_are_known() -> None:
    made = []
    for number in range(1, 5):
        sign = "甲乙丙丁"[number - 1]
        page = Page().text(80, 100, LONGER.format(sign)).text(80, 140, f"文字{sign}。")
        made.append(page.text(80, 50, "左页" if number % 2 else "右页的书眉"))
    assert lines(read(*made)) == [
        text for sign in "甲乙丙丁" for text in (LONGER.format(sign), f"文字{sign}。")
    ]


def test_what_repeats_within_the_text_is_text() -> None:
    made = [Page().text(80, 100, body).text(80, 200, "同一句。") for body in BODIES]
    for at, page in enumerate(made):
        page.text(80, 300, f"另一句{'甲乙丙'[at]}。")
    assert lines(read(*made)).count("同一句。") == 3


def test_a_line_that_says_that_a_table_goes_on_is_no_text() -> None:
    first = table(Page(), {(0, 0): "甲", (0, 1): "1"}, (60, 60), (20,))
    second = table(Page().text(80, 90, "（续表）"), {(0, 0): "乙", (0, 1): "2"}, (60, 60), (20,))
    body = read(first, second)
    assert lines(body) == []
    assert cells(body) == {(0, 0): "甲", (0, 1): "1", (1, 0): "乙", (1, 1): "2"}


def test_a_watermark_that_stands_aslant_is_none_of_a_tables_text_and_is_told() -> None:
    page = table(Page(), {(0, 0): "甲", (0, 1): "12"}, (60, 60), (60,))
    body = read(page.text(85, 140, "内部", 40, turn=ASLANT))
    assert cells(body) == {(0, 0): "甲", (0, 1): "12"}
    assert [str(thing) for thing in body.manuscript.others] == ["水印：内部"]


def test_a_large_word_at_the_same_place_of_several_pages_is_a_watermark() -> None:
    made = pages()
    for page in made:
        page.text(90, 300, "草稿", 80)
    body = read(*made)
    assert lines(body) == texts()
    assert [str(thing) for thing in body.manuscript.others] == ["水印：草稿"]


def test_a_title_is_no_watermark() -> None:
    page = Page().text(200, 80, "年度报告", 22).text(80, 120, "文字。" * 9)
    assert lines(read(page)) == ["年度报告", "文字。" * 9]


def test_titles_of_two_reports_are_no_header() -> None:
    titles = [f"某某市某某局{year}年政府信息公开工作年度报告" for year in (2022, 2023)]
    made = [Page().text(80, 60, title, 12).text(80, 100, LONGER.format(title)) for title in titles]
    assert [text for text in lines(read(*made)) if text in titles] == titles


def test_what_repeats_on_a_page_far_away_is_text() -> None:
    made = [Page().text(80, 100, LONGER.format(sign)) for sign in "甲乙丙丁"]
    for page in (made[0], made[3]):
        page.text(80, 140, "本年度未收取信息处理费。")
    assert lines(read(*made)).count("本年度未收取信息处理费。") == 2
