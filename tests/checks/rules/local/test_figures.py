"""Figures that the text of a part has to give."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.finding import Severity
from generator.model.report import INDICATORS, Awaited, Indicator
from tests.checks.rules.local.asked import found_by, found_in, rule
from tests.checks.texts import report_of

ASKED = rule("必须引用的数", "【本年新收】")
FIGURES = {"本年新收": 5}


@pytest.mark.parametrize(
    "text",
    [
        "收到【本年新收】件。",
        "收到【 本年新收 】件。",
        "全年新收政府信息公开申请5件。",
        "全年新收政府信息公开申请4件。",  # that it is another number, X03 tells
        "共 5 封来信。",
    ],
)
def test_a_figure_that_is_cited_or_stated_is_given(text: str) -> None:
    assert found_in(ASKED, text, figures=FIGURES) == []


@pytest.mark.parametrize(
    "text", ["做好公开。", "5月开展培训。", "发布15条、25条。", "第5次会议。", "增长5.2倍。"]
)
def test_a_number_of_something_else_is_none(text: str) -> None:
    (found,) = found_in(ASKED, text, figures=FIGURES)
    assert found.message == "“一、总体情况”里应写明【本年新收】，没有写到"


@pytest.mark.parametrize("text", ["全年未收到申请。", "没有收到申请。", "收到0件。", "无申请。"])
def test_that_there_was_none_is_said_in_words_too(text: str) -> None:
    assert found_in(ASKED, text) == []
    assert found_in(ASKED, text, figures=FIGURES) != []


def test_thousands_may_be_set_apart() -> None:
    assert found_in(ASKED, "来信1,238封。", figures={"本年新收": 1238}) == []


def test_sums_entries_and_indicators_can_be_asked_for() -> None:
    read = replace(
        report_of("诉讼【诉讼总计】件，【备案公文】件，电话010-12345678。"),
        indicators={"备案公文": Indicator(Decimal(38), "38")},
    )
    assert found_by(rule("必须引用的数", "诉讼总计、备案公文、电话"), read) == []


def test_a_name_that_no_figure_has_is_told_at_the_rule_with_the_nearest() -> None:
    (found,) = found_in(rule("必须引用的数", "【新收申请】"), "收到5件。")
    assert "没有叫这个名称的数字，没有核对" in found.message
    assert "【本年新收】" in found.advice


def test_an_indicator_that_is_still_awaited_has_its_name() -> None:
    asked = rule("必须引用的数", "备案公文")
    read = replace(report_of("公开。"), indicators={}, awaited={"备案公文": Awaited()})
    (found,) = found_by(asked, read)
    assert "应写明【备案公文】" in found.message
    unknown = replace(report_of("公开。"), indicators={}, unknown=frozenset({INDICATORS}))
    assert found_by(asked, unknown) == []


def test_nothing_is_missing_in_a_text_that_is_not_all_there() -> None:
    partly = replace(report_of("公开。", figures=FIGURES), unknown=frozenset({"第一部分"}))
    assert [one.severity for one in found_by(ASKED, partly)] == [Severity.UNCHECKED]
