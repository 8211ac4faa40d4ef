from generator.manuscript.review.document_rows import Key, keys_of_document, with_deleted
from generator.model.report import Paragraph
from tests.exhibits import row
from tests.manuscript.review.edited import body, compared, small

FIRST = body("主动公开各类信息，依法办理申请，规范信息管理。")
SECOND = body("全年召开专题会议三次，研究部署重点任务。")
THIRD = body("通过门户网站发布信息二百余条，更新及时。")
BASE = (FIRST, SECOND, THIRD)
INSTEAD = "队伍力量不足，缺少专职人员。"
MORE = "未发生负面舆情。"


def test_what_stands_where_a_row_was_deleted_is_that_row_and_what_is_more_is_new() -> None:
    rows = compared(small(*BASE), {SECOND.text: [INSTEAD, MORE]}).rows
    first, instead, more, last = keys_of_document(BASE, rows)
    assert [first, instead, last] == [Key("base", at) for at in range(3)]
    assert more == Key("document", 2)


def test_what_stands_elsewhere_than_the_deleted_row_is_new() -> None:
    rows = compared(small(*BASE), {SECOND.text: None, THIRD.text: [THIRD.text, INSTEAD]}).rows
    assert keys_of_document(BASE, rows) == [Key("base", 0), Key("base", 2), Key("document", 2)]


def test_what_cannot_be_told_apart_stands_for_nothing() -> None:
    rows = compared(small(*BASE), {SECOND.text: INSTEAD}).rows
    assert keys_of_document(BASE, rows, [1])[1] == Key("document", 1)


def test_text_in_the_place_of_a_caption_is_no_caption() -> None:
    base = (FIRST, row("图", "培训现场", "培训.png"), THIRD)
    rows = compared(small(*base), {"图1　培训现场": INSTEAD}).rows
    assert keys_of_document(base, rows) == [Key("base", 0), Key("document", 1), Key("base", 2)]
    reworded = compared(small(*base), {"图1　培训现场": "图1　业务培训的现场"}).rows
    assert keys_of_document(base, reworded) == [Key("base", at) for at in range(3)]
    assert (reworded[1].kind, reworded[1].text) == ("图", "培训.png")


def test_of_several_each_stands_for_one_of_its_level() -> None:
    headed = Paragraph("第一部分", 3, "平台建设", "发布信息二百余条。")
    base = (FIRST, SECOND, headed, THIRD)
    gone = {SECOND.text: None, "1.平台建设。发布信息二百余条。": "1.队伍力量不足。缺人。"}
    rows = compared(small(*base), gone).rows
    assert keys_of_document(base, rows) == [Key("base", at) for at in (0, 2, 3)]


def test_deleted_rows_come_after_the_one_that_they_followed() -> None:
    there = [Key("base", 3), Key("base", 1), Key("document", 2)]
    with_them = [Key("base", at) for at in (0, 3, 4, 1, 2)]
    assert with_deleted(5, there) == [*with_them, Key("document", 2)]
