"""What the figures give away beside the ties."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.checks.rules import check
from generator.model.report import Figure
from tests.checks.texts import report_of, told
from tests.forms import FORM
from tests.samples import case, numbers, report, rules_of

FIGURES = rules_of("T0-01", "T3-06", "T3-08", "T3-11")


def test_a_usual_report_gives_nothing_away() -> None:
    assert check(case(report()), FIGURES) == []


def test_tables_without_a_single_number_are_not_all_zeros() -> None:
    blank = {name: Figure(None) for name in FORM.figures}
    found = check(case(replace(report(), figures=blank)), FIGURES)
    assert [(finding.rule, finding.holds_back) for finding in found] == [("T0-01", True)]
    one = {**blank, "行政许可": Figure(Decimal(1), typed="1")}
    assert check(case(replace(report(), figures=one)), FIGURES) == []


def test_what_was_brought_from_last_year_is_no_filled_in_table() -> None:
    brought = {name: Figure(Decimal(0), typed="0") for name in FORM.brought_forward}
    figures = {**{name: Figure(None) for name in FORM.figures}, **brought}
    found = check(case(replace(report(), figures=figures)), FIGURES)
    assert [finding.message for finding in found] == [
        "各张表里一个数字也没有填，除了从上年带来的数"
    ]


def test_nothing_but_zeros_is_mentioned() -> None:
    zeros = replace(report(dict.fromkeys(FORM.figures, 0)), paragraphs=())
    assert told(check(case(zeros), FIGURES)) == ["T3-11 提示"]
    part = {name: zeros.figures[name] for name in list(FORM.figures)[:50]}
    assert check(case(replace(zeros, figures=part)), FIGURES) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("全年未收到政府信息公开申请。", []),
        ("本年度收到政府信息公开申请0件。", []),
        ("本年度收到政府信息公开申请{{本年新收}}件。", ["T3-11 提示"]),
        ("没有收到法人或其他组织的申请。", ["T3-11 提示"]),
        ("全年主动公开信息30条。", ["T3-11 提示"]),
    ],
)
def test_zeros_that_the_text_confirms_are_not(text: str, due: list[str]) -> None:
    said = report_of(text)
    alone = replace(said, paragraphs=said.paragraphs[:1])
    assert told(check(case(alone), FIGURES)) == due


def test_more_cannot_be_left_than_there_was() -> None:
    there = numbers()["本年新收科研机构"] + numbers()["上年结转科研机构"]
    found = check(case(report({"结转下年科研机构": there + 1})), FIGURES)
    assert [(finding.rule, finding.holds_back) for finding in found] == [("T3-06", True)]
    assert check(case(report({"结转下年科研机构": there})), FIGURES) == []


def test_a_case_in_the_wrong_column_is_told_by_its_columns() -> None:
    changed = {
        "本年新收自然人": numbers()["本年新收自然人"] + 1,
        "本年新收商业企业": numbers()["本年新收商业企业"] - 1,
    }
    found = check(case(report(changed)), FIGURES)
    assert told(found) == ["T3-08 提示"]
    assert "“自然人”列收的比办的多 1，“商业企业”列少 1" in found[0].message
    assert "不要改总计" in found[0].advice
