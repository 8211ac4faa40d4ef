"""Comparisons with last year."""

import pytest

from generator.checks.rules import check
from tests.checks.texts import found_in, report_of, told
from tests.samples import case, rules_of

CHANGES_IN_TEXT = rules_of("X14")

LAST_YEAR = {"本年新收": 3511, "上年结转": 96, "行政许可": 5}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("全市全年共收办政府信息公开申请案件3646件，同比增长1.08%。", []),
        ("全市全年共收办政府信息公开申请案件3646件，同比增长1.05%。", ["X14 提示"]),
        ("新收政府信息公开申请3525件，同比增加14件。", []),
        ("新收政府信息公开申请3525件，较上年增加15件。", ["X14 提示"]),
        ("新收政府信息公开申请3160件，同比下降10%。", []),
        ("收到政府信息公开申请45件，比上年的52件减少13.5%。", []),
        ("收到政府信息公开申请45件，比上年的52件减少15.4%。", ["X14 提示"]),
        ("收到政府信息公开申请45件，比上年的52件减少7件。", []),
        ("收到政府信息公开申请45件，比上年的52件减少8件。", ["X14 提示"]),
        ("行政许可比上年减少5件。", []),
        ("行政许可比上年减少6件。", ["X14 提示"]),
        ("第一季度行政许可比上年减少6件。", []),
        ("收到涉企申请12件，同比增加2件。", []),
        ("行政许可比上年的5件减少5件，降幅100%。", []),
        ("行政许可比上年的5件减少5件，降幅50%。", ["X14 提示"]),
        ("行政许可比上年的5件净减4件。", ["X14 提示"]),
        ("与上年相比，行政许可减少5件。", []),
        ("与上年相比，行政许可减少6件。", ["X14 提示"]),
        ("与上一年度相比，行政许可减少6件。", ["X14 提示"]),
        ("收到申请3527件，其中新收3525件，上年转入2件；新收数量同比增长0.4%。", []),
    ],
)
def test_a_comparison_is_worked_out_from_both_years(text: str, due: list[str]) -> None:
    previous = report_of("", figures=LAST_YEAR)
    assert told(check(case(report_of(text), previous), CHANGES_IN_TEXT)) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("行政事业性收费较上年减少2万元。", []),
        ("行政事业性收费较上年减少3万元。", ["X14 提示"]),
        ("行政事业性收费较上年减少20000元。", []),
    ],
)
def test_money_changes_in_the_unit_of_the_tables(text: str, due: list[str]) -> None:
    previous = report_of("", figures={"行政事业性收费": 9})
    now = report_of(text, figures={"行政事业性收费": 7})
    assert told(check(case(now, previous), CHANGES_IN_TEXT)) == due


def test_without_last_year_a_comparison_cannot_be_checked() -> None:
    text = "收办政府信息公开申请案件3646件，同比增长1.05%。"
    assert told(found_in(text, rules=CHANGES_IN_TEXT)) == ["X14 无法核对"]
