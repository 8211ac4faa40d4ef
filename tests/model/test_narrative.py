"""References to figures, and the numbers of headings."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.narrative import citable, cite, printed
from generator.model.report import Figure, Paragraph, Place
from tests.forms import FORM
from tests.samples import numbers, report

NAMES = {"本年新收": "5", "上年结转": "0", "备案公文": "38"}
HERE = Place("2024.xlsx", "正文", "D4")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("新收【本年新收】件", "新收5件"),
        ("【 本年新收 】【上年结转】", "50"),
        ("【【政策解读】栏目", "【政策解读】栏目"),
        ("没有引用", "没有引用"),
        ("{{ 7*7 }} {% raw %}", "{{ 7*7 }} {% raw %}"),
        ("【【【本年新收】", "【5"),
    ],
)
def test_references_are_filled_in(text: str, filled: str) -> None:
    assert cite(text, NAMES, HERE, FORM) == (filled, [])


def test_an_unknown_name_stays_as_typed_and_the_nearest_are_suggested() -> None:
    text, findings = cite("新收【本年新收到】件", NAMES, HERE, FORM)
    assert text == "新收【本年新收到】件"
    assert [finding.rule for finding in findings] == ["N01"]
    assert findings[0].place == HERE
    assert "【本年新收】" in findings[0].advice
    assert not findings[0].holds_back


def test_of_very_many_unknown_names_every_one_is_told() -> None:
    _, findings = cite("".join(f"【本年新收{n}】" for n in range(1_000)), NAMES, HERE, FORM)
    assert len(findings) == 1_000
    assert "【本年新收】" in findings[0].advice
    assert "【本年新收】" not in findings[-1].advice


def test_a_line_of_the_basics_that_was_left_blank_is_told() -> None:
    text, findings = cite("见【网址】", NAMES, HERE, FORM)
    assert text == "见【网址】"
    assert "基本信息里却没有填" in findings[0].message


def test_every_figure_sum_entry_and_indicator_can_be_cited() -> None:
    names = citable(report(), FORM)
    assert set(names) >= {*FORM.figures, "备案公文", "机关名称", *(s.name for s in FORM.sums)}
    assert names["本年新收"] == str(numbers()["本年新收"])
    assert names["诉讼总计"] == str(numbers()["直接起诉总计"] + numbers()["复议后起诉总计"])


def test_what_is_cited_of_a_figure_with_a_note_is_its_number() -> None:
    figures = {**report().figures, "规章制发": Figure(Decimal(4), "（其中修订1件）")}
    noted = replace(report(), figures=figures)
    assert noted.figures["规章制发"].printed == "4（其中修订1件）"
    assert cite("制发【规章制发】件。", citable(noted, FORM), HERE, FORM)[0] == "制发4件。"


def test_a_sum_of_something_unreadable_cannot_be_cited() -> None:
    figures = {**report().figures, "国家秘密": Figure(None, typed="五", readable=False)}
    names = citable(replace(report(), figures=figures), FORM)
    assert "不予公开" not in names
    assert names["国家秘密"] == "五"


def test_headings_are_numbered_within_their_section() -> None:
    lines = (
        Paragraph("第一部分", 2, "甲", ""),
        Paragraph("第一部分", 3, "甲一", "正文"),
        Paragraph("第一部分", 3, "甲二。", "正文"),
        Paragraph("第一部分", 4, "", "正文"),
        Paragraph("第一部分", 2, "乙", "正文"),
        Paragraph("第一部分", 3, "乙一", ""),
        Paragraph("第二部分表前", 2, "丙", ""),
        Paragraph("第二部分表后", 2, "丁", ""),
        Paragraph("第六部分", 0, "", "正文"),
    )
    found, _ = printed(replace(report(), paragraphs=lines), FORM)
    assert [(line.number, line.heading) for line in found] == [
        ("（一）", "甲"),
        ("1.", "甲一。"),
        ("2.", "甲二。"),
        ("（1）", ""),
        ("（二）", "乙"),
        ("1.", "乙一"),
        ("（一）", "丙"),
        ("（二）", "丁"),
        ("", ""),
    ]


def test_what_was_typed_is_printed_as_typed() -> None:
    typed = "  2023 年 共 5 件 ,（ 略)  "
    line = Paragraph("第六部分", 0, "", typed)
    found, _ = printed(replace(report(), paragraphs=(line,)), FORM)
    assert found[0].text == typed


@pytest.mark.parametrize(
    "text",
    ["收到【本年新收件", "收到本年新收】件", "收到[本年新收]件", "〖本年新收〗", "｛本年新收｝"],
)
def test_a_reference_that_is_not_written_right_stays_as_typed_and_is_told(text: str) -> None:
    filled, findings = cite(text, NAMES, HERE, FORM)
    assert filled == text
    assert [finding.rule for finding in findings] == ["N01"]
    assert "没写对的引用" in findings[0].message


@pytest.mark.parametrize("text", ["〔2021〕30号", "[1]", "数组[备注]", "【【栏目】"])
def test_other_brackets_are_nobody_s_business(text: str) -> None:
    assert cite(text, NAMES, HERE, FORM)[1] == []
