"""What sections 1, 5 and 6 must say."""

from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.model.finding import Finding, Severity
from generator.model.report import Paragraph, Report
from tests.checks.texts import complete, told
from tests.forms import FORM
from tests.samples import case, rules_of

CONTENTS = rules_of("S11", "S12", "S13")


def found_in(read: Report) -> list[Finding]:
    return check(case(read), CONTENTS)


def test_a_complete_report_has_no_finding() -> None:
    assert found_in(complete()) == []


@pytest.mark.parametrize(
    ("part", "rule"), [("第一部分", "S11"), ("第五部分", "S12"), ("第六部分", "S13")]
)
def test_an_empty_section_holds_the_document_back(part: str, rule: str) -> None:
    left = tuple(line for line in complete().paragraphs if line.part != part)
    found = found_in(replace(complete(), paragraphs=left))
    assert [(finding.rule, finding.holds_back) for finding in found] == [(rule, True)]
    unknown = replace(complete(), paragraphs=left, unknown=frozenset({part}))
    assert [finding.severity for finding in found_in(unknown) if finding.holds_back] == []


def test_no_finding_is_graver_than_the_form_says_of_its_rule() -> None:
    left = tuple(line for line in complete().paragraphs if line.part != "第一部分")
    empty, (rule, *_) = case(replace(complete(), paragraphs=left)), CONTENTS
    of_a_hint = check(empty, [rule._replace(severity=Severity.NOTICE, holds_back=False)])
    assert [(one.severity, one.holds_back) for one in of_a_hint] == [(Severity.NOTICE, False)]
    waved_through = check(empty, [rule._replace(holds_back=False)])
    assert [(one.severity, one.holds_back) for one in waved_through] == [(Severity.ERROR, False)]


def test_proposed_headings_alone_are_no_text() -> None:
    left = [line for line in complete().paragraphs if line.part != "第五部分"]
    topics = [Paragraph("第五部分", 2, topic, "") for topic in FORM.sections[4].topics]
    found = found_in(replace(complete(), paragraphs=(*left, *topics)))
    assert {finding.rule for finding in found} == {"S12"}


def test_a_sentence_written_as_a_heading_is_text() -> None:
    left = [line for line in complete().paragraphs if line.part != "第六部分"]
    said = Paragraph("第六部分", 2, "本年度，本机关未收取信息处理费。", "")
    assert found_in(replace(complete(), paragraphs=(*left, said))) == []


@pytest.mark.parametrize(
    ("part", "text", "due"),
    [
        ("第一部分", "主动公开信息；规范信息管理；建好网站平台；加强监督考核。", "S11 错误"),
        ("第五部分", "无。", "S12 错误"),
        ("第五部分", "公开不够主动，渠道有待拓展。", "S12 错误"),
        ("第五部分", "今年加强培训，完善制度。", "S12 错误"),
        ("第六部分", "没有其他需要报告的事项。", "S13 错误"),
    ],
)
def test_a_section_that_leaves_something_out_is_found(part: str, text: str, due: str) -> None:
    assert told(found_in(complete(**{part: text}))) == [due]


@pytest.mark.parametrize(
    "text", ["收取信息处理费380元。", "无收取信息处理费情况。", "未发生政府信息公开收费事项。"]
)
def test_every_way_to_state_the_fee_will_do(text: str) -> None:
    assert found_in(complete(第六部分=text)) == []


def test_a_topic_without_text_is_found() -> None:
    left = [line for line in complete().paragraphs if line.part != "第五部分"]
    lines = [
        Paragraph("第五部分", 2, "存在的主要问题", "公开不够主动。"),
        Paragraph("第五部分", 2, "改进情况", "无"),
    ]
    found = found_in(replace(complete(), paragraphs=(*left, *lines)))
    assert ("S12", True) in [(finding.rule, finding.holds_back) for finding in found]


@pytest.mark.parametrize(
    "remedy",
    ["编印手册8种，发到每户。", "年内更换查询电脑3台，难题基本解决。", "把公开纳入科室考核。"],
)
def test_what_was_done_is_a_remedy_without_the_word(remedy: str) -> None:
    assert found_in(complete(第五部分=f"查阅点设施陈旧，宣传不够。{remedy}")) == []


def test_a_heading_with_its_text_behind_a_colon_is_not_empty() -> None:
    left = [line for line in complete().paragraphs if line.part != "第五部分"]
    lines = [
        Paragraph("第五部分", 2, "主要问题：人员变动频繁，公开不够主动", ""),
        Paragraph("第五部分", 2, "改进情况：新配信息员1名，补发信息12条", ""),
    ]
    assert found_in(replace(complete(), paragraphs=(*left, *lines))) == []


def test_a_measure_among_the_problems_is_mentioned() -> None:
    left = [line for line in complete().paragraphs if line.part != "第五部分"]
    lines = [
        Paragraph("第五部分", 2, "存在的主要问题", "1.渠道不够广泛。2.提高依法办理申请的水平。"),
        Paragraph("第五部分", 2, "改进情况", "加强培训。"),
    ]
    found = found_in(replace(complete(), paragraphs=(*left, *lines)))
    assert [(told([finding]), finding.quote) for finding in found] == [
        (["S12 提示"], "提高依法办理申请的水平。")
    ]
