import pytest

from generator.formats.pdf.reading.body import read_pdf
from generator.model.finding import Refusal
from tests.formats.pdf.reading.as_read import NAME, read, said
from tests.formats.pdf.reading.drawing import Look, Page, pdf

TEXT = "政府信息公开工作年度报告。" * 10
PICTURE = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /Length 1 >>\nstream\n0\nendstream"
PICTURED = Look(resources="/XObject << /X 6 0 R >>", objects=[PICTURE])
WHOLE_PAGE = "q 595 0 0 842 0 0 cm /X Do Q"
INVISIBLE = 3


def refused(*pages: Page, look: Look) -> str:
    with pytest.raises(Refusal) as refusal:
        read_pdf(pdf(pages, look), NAME)
    return str(refusal.value)


def test_a_scan_is_told_with_what_to_do() -> None:
    told = refused(Page().raw(WHOLE_PAGE).text(280, 800, "— 1 —"), look=PICTURED)
    assert told == (
        "公布.pdf 是扫描件或图片，没有文字可读。请找它的 Word 原稿；"
        "没有的，请新建工作簿（make-report new），照原文填进去。"
    )


def test_text_that_a_scanner_has_recognised_is_not_trusted() -> None:
    page = Page().raw(WHOLE_PAGE).text(80, 100, TEXT, 4, mode=INVISIBLE)
    assert "里面的文字是软件从图片上识别的，可能认错，没有读" in refused(page, look=PICTURED)


def test_text_that_is_drawn_as_shapes_is_told() -> None:
    assert "字可能已经转成了图形" in refused(Page().raw("0 0 m 9 9 l S"), look=Look())


def test_a_font_that_does_not_say_its_characters_is_told() -> None:
    told = refused(Page().text(80, 100, TEXT, 4), look=Look(unnamed=TEXT))
    assert "字体没有写明各是什么字，只能看，不能读" in told


def test_a_page_that_is_a_picture_among_others_is_told() -> None:
    body = read(Page().text(80, 100, TEXT, 4), Page().raw(WHOLE_PAGE), look=PICTURED)
    assert "『第2页』：这一页是图片，上面的字没有读。" in said(body)[0]
    assert [str(thing) for thing in body.manuscript.others] == ["图片"]


def test_a_small_picture_beside_text_is_no_page() -> None:
    body = read(Page().text(80, 100, TEXT, 4).raw("q 100 0 0 80 50 50 cm /X Do Q"), look=PICTURED)
    assert said(body) == []
