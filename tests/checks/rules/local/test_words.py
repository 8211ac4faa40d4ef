"""Words that the place wants to read, or not to read."""

from dataclasses import replace

import pytest

from generator.model.finding import Severity
from tests.checks.rules.local.asked import found_by, found_in, rule
from tests.checks.texts import report_of


@pytest.mark.parametrize(
    "text", ["加强组织领导，做好监督保障。", "组织 领导和监督\n保障", "组织领导。监督保障。"]
)
def test_a_part_that_says_all_the_words_is_right(text: str) -> None:
    assert found_in(rule("必须写到", "组织领导、监督保障"), text) == []


def test_a_heading_says_it_too() -> None:
    assert found_in(rule("必须写到", "公开"), "没有别的。") == []


def test_missing_words_are_named_together() -> None:
    (found,) = found_in(rule("必须写到", "组织领导、“培训，考核”、公开"), "公开信息。")
    assert found.message == "“一、总体情况”里应写到“组织领导”、“培训，考核”，没有写到"
    assert "某号第3条" in found.advice


def test_words_in_another_part_do_not_count() -> None:
    assert found_in(rule("必须写到", "甲乙丙"), "甲乙丙", part="第五部分") != []
    assert found_in(rule("必须写到", "甲乙丙", part="全文"), "甲乙丙", part="第五部分") == []


def test_words_do_not_run_from_one_paragraph_into_the_next() -> None:
    assert found_in(rule("不能出现", "甲乙"), "到甲", "乙止") == []


def test_a_word_that_may_not_stand_is_told_once_with_all_its_places() -> None:
    asked = rule("不能出现", "高度重视、没有的词", part="全文", level="错误")
    (found,) = found_in(asked, "领导高度重视。", "无事。", "再次高 度重视。")
    assert found.message == "“全文”里不能出现“高度重视”，这里出现了，D7也有"
    assert (found.place.spot, found.severity) == ("D5", Severity.ERROR)
    assert found.quote == "领导高度重视。"
    assert not found.holds_back


def test_its_key_is_the_same_wherever_rule_and_text_stand() -> None:
    asked = rule("不能出现", "高度重视", part="全文")
    (found,) = found_in(asked, "领导高度重视。")
    (moved,) = found_in(asked, "无事。", "领导高度重视。", part="第五部分")
    assert found.place != moved.place
    assert found.key == moved.key


def test_what_is_missing_is_not_told_of_a_text_that_is_not_all_there() -> None:
    partly = replace(report_of("公开。"), unknown=frozenset({"第一部分"}))
    (found,) = found_by(rule("必须写到", "组织领导"), partly)
    assert found.severity == Severity.UNCHECKED
    assert found_by(rule("不能出现", "公开"), partly)[0].severity == Severity.NOTICE
