from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given

from generator.manuscript.manuscript import Line
from generator.manuscript.review.comparison import Comparison, compare
from generator.manuscript.review.rows import EditedRow
from generator.manuscript.review.typed_numbers import typed_number
from generator.model.narrative import printed
from generator.model.printed_lines import laid_out, printable
from generator.model.report import Paragraph
from tests.forms import FORM
from tests.generated import PARAGRAPHS
from tests.manuscript.review.edited import body, compared, generated, line, report_of, small
from tests.manuscript.review.narratives import EDITS, NARRATIVES, content, edited

PLATFORM = Paragraph("第一部分", 3, "平台建设", "加强管理，更新信息【备案公文】条。")
PLATFORM_LINE = "1.平台建设。加强管理，更新信息38条。"
TRAINING = Paragraph("第一部分", 3, "队伍建设", "全年培训三次。")
TRAINING_LINE = "2.队伍建设。全年培训三次。"


def rows_after(*rows: Paragraph, **changed: str | Sequence[str] | None) -> list[EditedRow]:
    """Return the rows after lines were changed: `第1行` is the first line of the narrative."""
    report = report_of(*rows)
    lines = [line.text for line in generated(report).lines[3:]]
    edits = {lines[int(name[1:-1]) - 1]: now for name, now in changed.items()}
    return compared(report, edits).rows


def letters(rows: Sequence[EditedRow]) -> list[tuple[int | None, int, str, str]]:
    return [(row.row, row.level, row.heading, row.text) for row in rows]


def printed_rows(found: Comparison) -> Iterator[list[str]]:
    """Yield the lines that each row prints, without its number."""
    rows = [Paragraph(row.part, row.level, row.heading, row.text) for row in found.rows]
    lines, _ = printed(replace(found.values.report, paragraphs=tuple(rows)), FORM)
    for one in lines:
        laid = laid_out(one.source.level, "", printable(one.heading), printable(one.text))
        yield [line.whole.strip() for line in laid if line.whole.strip()]


def lines_there(found: Comparison, row: EditedRow) -> list[str]:
    """Return the lines of a row as the document has them, without its number."""
    first, *others = (found.edited.lines[at].text.strip() for at in row.lines)
    assert first.startswith(row.number_there)
    first = first.removeprefix(row.number_there).strip()
    return [line for line in (first, *others) if line]


@given(PARAGRAPHS)
def test_any_narrative_that_nobody_edited_comes_back(paragraphs: tuple[Paragraph, ...]) -> None:
    rows = tuple(
        replace(row, heading=row.heading and f"甲{row.heading}", text=f"甲{row.text}")
        for row in paragraphs
    )
    assert content(compared(small(*rows)).rows) == content(rows)


@given(NARRATIVES)
def test_a_narrative_that_cites_and_that_nobody_edited_comes_back(
    rows: tuple[Paragraph, ...],
) -> None:
    found = compared(small(*rows))
    assert content(found.rows) == content(rows)
    assert [row.row for row in found.rows] == [*range(len(rows))]
    assert [row.number for row in found.rows] == [row.number_there for row in found.rows]


@given(NARRATIVES, EDITS)
def test_the_rows_of_an_edited_document_print_its_lines(
    rows: tuple[Paragraph, ...], edits: list[tuple[str, int, str]]
) -> None:
    report = small(*rows)
    document = generated(report)
    found = compare(report, document, edited(document, edits), FORM)
    held = [at for row in found.rows for at in row.lines]
    assert sorted(held) == [at for at, part in enumerate(found.parts) if part]
    for row, lines in zip(found.rows, printed_rows(found), strict=True):
        assert lines == lines_there(found, row)
        assert {found.parts[at] for at in row.lines} == {row.part}
    came_from = [row.row for row in found.rows if row.row is not None]
    assert len(set(came_from)) == len(came_from)


@pytest.mark.parametrize(
    ("text", "level", "number"),
    [
        ("（一）总体", 2, "（一）"),
        ("(十二)总体", 2, "(十二)"),
        ("1.平台", 3, "1."),
        ("2、平台", 3, "2、"),
        ("　12．平台", 3, "12．"),
        ("（3）平台", 4, "（3）"),
        ("1.5万元", 0, ""),
        ("2024年", 0, ""),
        ("一、总体", 0, ""),
        ("（略）", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_number_at_the_beginning_of_a_line_is_known_by_its_shape(
    text: str, level: int, number: str
) -> None:
    assert typed_number(text) == (level, number)


def test_a_changed_text_is_one_changed_cell() -> None:
    rows = rows_after(PLATFORM, TRAINING, 第2行="2.队伍建设。全年培训四次。")
    assert letters(rows) == [
        (0, 3, PLATFORM.heading, PLATFORM.text),
        (1, 3, "队伍建设", "全年培训四次。"),
    ]


def test_words_beside_a_citation_leave_it() -> None:
    (row,) = rows_after(PLATFORM, 第1行="1.平台建设。加强管理，及时更新信息38条。")
    assert (row.heading, row.text) == ("平台建设", "加强管理，及时更新信息【备案公文】条。")
    assert row.text_there == "加强管理，及时更新信息38条。"


def test_a_changed_heading_is_still_the_heading() -> None:
    (row,) = rows_after(PLATFORM, 第1行=PLATFORM_LINE.replace("建设", "建设和管理"))
    assert (row.heading, row.text) == ("平台建设和管理", PLATFORM.text)
    (row,) = rows_after(PLATFORM, 第1行=PLATFORM_LINE.replace("。", "：", 1))
    assert (row.heading, row.text) == ("平台建设：", PLATFORM.text)


def test_a_heading_that_stands_alone_changes_apart_from_its_text() -> None:
    level_2 = Paragraph("第一部分", 2, "主动公开", "甲。\n乙。")
    assert letters(rows_after(level_2, 第1行="（一）主动公开情况")) == [
        (0, 2, "主动公开情况", "甲。\n乙。")
    ]
    assert letters(rows_after(level_2, 第2行="丙。", 第3行=None)) == [(0, 2, "主动公开", "丙。")]


def test_what_stands_in_place_of_the_text_below_a_heading_is_its_text() -> None:
    level_2 = Paragraph("第一部分", 2, "主动公开", "组织集中学习四次。")
    other = "严格落实保密审查制度，完善公开指南。"
    assert letters(rows_after(level_2, 第2行=[other, "丙。"])) == [
        (0, 2, "主动公开", f"{other}\n丙。")
    ]
    rows = rows_after(level_2, 第2行=f"1.{other}")
    assert letters(rows)[0] == (0, 2, "主动公开", "")
    rows = rows_after(level_2, 第2行=[level_2.text, other])
    assert letters(rows) == [(0, 2, "主动公开", level_2.text), (None, 0, "", other)]


def test_a_heading_from_which_the_number_was_struck_is_body_text() -> None:
    (row,) = rows_after(PLATFORM, 第1行=PLATFORM_LINE.removeprefix("1."))
    assert letters([row]) == [(0, 0, "", f"平台建设。{PLATFORM.text}")]


def test_a_new_line_numbered_in_step_is_a_row_of_that_level_with_its_heading() -> None:
    added = [PLATFORM_LINE, "2.制度建设。修订制度两项。"]
    rows = rows_after(PLATFORM, TRAINING, 第1行=added)
    assert letters(rows) == [
        (0, 3, PLATFORM.heading, PLATFORM.text),
        (None, 3, "制度建设。", "修订制度两项。"),
        (1, 3, TRAINING.heading, TRAINING.text),
    ]
    assert [(row.number_there, row.number) for row in rows] == [
        ("1.", "1."),
        ("2.", "2."),
        ("2.", "3."),
    ]


def test_a_new_line_with_a_number_out_of_step_is_body_text() -> None:
    rows = rows_after(PLATFORM, 第1行=[PLATFORM_LINE, "7.制度建设。修订制度两项。"])
    assert letters(rows)[1] == (None, 0, "", "7.制度建设。修订制度两项。")


PLAIN = Paragraph("第一部分", 3, "", "拓展公开深度。及时更新信息三十条。")
PLAIN_LINE = "1.拓展公开深度。及时更新信息三十条。"
SHORT = "2.加强队伍建设。"


def test_an_item_without_a_heading_gets_none_by_other_words_or_another_number() -> None:
    reworded = PLAIN_LINE.replace("三十", "四十")
    assert letters(rows_after(PLAIN, 第1行=reworded)) == [
        (0, 3, "", "拓展公开深度。及时更新信息四十条。")
    ]
    other = replace(PLAIN, text="回应社会关切。全年答复八件。")
    rows = rows_after(PLAIN, other, 第1行=[PLAIN_LINE, "2.压实各级责任。按季通报。"])
    assert letters(rows) == [
        (0, 3, "", PLAIN.text),
        (None, 3, "", "压实各级责任。按季通报。"),
        (1, 3, "", other.text),
    ]
    (row,) = rows_after(PLAIN, 第1行=f"3{PLAIN_LINE[1:]}")
    assert (row.heading, row.text) == ("", PLAIN.text)


@pytest.mark.parametrize(
    ("neighbour", "line", "heading", "text"),
    [
        (PLAIN, PLAIN_LINE, "", "加强队伍建设。"),
        (TRAINING, f"1{TRAINING_LINE[1:]}", "加强队伍建设。", ""),
    ],
)
def test_a_new_short_item_is_like_its_neighbours(
    neighbour: Paragraph, line: str, heading: str, text: str
) -> None:
    assert letters(rows_after(neighbour, 第1行=[line, SHORT]))[1] == (None, 3, heading, text)


@pytest.mark.parametrize(
    "new",
    [
        line("2.加强队伍建设。设专岗。", lead=len("2.加强队伍建设。")),
        line("2.加强队伍建设。设专岗。", lead=len("2.加强队伍建设。设专岗。")),
        replace(line("2.加强队伍建设。设专岗。"), outlined=True),
    ],
)
def test_a_new_item_that_stands_out_or_is_a_heading_to_word_has_a_heading(new: Line) -> None:
    report = report_of(PLAIN)
    document = generated(report)
    at = next(at for at, one in enumerate(document.blocks) if one in document.lines[3:4])
    blocks = (*document.blocks[: at + 1], new, *document.blocks[at + 1 :])
    rows = compare(report, document, replace(document, blocks=blocks), FORM).rows
    assert (rows[1].heading.rstrip("。"), rows[1].text) == ("加强队伍建设", "设专岗。")


def test_a_number_typed_in_body_text_stays_typed() -> None:
    typed = body("1.规范管理，更新信息。")
    assert letters(rows_after(typed, 第1行="1.规范管理，更新全部信息。")) == [
        (0, 0, "", "1.规范管理，更新全部信息。")
    ]


def test_a_wrong_number_makes_no_other_row() -> None:
    (row,) = rows_after(PLATFORM, 第1行=PLATFORM_LINE.replace("1.", "3."))
    assert letters([row]) == [(0, 3, PLATFORM.heading, PLATFORM.text)]
    assert (row.number_there, row.number) == ("3.", "1.")


def test_a_line_added_in_the_middle_of_a_row_is_a_line_of_its_cell() -> None:
    rows = rows_after(body("甲段开始。\n乙段结束。"), 第1行=["甲段开始。", "丙在中间。"])
    assert letters(rows) == [(0, 0, "", "甲段开始。\n丙在中间。\n乙段结束。")]


def test_a_line_added_after_a_row_is_a_row_of_its_own() -> None:
    rows = rows_after(body("甲段。"), body("乙段。"), 第1行=["甲段。", "丙在中间。"])
    assert letters(rows) == [
        (0, 0, "", "甲段。"),
        (None, 0, "", "丙在中间。"),
        (1, 0, "", "乙段。"),
    ]


def test_a_row_that_was_split_holds_both_lines() -> None:
    (row,) = rows_after(PLATFORM, 第1行=["1.平台建设。加强管理，更新信息", "38条。"])
    assert letters([row]) == [(0, 3, "平台建设", "加强管理，更新信息\n【备案公文】条。")]


def test_a_row_that_was_split_before_a_number_is_two_rows() -> None:
    whole = body("规范管理，更新信息。加强培训，提高能力。")
    rows = rows_after(whole, 第1行=["1.规范管理，更新信息。", "2.加强培训，提高能力。"])
    assert letters(rows) == [
        (0, 3, "", "规范管理，更新信息。"),
        (None, 3, "", "加强培训，提高能力。"),
    ]


def test_rows_that_were_merged_are_the_first_of_them() -> None:
    rows = rows_after(PLATFORM, TRAINING, 第1行=f"{PLATFORM_LINE}全年培训三次。", 第2行=None)
    assert letters(rows) == [(0, 3, "平台建设", f"{PLATFORM.text}全年培训三次。")]


def test_a_row_that_was_moved_is_that_row_in_its_new_part() -> None:
    there = body("本年度未收取信息处理费。", "第六部分")
    report = report_of(body("全年召开专题会议三次，研究部署重点任务。"), body("乙。"), there)
    moved = "全年召开专题会议三次，研究部署重点任务。"
    rows = compared(report, {moved: None, there.text: [there.text, moved]}).rows
    assert [(row.row, row.part) for row in rows] == [
        (1, "第一部分"),
        (2, "第六部分"),
        (0, "第六部分"),
    ]


def test_what_is_typed_in_brackets_is_typed_so_that_it_cites_nothing() -> None:
    (row,) = rows_after(body("见附件，共三份。"), 第1行="见【备案公文】，共三份。")
    assert row.text == "见【【备案公文】，共三份。"


def test_citations_that_print_nothing_new_are_never_written_anew() -> None:
    odd = body("响\x07铃【没有的名称】 \r\n【备案公文】")
    assert rows_after(odd, body("甲。"), 第3行="乙。")[0].text == odd.text
