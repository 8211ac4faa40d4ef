from collections.abc import Iterator

from tests.formats.pdf.reading.as_read import lines, read, said
from tests.formats.pdf.reading.drawing import Page
from tests.formats.pdf.reading.tables import table

SIZE = 16.0
LEFT, FULL = 80.0, 28
"""Where text begins, and how many characters a line holds."""
LONG = (
    "根据《中华人民共和国政府信息公开条例》的要求编制本报告，全文包括六个部分，请各位查阅并提出意见。"
    * 2
)
OTHER = "今年公开了政府信息，办理了依申请公开，管理了政府信息，建设了平台，加强了监督。" * 2


def broken(text: str, stands_in: int) -> Iterator[tuple[float, str]]:
    """Yield the lines of a paragraph, and how far each stands in."""
    first = FULL - stands_in
    yield stands_in * SIZE, text[:first]
    for at in range(first, len(text), FULL):
        yield 0, text[at : at + FULL]


def page_of(*paragraphs: str, stands_in: int = 2, apart: float = 0, top: float = 100) -> Page:
    page, base = Page(), top
    for text in paragraphs:
        for off, line in broken(text, stands_in):
            page.text(LEFT + off, base, line, SIZE)
            base += 28
        base += apart
    return page


def test_paragraphs_begin_two_characters_in() -> None:
    every = [LONG, "（一）主动公开", OTHER, "短的一段。"]
    body = read(page_of(*every))
    assert lines(body) == every
    assert said(body) == []


def test_a_paragraph_over_a_pages_end_is_one() -> None:
    cut = list(broken(LONG, 2))
    first, second = Page(), Page()
    for at, (off, line) in enumerate(cut):
        page, base = (first, 700 + 28 * at) if at < 2 else (second, 100 + 28 * (at - 2))
        page.text(LEFT + off, base, line, SIZE)
    second.text(LEFT + 32, 100 + 28 * (len(cut) - 2), OTHER[:20], SIZE)
    assert lines(read(first, second)) == [LONG, OTHER[:20]]


def test_a_table_ends_a_paragraph() -> None:
    page = Page().text(LEFT, 90, LONG[:FULL], SIZE).text(LEFT, 160, OTHER[:FULL], SIZE)
    body = read(table(page, {(0, 0): "甲", (0, 1): "1"}, (60, 60), (20,), top=110))
    assert lines(body) == [LONG[:FULL], OTHER[:FULL]]


def test_room_above_begins_a_paragraph() -> None:
    whole = LONG[: 3 * FULL - 1] + "。"
    assert lines(read(page_of(whole, OTHER, stands_in=0, apart=14))) == [whole, OTHER]


def test_a_line_with_room_for_what_follows_ends_a_paragraph() -> None:
    assert lines(read(page_of(LONG, OTHER, stands_in=0))) == [LONG, OTHER]


def test_where_nothing_tells_it_is_one_paragraph_and_that_is_told() -> None:
    whole = LONG[: 2 * FULL - 1] + "。"
    body = read(page_of(whole, OTHER, stands_in=0))
    assert lines(body) == [whole + OTHER]
    (found,) = said(body)
    assert "原文看不出这里分不分段，按一段读" in found


def test_a_number_begins_a_paragraph_where_nothing_else_tells() -> None:
    whole = LONG[: 2 * FULL - 1] + "。"
    body = read(page_of(whole, f"（二）{OTHER}", stands_in=0))
    assert lines(body) == [whole, f"（二）{OTHER}"]
    assert said(body) == []


def test_a_title_of_two_lines_in_the_middle_is_one_where_its_first_is_full() -> None:
    page = Page().text(LEFT, 60, "某某市某某区人力资源和社会保障局及其所属单位", 20)
    page.text(LEFT + 160, 92, "年度报告", 20)
    for at, (off, line) in enumerate(broken(LONG, 2)):
        page.text(LEFT + off, 140 + 28 * at, line, SIZE)
    assert lines(read(page)) == ["某某市某某区人力资源和社会保障局及其所属单位年度报告", LONG]


def test_a_mark_that_hangs_over_the_edge_does_not_move_it() -> None:
    page = page_of(LONG, OTHER)
    page.text(LEFT + FULL * SIZE, 128, "，", SIZE)
    assert len(lines(read(page))) == 2


def test_a_line_at_the_right_stands_alone() -> None:
    page = page_of(LONG)
    page.text(400, 100 + 28 * 5, "某某市某某局", SIZE).text(410, 100 + 28 * 6, "2024年1月8日", SIZE)
    assert lines(read(page)) == [LONG, "某某市某某局", "2024年1月8日"]


def test_pages_of_another_width_have_edges_of_their_own() -> None:
    wide = Page((842.0, 595.0))
    for at in range(3):
        wide.text(60 + (32 if not at else 0), 100 + 28 * at, "横" * (43 if at else 41), SIZE)
    assert lines(read(page_of(LONG), wide)) == [LONG, "横" * 127]
