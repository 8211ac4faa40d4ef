"""How long the text of a part may be, or has to be."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.checks.rules.local.lengths import length
from generator.model.finding import Severity
from tests.checks.rules.local.asked import found_by, found_in, rule
from tests.checks.texts import report_of

PRINTED = len("（一）公开") + len("共3件，已办结。")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("共3件，已办结。", 8),
        ("共 3 件，\u3000已办结。\n", 8),
        ("Word 2024", 8),
        ("共\u200b3\ufeff件", 3),
        ("", 0),
    ],
)
def test_characters_are_counted_as_people_count_them(text: str, due: int) -> None:
    assert length(text) == due


def test_a_part_that_is_too_long_is_told_with_how_much() -> None:
    asked = rule("篇幅不超过", str(PRINTED - 1))
    (found,) = found_in(asked, "共 3 件，已办结。")
    assert found.message == "“一、总体情况”应不超过 12 字，现有 13 字，多 1 字"
    assert found.advice == "请压缩文字（依据：某号第3条）"
    assert (found.expected, found.found) == (Decimal(12), Decimal(13))
    assert (found.rule, found.severity, found.place.spot) == ("L01", Severity.NOTICE, "D5")
    assert found_in(rule("篇幅不超过", str(PRINTED)), "共3件，已办结。") == []


def test_what_is_counted_is_what_is_printed() -> None:
    figures = {"本年新收": 12345}
    assert (
        found_in(
            rule("篇幅不超过", str(len("（一）公开12345件"))), "【本年新收】件", figures=figures
        )
        == []
    )
    assert found_in(
        rule("篇幅不超过", str(len("（一）公开1234件"))), "【本年新收】件", figures=figures
    )


def test_a_part_that_is_too_short_is_told_and_an_empty_one_too() -> None:
    asked = rule("篇幅不少于", "300", part="五、存在的主要问题及改进情况")
    (found,) = found_by(asked, report_of("公开不够。", part="第五部分", heading=""))
    assert "应不少于 300 字，现有 5 字，少 295 字" in found.message
    (nothing,) = found_by(asked, report_of(part="第五部分"))
    assert "现有 0 字" in nothing.message
    assert nothing.place.spot == ""


def test_a_section_with_a_table_is_what_stands_before_and_after_it() -> None:
    before = report_of("甲乙丙", part="第二部分表前", heading="")
    within = replace(
        before, paragraphs=tuple(one for one in before.paragraphs if "二部分" in one.part)
    )
    (found,) = found_by(rule("篇幅不超过", "1", part="第二部分"), within)
    told = sum(
        length(one.heading + one.text) for one in within.paragraphs if one.part != "第二部分表前"
    )
    assert found.found is not None
    assert found.found > told > 0


def test_of_a_part_that_is_not_wholly_known_only_what_is_certain_is_told() -> None:
    partly = replace(report_of("共3件，已办结。"), unknown=frozenset({"第一部分"}))
    assert [one.severity for one in found_by(rule("篇幅不少于", "300"), partly)] == [
        Severity.UNCHECKED
    ]
    assert found_by(rule("篇幅不超过", "300"), partly) == []
    assert found_by(rule("篇幅不超过", "5"), partly)[0].severity == Severity.NOTICE
