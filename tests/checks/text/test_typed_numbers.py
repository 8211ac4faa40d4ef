"""Numbers and headings typed into the text."""

from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.model.finding import Finding
from generator.model.report import Heading, Paragraph, Place
from tests.checks.texts import told
from tests.forms import FORM
from tests.samples import FILE, case, report, rules_of

TYPED = rules_of("S17", "S06")
TOPICS = FORM.sections[0].topics
A_STATEMENT = "问题：人手不足，业务不熟"
SAID = [
    "2024年，某某局认真贯彻落实《条例》。",
    "（一）主动公开。全年主动公开政府信息120条。",
    "（二）依申请公开。全年收到申请3件。",
    "（三）政府信息管理。及时清理文件。",
    "（四）政府信息公开平台建设。管好网站。",
    "（五）监督保障。加强考核。",
]


def found_in(*rows: tuple[int, str, str], part: str = "第一部分") -> list[Finding]:
    lines = tuple(
        Paragraph(part, *row, Place(FILE, "正文", f"D{at}"), Place(FILE, "正文", f"C{at}"))
        for at, row in enumerate(rows, 8)
    )
    others = tuple(line for line in report().paragraphs if line.part != part)
    return check(case(replace(report(), paragraphs=(*others, *lines))), TYPED)


def test_last_years_paragraphs_pasted_one_row_too_low_are_each_told() -> None:
    rows = [(2, topic, text) for topic, text in zip(TOPICS, SAID, strict=False)]
    found = found_in(*rows, (0, "", SAID[-1]))
    assert [(one.rule, one.severity, one.place.spot) for one in found] == [
        ("S17", "错误", f"D{row}") for row in range(9, 14)
    ]
    assert not any(one.holds_back for one in found)
    assert "标题是“依申请公开”" in found[0].message
    assert "序号“（一）”和另一个标题“主动公开”" in found[0].message
    assert "“层级”选“（一）”，“标题”填“监督保障”" in found[-1].advice


def test_the_same_without_numbers_is_told_by_the_names() -> None:
    texts = [SAID[0], *(text[3:] for text in SAID[1:])]
    found = found_in(*((2, topic, text) for topic, text in zip(TOPICS, texts, strict=False)))
    assert told(found) == ["S17 错误"] * 4


@pytest.mark.parametrize(
    "start", ["（一）", "(二)", "一、", "1.", "1．", "2、", "（1）", "(3)", "1）", "①", " （一）"]
)
def test_text_under_a_heading_that_begins_with_a_number_is_wrong(start: str) -> None:
    assert told(found_in((2, "主动公开", f"{start}全年公开信息120条。"))) == ["S17 错误"]


@pytest.mark.parametrize(
    "text",
    [
        "1.2万人次参加了培训。",
        "1．2万人次参加了培训。",
        "2023年，我局公开信息30条。",
        "（2023年）本局公开信息30条。",
        "12345热线受理来电30件。",
        "12345、12333热线受理来电。",
        "一是加强公开；二是做好解读。",
        "一、二级响应及时发布。",
        "第一，加强公开。",
        "三公经费按时公开。",
        "十四五规划全文公开。",
        "3次召开会议。",
        "100%公开到位。",
        "1-6月公开信息30条。",
        "主动公开政府信息30条。",
        "主动公开方面，全年公开信息30条。",
        "依申请公开工作中，注重沟通。",
        "监督保障有力，考核到位。",
        "主动公开。全年公开信息30条。",  # its own heading
    ],
)
def test_a_true_sentence_is_not(text: str) -> None:
    rows = [(2, topic, "") for topic in TOPICS]
    rows[0] = (2, "主动公开", text)
    assert found_in((0, "", text), *rows) == []


@pytest.mark.parametrize(
    "text",
    [
        "1.加强公开。2.做好解读。",
        "（1）建网站；（2）管网站。",
        "①建网站；②管网站。",
        "1、不够。2、不全。",
    ],
)
def test_a_list_below_its_own_heading_is_not(text: str) -> None:
    assert found_in((2, "监督保障", text)) == []


def test_text_that_is_numbered_by_hand_throughout_is_mentioned_once_in_a_workbook() -> None:
    (found,) = found_in(*((0, "", text) for text in SAID))
    assert (found.rule, found.severity, found.place.spot) == ("S17", "提示", "D9:D13")
    assert "“层级”选“（一）”，“标题”填“主动公开”" in found.advice
    rows = [(2, "主动公开", ""), (3, "公文公开", "公开30条。"), (2, "依申请公开", "")]
    assert found_in(*rows, (0, "", "1.畅通渠道。"), (0, "", "2.规范答复。")) == []


def test_a_published_report_is_numbered_by_hand() -> None:
    lines = tuple(
        Paragraph("第一部分", 0, "", text) for text in (*SAID, "（一）主动公开政府信息情况")
    )
    read = replace(report(), paragraphs=lines, headings=tuple(map(Heading, FORM.headings)))
    assert check(case(read), rules_of("S17")) == []


def test_numbers_by_hand_beside_those_of_the_program_are_wrong() -> None:
    rows = [(2, "主动公开", ""), (3, "公文公开", "公开30条。"), (0, "", "2.网站公开。公开50条。")]
    found = found_in(*rows)
    assert told(found) == ["S17 错误"]
    assert "“层级”选“1.”，“标题”填“网站公开”" in found[0].advice
    assert told(found_in((0, "", "一、总体情况"))) == ["S17 错误"]


def test_a_number_before_text_without_heading_says_where_title_and_level_go() -> None:
    (found,) = found_in((2, "", SAID[1]))
    assert found.rule == "S06"
    assert "“层级”选“（一）”，“标题”填“主动公开”" in found.advice


def test_names_of_other_headings_are_known_with_what_is_put_behind_them() -> None:
    rows = [(2, "主动公开情况", "依申请公开。收到3件。"), (2, "依申请公开工作情况", "")]
    assert told(found_in(*rows)) == ["S17 错误"]


@pytest.mark.parametrize(("heading", "due"), [(A_STATEMENT, []), ("存在的问题", ["S17 错误"])])
def test_two_statements_in_one_paragraph_are_no_slipped_row(heading: str, due: list[str]) -> None:
    assert told(found_in((2, heading, "（二）改进：新配信息员1名。"), part="第五部分")) == due
