"""The sections as the opening names and counts them."""

from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.checks.text.section_names import last_section_named_in
from generator.model.finding import Finding, Severity
from generator.model.report import Paragraph
from tests.checks.texts import told
from tests.forms import FORM
from tests.samples import case, report, rules_of

NAMES = [section.heading for section in FORM.sections]
WITHOUT_THE_FIRST = "、".join(NAMES[1:])


def sections() -> list[tuple[str, str]]:
    (rule,) = rules_of("S08")
    return [(name, words.pattern) for name, words in zip(NAMES, rule.words, strict=True)]


def found_in(text: str) -> list[Finding]:
    lines = (Paragraph("开头", 0, "", text), *report().paragraphs[1:])
    return check(case(replace(report(), paragraphs=lines)), rules_of("S08"))


SHORT = (
    "总体情况、主动公开、依申请公开、复议诉讼、问题改进、其他",
    "总体情况、主动公开情况、申请办理情况、复议诉讼情况、问题及改进、其他事项",
    "总体情况、主动公开政府信息情况、收到和处理申请情况、复议、诉讼情况、存在问题及改进情况和其他事项",
    "总体情况、主动公开、收到和处理申请、行政复议和行政诉讼、主要问题和改进措施以及其他事项",
    "概述、主动公开、依申请公开、行政复议诉讼、存在的主要问题及改进情况及其他需要报告的事项",
    "总体情况、主动公开、依申请公开、行政复议、行政诉讼情况、主要问题、改进情况及其他事项",
    "总体情况、主动公开、依申请公开、复议诉讼、存在的主要问题及下一步打算、其他事项",
)


@pytest.mark.parametrize("names", SHORT)
@pytest.mark.parametrize(
    "sentence",
    ["本报告由{}等六部分组成。", "本报告共分六个部分，包括{}。", "全文包括{}6个部分，并附表。"],
)
def test_short_names_are_not_miscounted(names: str, sentence: str) -> None:
    found = found_in(sentence.format(names))
    assert {one.severity for one in found} <= {Severity.NOTICE}
    assert not any("没有" in one.message for one in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "、".join(NAMES[:-1]) + f"及{NAMES[-1]}等六部分组成",
        "、".join(NAMES[:-1]) + f"以及{NAMES[-1]}六个部分，并附相关指标统计表",
        "、".join(NAMES) + "，并附相关指标统计表",
        "、".join(f"“{name}”" for name in NAMES) + "六部分",
        "；".join(f"{number}.{name}" for number, name in enumerate(NAMES, 1)),
        "；".join(FORM.headings),
    ],
)
def test_the_headings_themselves_have_no_finding(sentence: str) -> None:
    for lead in ("本报告由某某局编制，全文包括", "报告共六个部分，内容为"):
        assert found_in(f"{lead}{sentence}。") == []


def test_a_name_after_and_is_not_cut() -> None:
    names = "、".join(NAMES[:-1]) + "及其他应当报告的事项"
    (found,) = found_in(f"报告包括{names}。")
    assert "“其他应当报告的事项”" in found.message


def test_a_name_with_a_subject_of_its_own_is_the_name() -> None:
    names = "、".join(NAMES).replace("收到和处理", "本机关收到和处理")
    assert not found_in(f"报告包括{names}等六个部分。")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (f"本报告由{WITHOUT_THE_FIRST}等六部分组成。", ["S08 错误"]),
        (f"本报告由某某局编制，包括{WITHOUT_THE_FIRST}六个部分。", ["S08 错误"]),
        (f"本报告共六个部分，包括{WITHOUT_THE_FIRST}。", ["S08 错误"]),
        (f"本报告由{WITHOUT_THE_FIRST}组成。", ["S08 提示"]),
        (f"本报告包括{WITHOUT_THE_FIRST}等。", []),
        ("本报告包括主动公开、依申请公开、平台建设、监督保障五方面。", []),
        ("本报告由某某局编制，主动公开、依申请公开情况见下。", []),
        (
            "本报告包括总体情况、主动公开、依申请公开、存在问题及改进、其他六部分。",
            ["S08 提示", "S08 错误"],
        ),
    ],
)
def test_a_section_left_out_is_found(text: str, due: list[str]) -> None:
    assert told(found_in(text)) == due


def test_the_section_left_out_is_named() -> None:
    found = found_in(f"本报告由{WITHOUT_THE_FIRST}等六部分组成。")
    assert "列出的是 5 个，缺“总体情况”" in found[0].message


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("主要内容从略，其他报告的事项共六个部分", ("其他报告的事项", 5)),
        ("本局开展了以下四项工作", None),
        ("其他报告的事项", None),
    ],
)
def test_the_name_right_before_the_count_is_known_alone(
    sentence: str, last: tuple[str, int] | None
) -> None:
    assert last_section_named_in(sentence, sections()) == last


def test_an_endless_list_is_read_through_at_once() -> None:
    assert found_in("包括总体情况、主动公开" + "由、" * 50_000) == []
