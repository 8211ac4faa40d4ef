from collections.abc import Mapping, Sequence

from generator.manuscript.review.document_rows import Key, keys_of_document
from generator.manuscript.review.matched_rows import keys_of_workbook
from generator.model.report import Paragraph
from tests.manuscript.review.edited import body, compared, small

FIRST = body("主动公开各类信息，依法办理申请，规范信息管理。")
SECOND = body("全年召开专题会议三次，研究部署重点任务。")
THIRD = body("通过门户网站发布信息二百余条，更新及时。")
INSTEAD = body("队伍力量不足，缺少专职人员。")
BASE = (FIRST, SECOND, THIRD)


def keys(
    workbook: Sequence[Paragraph], changed: Mapping[str, str | Sequence[str] | None]
) -> tuple[list[Key], list[Key]]:
    """Return the keys of a workbook, and of the document whose lines were changed."""
    rows = compared(small(*BASE), changed).rows
    document = keys_of_document(BASE, rows)
    return keys_of_workbook(BASE, workbook, rows, document), document


def generated(*numbers: int) -> list[Key]:
    return [Key("base", number) for number in numbers]


def test_rows_that_nobody_touched_are_those_that_were_generated() -> None:
    assert keys(BASE, {}) == (generated(0, 1, 2), generated(0, 1, 2))


def test_a_row_put_in_place_of_another_is_that_row_before_and_after_the_workbook_has_it() -> None:
    replaced = {SECOND.text: INSTEAD.text}
    before, document = keys(BASE, replaced)
    assert document == before == generated(0, 1, 2)
    assert keys([FIRST, INSTEAD, THIRD], replaced)[0] == document


def test_it_is_so_too_where_staff_reworded_it_since() -> None:
    later = body(INSTEAD.text.replace("专职人员", "专门的人员"))
    here, document = keys([FIRST, later, THIRD], {SECOND.text: INSTEAD.text})
    assert here == document


def test_a_row_that_staff_put_where_the_document_deleted_one_is_their_own() -> None:
    here, _ = keys([FIRST, INSTEAD, THIRD], {SECOND.text: None})
    assert here == [Key("base", 0), Key("workbook", 1), Key("base", 2)]


def test_a_row_that_staff_wrote_anew_is_told_by_standing_where_it_stood() -> None:
    reworded = {SECOND.text: SECOND.text.replace("三次", "五次")}
    assert keys([FIRST, INSTEAD, THIRD], reworded)[0] == generated(0, 1, 2)


def test_a_row_that_the_document_deleted_is_told_by_its_place_if_somewhat_alike() -> None:
    reworded = body("专题会议全年未召开，重点不明。")
    here, _ = keys([FIRST, reworded, THIRD], {SECOND.text: None})
    assert here == generated(0, 1, 2)


def test_of_two_rows_that_say_the_same_each_is_itself() -> None:
    twice = {THIRD.text: [THIRD.text, SECOND.text]}
    here, document = keys([FIRST, SECOND, THIRD, SECOND], twice)
    assert here == document == [*generated(0, 1, 2), Key("document", 3)]
