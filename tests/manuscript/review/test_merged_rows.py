from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given

from generator.manuscript.review.comparison import compare
from generator.manuscript.review.merged_rows import MergedRow, merge_rows
from generator.manuscript.review.merged_values import Judge
from generator.manuscript.review.rows import EditedRow
from generator.manuscript.review.side import Side
from generator.model.report import Paragraph, Place
from tests.forms import FORM
from tests.manuscript.review.edited import body, compared, generated, small
from tests.manuscript.review.narratives import EDITS, NARRATIVES, content, edited

FIRST = body("主动公开各类信息，依法办理申请，规范信息管理。")
SECOND = body("全年召开专题会议三次，研究部署重点任务。")
THIRD = body("通过门户网站发布信息二百余条，更新及时。")
NEW = body("组织政府开放日活动五场，邀请代表参加。")
NEWER = body("未发生因公开不当造成的负面舆情。")
BASE = small(FIRST, SECOND, THIRD)
OF_DOCUMENT = SECOND.text.replace("三次", "五次")
OF_WORKBOOK = SECOND.text.replace("三次", "四次")


def reworded(text: str) -> Paragraph:
    return replace(SECOND, text=text)


def rows_of(changed: dict[str, str | Sequence[str] | None] | None = None) -> list[EditedRow]:
    """Return the rows of the document after its lines were changed."""
    return compared(BASE, changed).rows


def merged(
    *workbook: Paragraph,
    document: list[EditedRow] | None = None,
    judge: Judge | None = None,
    disputed: dict[int, str] | None = None,
) -> list[MergedRow]:
    """Return the rows of a workbook and a document; of the document that was generated if none."""
    return merge_rows(
        BASE,
        small(*workbook),
        rows_of() if document is None else document,
        form=FORM,
        judge=judge or Judge(known=True, take=None),
        disputed=disputed or {},
    )


def with_words(rows: Sequence[EditedRow | Paragraph]) -> list[tuple[str, int, str, str]]:
    """Return what rows hold; a number alone, such as （一）, is no row."""
    return [row for row in content(rows) if (row[2] + row[3]).strip()]


def texts(rows: list[MergedRow]) -> list[str]:
    return [row.paragraph.text for row in rows]


def test_what_nobody_changed_stays() -> None:
    rows = merged(FIRST, SECOND, THIRD)
    assert [row.paragraph for row in rows] == [FIRST, SECOND, THIRD]
    assert [row.here for row in rows] == [0, 1, 2]


@given(NARRATIVES, EDITS)
def test_with_the_workbook_as_it_was_the_document_stands(
    rows: tuple[Paragraph, ...], edits: list[tuple[str, int, str]]
) -> None:
    base = small(*rows)
    document = generated(base)
    found = compare(base, document, edited(document, edits), FORM)
    judge = Judge(known=True, take=None)
    result = merge_rows(base, base, found.rows, form=FORM, judge=judge, disputed={})
    merged_rows = [row.paragraph for row in result]
    assert with_words(merged_rows) == with_words(found.rows)
    assert judge.conflicts == []
    here = [row.here for row in result if row.here is not None]
    assert len(set(here)) == len(here)


@given(NARRATIVES, NARRATIVES)
def test_with_the_document_as_it_was_the_workbook_stands(
    before: tuple[Paragraph, ...], now: tuple[Paragraph, ...]
) -> None:
    base, workbook = small(*before), small(*now)
    judge = Judge(known=True, take=None)
    document = compared(base).rows
    result = merge_rows(base, workbook, document, form=FORM, judge=judge, disputed={})
    assert [row.paragraph for row in result] == list(now)
    assert [row.here for row in result] == [*range(len(now))]
    assert judge.conflicts == []


@given(NARRATIVES, EDITS)
def test_brought_together_twice_is_once(
    rows: tuple[Paragraph, ...], edits: list[tuple[str, int, str]]
) -> None:
    base = small(*rows)
    document = generated(base)
    found = compare(base, document, edited(document, edits), FORM)
    once = merge_rows(
        base, base, found.rows, form=FORM, judge=Judge(known=True, take=None), disputed={}
    )
    judge = Judge(known=True, take=None)
    workbook = small(*(row.paragraph for row in once))
    twice = merge_rows(base, workbook, found.rows, form=FORM, judge=judge, disputed={})
    assert [row.paragraph for row in twice] == [row.paragraph for row in once]
    assert [row.here for row in twice] == [*range(len(once))]
    assert judge.conflicts == []


@pytest.mark.parametrize("gone", [0, 1])
@pytest.mark.parametrize("part", ["第一部分", "第二部分表前"])
def test_of_two_rows_that_say_the_same_one_is_deleted_and_not_both_when_it_is_done_again(
    gone: int, part: str
) -> None:
    row = replace(FIRST, part=part, level=2, text="甲。")
    base = small(row, row)
    document = generated(base)
    line = [one for one in document.lines if one.text.endswith("甲。")][gone]
    blocks = tuple(block for block in document.blocks if block is not line)
    found = compare(base, document, replace(document, blocks=blocks), FORM)
    judge = Judge(known=True, take=None)
    once = merge_rows(base, base, found.rows, form=FORM, judge=judge, disputed={})
    workbook = small(*(row.paragraph for row in once))
    twice = merge_rows(base, workbook, found.rows, form=FORM, judge=judge, disputed={})
    assert len(once) == 1
    assert [one.paragraph for one in twice] == [one.paragraph for one in once]
    assert judge.conflicts == []


def test_words_that_the_sides_changed_in_different_places_come_together() -> None:
    judge = Judge(known=True, take=None)
    document = rows_of({SECOND.text: OF_DOCUMENT})
    here = reworded(SECOND.text.replace("重点任务", "主要工作"))
    rows = merged(FIRST, here, THIRD, document=document, judge=judge)
    assert texts(rows)[1] == OF_DOCUMENT.replace("重点任务", "主要工作")
    assert judge.conflicts == []


@pytest.mark.parametrize("take", [None, *Side])
def test_a_row_that_both_put_in_place_of_another_is_settled_by_a_person(
    take: Side | None,
) -> None:
    judge = Judge(known=True, take=take)
    later = body(NEW.text.replace("五场", "六场"))
    rows = merged(FIRST, later, THIRD, document=rows_of({SECOND.text: NEW.text}), judge=judge)
    assert texts(rows) == [
        FIRST.text,
        NEW.text if take == Side.DOCUMENT else later.text,
        THIRD.text,
    ]
    said = [(one.base, one.workbook, one.document) for one in judge.conflicts]
    assert said == ([(SECOND.text, later.text, NEW.text)] if take is None else [])
    assert judge.overruled == (take == Side.WORKBOOK)


def test_a_row_that_each_put_another_in_place_of_is_settled_by_a_person() -> None:
    document = rows_of({SECOND.text: NEW.text})
    for take, text in ((None, NEWER.text), (Side.WORKBOOK, NEWER.text), (Side.DOCUMENT, NEW.text)):
        judge = Judge(known=True, take=take)
        rows = merged(FIRST, NEWER, THIRD, document=document, judge=judge)
        assert texts(rows) == [FIRST.text, text, THIRD.text]
        assert len(judge.conflicts) == (take is None)


def test_a_row_that_the_document_replaced_and_staff_deleted_is_settled_by_a_person() -> None:
    judge = Judge(known=True, take=None)
    rows = merged(FIRST, THIRD, document=rows_of({SECOND.text: NEW.text}), judge=judge)
    assert texts(rows) == [FIRST.text, THIRD.text]
    said = [(one.base, one.workbook, one.document) for one in judge.conflicts]
    assert said == [(SECOND.text, "", NEW.text)]


@pytest.mark.parametrize("instead", [None, "1.队伍力量不足。缺少专职人员。"])
def test_a_row_deleted_or_replaced_and_quite_reworded_below_its_heading_is_a_conflict(
    instead: str | None,
) -> None:
    headed = Paragraph("第一部分", 3, "渠道不够广泛", "公开专区涵盖面窄，群众知晓不多，影响力低。")
    base = small(FIRST, headed, THIRD)
    printed = "1.渠道不够广泛。公开专区涵盖面窄，群众知晓不多，影响力低。"
    document = compared(base, {printed: instead}).rows
    here = replace(headed, text="政务专区内容不全。")
    judge = Judge(known=True, take=None)
    workbook = small(FIRST, here, THIRD)
    rows = merge_rows(base, workbook, document, form=FORM, judge=judge, disputed={})
    assert [row.paragraph for row in rows] == [FIRST, here, THIRD]
    assert len(judge.conflicts) == 1


def test_a_text_below_a_heading_that_each_put_another_in_place_of_is_settled_by_a_person() -> None:
    headed = Paragraph("第一部分", 2, "信息管理", SECOND.text)
    base = small(FIRST, headed, THIRD)
    document = compared(base, {SECOND.text: NEW.text}).rows
    judge = Judge(known=True, take=None)
    workbook = small(FIRST, replace(headed, text=NEWER.text), THIRD)
    rows = merge_rows(base, workbook, document, form=FORM, judge=judge, disputed={})
    assert texts(rows)[1] == NEWER.text
    assert [(one.workbook, one.document) for one in judge.conflicts] == [(NEWER.text, NEW.text)]


def test_a_new_row_does_not_stand_for_one_that_was_merged_into_a_fixed_line() -> None:
    document = rows_of({SECOND.text: NEW.text})
    rows = merge_rows(
        BASE,
        BASE,
        document,
        form=FORM,
        judge=Judge(known=True, take=None),
        disputed={},
        untouchable=[1],
    )
    assert sorted(texts(rows)) == sorted([FIRST.text, SECOND.text, NEW.text, THIRD.text])


def test_each_side_may_change_other_rows() -> None:
    document = rows_of({FIRST.text: f"{FIRST.text}加强培训。", THIRD.text: [THIRD.text, NEW.text]})
    rows = merged(FIRST, NEWER, reworded(OF_WORKBOOK), THIRD, document=document)
    assert texts(rows) == [
        f"{FIRST.text}加强培训。",
        *(NEWER.text, OF_WORKBOOK, THIRD.text, NEW.text),
    ]
    assert [row.here for row in rows] == [0, 1, 2, 3, None]


def test_each_side_may_change_another_cell_of_a_row() -> None:
    headed = Paragraph("第一部分", 3, "平台建设", "发布信息二百余条。")
    base = small(headed)
    document = compared(
        base,
        {"1.平台建设。发布信息二百余条。": "1.平台建设。发布信息三百余条。"},
    ).rows
    workbook = small(replace(headed, heading="网站建设"))
    judge = Judge(known=True, take=None)
    (row,) = merge_rows(base, workbook, document, form=FORM, judge=judge, disputed={})
    assert (row.paragraph.heading, row.paragraph.text) == (
        "网站建设",
        "发布信息三百余条。",
    )
    assert judge.conflicts == []


@pytest.mark.parametrize(
    ("take", "text"),
    [(None, OF_WORKBOOK), (Side.WORKBOOK, OF_WORKBOOK), (Side.DOCUMENT, OF_DOCUMENT)],
)
def test_a_text_that_both_changed_is_settled_by_a_person(take: Side | None, text: str) -> None:
    judge = Judge(known=True, take=take)
    document = rows_of({SECOND.text: OF_DOCUMENT})
    rows = merged(FIRST, reworded(OF_WORKBOOK), THIRD, document=document, judge=judge)
    assert texts(rows) == [FIRST.text, text, THIRD.text]
    said = [(one.what, one.base, one.workbook, one.document) for one in judge.conflicts]
    told = [("正文", SECOND.text, OF_WORKBOOK, OF_DOCUMENT)]
    assert said == (told if take is None else [])


def test_a_row_that_both_changed_alike_is_settled() -> None:
    judge = Judge(known=True, take=None)
    document = rows_of({SECOND.text: OF_DOCUMENT})
    rows = merged(FIRST, reworded(OF_DOCUMENT), THIRD, document=document, judge=judge)
    assert (texts(rows)[1], judge.conflicts) == (OF_DOCUMENT, [])


def test_a_row_that_both_deleted_is_gone_and_one_that_both_added_is_there_once() -> None:
    document = rows_of({SECOND.text: None, THIRD.text: [THIRD.text, NEW.text]})
    rows = merged(FIRST, THIRD, NEW, document=document)
    assert [(row.paragraph.text, row.here) for row in rows] == [
        (FIRST.text, 0),
        (THIRD.text, 1),
        (NEW.text, 2),
    ]


def test_a_row_deleted_on_one_side_is_gone() -> None:
    assert texts(merged(FIRST, THIRD)) == [FIRST.text, THIRD.text]
    document = rows_of({SECOND.text: None})
    assert texts(merged(FIRST, SECOND, THIRD, document=document)) == [FIRST.text, THIRD.text]


def test_a_row_deleted_on_one_side_and_changed_on_the_other_is_a_conflict() -> None:
    judge = Judge(known=True, take=None)
    document = rows_of({SECOND.text: None})
    rows = merged(FIRST, reworded(OF_WORKBOOK), THIRD, document=document, judge=judge)
    assert texts(rows) == [FIRST.text, OF_WORKBOOK, THIRD.text]
    assert [(one.workbook, one.document) for one in judge.conflicts] == [(OF_WORKBOOK, "")]
    judge = Judge(known=True, take=None)
    document = rows_of({SECOND.text: OF_DOCUMENT})
    assert texts(merged(FIRST, THIRD, document=document, judge=judge)) == [FIRST.text, THIRD.text]
    assert [(one.workbook, one.document) for one in judge.conflicts] == [("", OF_DOCUMENT)]


def test_if_it_is_not_known_what_was_generated_every_difference_is_a_conflict() -> None:
    judge = Judge(known=False, take=None)
    document = rows_of({SECOND.text: OF_DOCUMENT, THIRD.text: [THIRD.text, NEW.text]})
    rows = merged(FIRST, SECOND, THIRD, document=document, judge=judge)
    assert texts(rows) == [FIRST.text, SECOND.text, THIRD.text]
    assert [(one.base, one.document) for one in judge.conflicts] == [
        ("", OF_DOCUMENT),
        ("", NEW.text),
    ]


def test_a_row_that_contradicts_the_tables_of_its_document_is_not_taken_unasked() -> None:
    document = rows_of({SECOND.text: OF_DOCUMENT})
    judge = Judge(known=True, take=None)
    said = {1: "正文里“某数”写的是 5，表里或别处是 3"}
    rows = merged(FIRST, SECOND, THIRD, document=document, judge=judge, disputed=said)
    assert texts(rows)[1] == SECOND.text
    assert [(one.what, one.document) for one in judge.conflicts] == [(said[1], OF_DOCUMENT)]
    by_person = Judge(known=True, take=Side.DOCUMENT)
    rows = merged(FIRST, SECOND, THIRD, document=document, judge=by_person, disputed=said)
    assert texts(rows)[1] == OF_DOCUMENT


def test_a_row_that_contradicts_but_is_the_workbook_s_too_is_no_conflict() -> None:
    judge = Judge(known=True, take=None)
    document = rows_of({SECOND.text: OF_DOCUMENT})
    workbook = (FIRST, reworded(OF_DOCUMENT), THIRD)
    merged(*workbook, document=document, judge=judge, disputed={1: "不一致"})
    assert judge.conflicts == []


def test_the_order_is_that_of_the_side_that_moved_a_row() -> None:
    document = rows_of({FIRST.text: None, THIRD.text: [THIRD.text, FIRST.text]})
    rows = merged(FIRST, SECOND, THIRD, document=document)
    assert texts(rows) == [SECOND.text, THIRD.text, FIRST.text]
    assert [row.here for row in rows] == [1, 2, 0]
    assert texts(merged(SECOND, THIRD, FIRST)) == [SECOND.text, THIRD.text, FIRST.text]


def test_a_row_that_is_new_on_one_side_stands_where_it_stood_there() -> None:
    document = rows_of({FIRST.text: [NEW.text, FIRST.text]})
    assert texts(merged(FIRST, NEWER, SECOND, THIRD, document=document)) == [
        *(NEW.text, FIRST.text, NEWER.text, SECOND.text, THIRD.text)
    ]


def test_a_row_moved_to_another_part_is_that_row_there() -> None:
    last = body("本年度未收取信息处理费。", "第六部分")
    base = small(FIRST, SECOND, last)
    document = compared(base, {SECOND.text: None, last.text: [last.text, SECOND.text]}).rows
    judge = Judge(known=True, take=None)
    rows = merge_rows(base, base, document, form=FORM, judge=judge, disputed={})
    assert [(row.paragraph.text, row.paragraph.part, row.here) for row in rows] == [
        (FIRST.text, "第一部分", 0),
        (last.text, "第六部分", 2),
        (SECOND.text, "第六部分", 1),
    ]


def test_a_conflict_says_where_the_row_is_in_the_workbook() -> None:
    place = Place("2024.xlsx", "正文", "D5")
    judge = Judge(known=True, take=None)
    document = rows_of({SECOND.text: OF_DOCUMENT})
    here = replace(reworded(OF_WORKBOOK), place=place)
    merged(FIRST, here, THIRD, document=document, judge=judge)
    assert [one.place for one in judge.conflicts] == [place]


def test_rows_that_both_sides_moved_otherwise_are_a_conflict_of_order() -> None:
    judge = Judge(known=True, take=None)
    document = rows_of({FIRST.text: None, THIRD.text: [THIRD.text, FIRST.text]})
    rows = merged(THIRD, FIRST, SECOND, document=document, judge=judge)
    assert texts(rows) == [THIRD.text, FIRST.text, SECOND.text]
    assert [one.what for one in judge.conflicts] == ["正文各段的次序"]


@pytest.mark.parametrize(("take", "asked"), [(None, 1), (Side.DOCUMENT, 1), (Side.WORKBOOK, 0)])
def test_a_number_that_is_not_clear_is_not_taken_whoever_says_the_document_stands(
    take: Side | None, asked: int
) -> None:
    judge = Judge(known=True, take=take)
    rows = merge_rows(
        BASE,
        BASE,
        rows_of({SECOND.text: OF_DOCUMENT}),
        form=FORM,
        judge=judge,
        disputed={1: "分不清"},
        unclear=[1],
    )
    assert (texts(rows)[1], len(judge.conflicts)) == (SECOND.text, asked)
