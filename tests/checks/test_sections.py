"""The title, the six sections, and what each must say."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.checks import check
from generator.checks.sections import SECTIONS
from generator.finding import Finding
from generator.form.edition_2021 import FORM
from generator.report import Deviation, Entry, Heading, Paragraph, Report
from tests.checks.texts import told
from tests.samples import case, report

SAID = {
    "第一部分": "主动公开信息；办理依申请公开；规范信息管理；建好网站平台；加强监督考核。",
    "第五部分": "存在公开不够主动的问题。今年加强培训，完善制度。",
    "第六部分": "本年度未收取信息处理费。",
}


def complete(**changed: str) -> Report:
    """Return a report that says everything, with the text of some parts changed."""
    said = SAID | changed
    lines = tuple(
        line if line.part not in said else Paragraph(line.part, 0, "", said[line.part])
        for line in report().paragraphs
    )
    return replace(report(), paragraphs=lines)


def found_in(read: Report) -> list[Finding]:
    return check(case(read), SECTIONS)


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


def headed(headings: Sequence[str], title: str = "") -> Report:
    return replace(
        complete(),
        headings=tuple(Heading(text) for text in headings),
        title=Heading(title) if title else None,
    )


def test_headings_as_in_the_form_have_no_finding() -> None:
    assert found_in(headed(FORM.headings)) == []


def test_a_section_that_is_missing_doubled_or_out_of_order_is_found() -> None:
    first, second, *others = FORM.headings
    for headings in ([first, *others], [first, second, second, *others], [second, first, *others]):
        found = found_in(headed(headings))
        assert {(finding.rule, finding.holds_back) for finding in found} == {("S03", True)}


def test_headings_in_other_words_are_one_finding() -> None:
    headings = list(FORM.headings)
    headings[4] = headings[4].replace("改进情况", "改进措施")
    headings[5] = "七、" + FORM.sections[5].heading
    assert told(found_in(headed([*headings, "八、公开平台建设"]))) == ["S04 提示"]


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("某某市某某局2024年政府信息公开工作年度报告", []),
        ("某某市某某局 2024 年政府信息公开工作年度报告", []),
        ("某某局2024年度政务公开工作报告", ["S01 提示"]),
        ("某某市某某局2023年政府信息公开工作年度报告", ["S01 错误"]),
        ("关于2024年度政府信息公开情况的报告", ["S01 错误"]),
        ("乙某县丙某办2024年政府信息公开工作年度报告", ["S01 错误"]),
    ],
)
def test_a_title_names_the_organ_and_the_year(title: str, due: list[str]) -> None:
    assert told(found_in(headed(FORM.headings, title))) == due


def test_a_government_is_called_by_its_place() -> None:
    read = headed(FORM.headings, "宿迁市2024年政府信息公开工作年度报告")
    entries = {**read.entries, "机关名称": Entry("宿迁市人民政府")}
    assert found_in(replace(read, entries=entries)) == []


def test_deviating_labels_and_the_old_form_are_found() -> None:
    deviation = Deviation("行政规范性文件", "规范性文件")
    assert told(found_in(replace(complete(), deviations=(deviation,)))) == ["S15 提示"]
    old = Deviation("现行有效件数", "对外公开总数量")
    found = told(found_in(replace(complete(), deviations=(old,))))
    assert sorted(found) == ["S15 提示", "S16 错误"]
