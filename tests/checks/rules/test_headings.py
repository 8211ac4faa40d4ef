"""The title, the headings of the sections, the labels of the tables."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.model.finding import Finding
from generator.model.report import Deviation, Entry, Heading, Report
from tests.checks.texts import complete, told
from tests.forms import FORM
from tests.samples import case, rules_of

HEADINGS = rules_of("S01", "S03", "S04", "S15", "S16")


def found_in(read: Report) -> list[Finding]:
    return check(case(read), HEADINGS)


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
        ("2024年某某局政府信息公开工作年度报告", []),
        ("某某局2024年度政务公开工作报告", ["S01 提示"]),
        ("某某局2024年度政府信息公开工作年度报告", ["S01 提示"]),
        ("某某局政府信息公开工作2024年年度报告", ["S01 提示"]),
        ("关于某某局2024年政府信息公开工作年度报告", ["S01 提示"]),
        ("某某局关于2024年政府信息公开工作年度报告", ["S01 提示"]),
        ("某某局二〇二四年政府信息公开工作年度报告", ["S01 提示"]),
        ("某某局二○二三年政府信息公开工作年度报告", ["S01 错误"]),
        ("某某局2024年政府信息公开年度报告", ["S01 提示"]),
        ("某某局2024年信息公开工作年度报告", ["S01 提示"]),
        ("某某局2024年政府信息公开工作年度报告（送审稿）", ["S01 提示"]),
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


def test_an_organ_may_have_the_name_of_the_report_in_its_own() -> None:
    read = headed(FORM.headings, "某市政务公开办公室2024年政府信息公开工作年度报告")
    entries = {**read.entries, "机关名称": Entry("某市政务公开办公室")}
    assert found_in(replace(read, entries=entries)) == []


def test_deviating_labels_and_the_old_form_are_found() -> None:
    deviation = Deviation("行政规范性文件", "规范性文件")
    assert told(found_in(replace(complete(), deviations=(deviation,)))) == ["S15 提示"]
    old = Deviation("现行有效件数", "对外公开总数量")
    found = told(found_in(replace(complete(), deviations=(old,))))
    assert sorted(found) == ["S15 提示", "S16 错误"]
