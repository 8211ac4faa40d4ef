"""Rules of a place as they were typed, and what they ask for."""

from dataclasses import replace
from typing import Any

import pytest

from generator.form.rules import Severity
from generator.form.vocabulary import Form
from generator.model.report import LocalRule
from generator.model.typed_input.local_demands import Demand
from generator.model.typed_input.local_rules import Requirement, requirements_of, scopes
from tests.form.small import SMALL
from tests.forms import FORM

USUAL = LocalRule("", "篇幅不超过", "一、总体情况", "1000", "", "某号第3条")


def understood(**changed: Any) -> tuple[Requirement | None, list[str]]:
    """Return what one rule asks for, and what of it was not understood, by field."""
    found, wrong = requirements_of([replace(USUAL, **changed)], FORM)
    return (found[0] if found else None), [f"{one.field} {one.message}" for one in wrong]


def test_the_usual_rule_is_understood() -> None:
    found, wrong = understood()
    assert wrong == []
    assert found is not None
    assert (found.demand, found.scope, found.parts) == (
        Demand.AT_MOST,
        "一、总体情况",
        ("第一部分",),
    )
    assert (found.asked.length, found.severity, found.id) == (1000, Severity.NOTICE, "")


@pytest.mark.parametrize("part", ["一、总体情况", "总体情况", "第一部分", " 一、 总体情况 "])
def test_a_part_has_several_names(part: str) -> None:
    found, _ = understood(part=part)
    assert found is not None
    assert found.parts == ("第一部分",)


def test_a_section_with_a_table_is_both_its_parts_unless_one_is_named() -> None:
    whole, before = understood(part="第二部分")[0], understood(part="第二部分表前")[0]
    assert whole is not None
    assert before is not None
    assert whole.parts == ("第二部分表前", "第二部分表后")
    assert before.parts == ("第二部分表前",)
    assert before.scope.endswith("（表格前）")


@pytest.mark.parametrize("form", [FORM, SMALL], ids=lambda form: form.id)
def test_everything_that_may_be_chosen_is_understood(form: Form) -> None:
    for name, parts in scopes(form).items():
        (found,), wrong = requirements_of([replace(USUAL, part=name)], form)
        assert (found.scope, found.parts, wrong) == (name, parts, [])
    assert {part for parts in scopes(form).values() for part in parts} == {
        part.name for part in form.parts
    }


@pytest.mark.parametrize(
    ("changed", "due"),
    [
        ({"what": ""}, "what “管什么”空着，这条规则没有核对"),
        ({"what": "篇幅"}, "what “管什么”填的是“篇幅”，看不懂，这条规则没有核对"),
        ({"part": ""}, "part “哪一部分”空着，这条规则没有核对"),
        ({"part": "第九部分"}, "part “哪一部分”填的是“第九部分”，看不懂，这条规则没有核对"),
        ({"asked": ""}, "asked “要求”空着，这条规则没有核对"),
        ({"asked": "一千"}, "asked “要求”填的是“一千”，看不懂，这条规则没有核对"),
    ],
)
def test_a_rule_that_is_not_clear_is_told_and_not_checked(
    changed: dict[str, str], due: str
) -> None:
    assert understood(**changed) == (None, [due])


def test_all_that_is_not_clear_is_told_at_once() -> None:
    _, wrong = understood(part="", asked="", level="警告", basis="", id="甲")
    assert [one.split()[0] for one in wrong] == ["id", "level", "basis", "part", "asked"]


@pytest.mark.parametrize(
    ("changed", "due"),
    [
        ({"level": "警告"}, "level “级别”填的是“警告”，看不懂，按提示算"),
        ({"basis": " "}, "basis “依据”空着，说不出是哪里的要求"),
        ({"id": "甲1"}, "id 编号“甲1”不是 L 加数字的样子，由程序另编"),
        ({"id": "X03"}, "id 编号“X03”不是 L 加数字的样子，由程序另编"),
        (
            {"what": "发布期限", "asked": "1月31日"},
            "part 发布期限管的是整份报告，不分部分",
        ),
    ],
)
def test_a_slip_is_told_and_the_rule_holds_all_the_same(changed: dict[str, str], due: str) -> None:
    found, wrong = understood(**changed)
    assert wrong == [due]
    assert found is not None
    assert (found.severity, found.id) == (Severity.NOTICE, "")


@pytest.mark.parametrize("part", ["", "全文"])
def test_a_deadline_is_of_the_whole_report(part: str) -> None:
    found, wrong = understood(what="发布期限", asked="1月31日", part=part)
    assert wrong == []
    assert found is not None
    assert (found.scope, found.asked.day) == ("全文", (1, 31))


@pytest.mark.parametrize("typed", ["L1", "l01", "Ｌ０１", " L 01 "])
def test_a_number_may_be_typed_this_way_and_that(typed: str) -> None:
    found, wrong = understood(id=typed)
    assert wrong == []
    assert found is not None
    assert found.id == "L01"


def test_a_number_that_is_taken_is_told_and_nothing_is_lost() -> None:
    found, wrong = requirements_of([replace(USUAL, id="L1"), replace(USUAL, id="L01")], FORM)
    assert [one.id for one in found] == ["L01", ""]
    assert [one.message for one in wrong] == ["编号 L01 已经有了，由程序另编"]


def test_a_number_of_the_form_s_own_rules_is_taken() -> None:
    rules = (SMALL.rules[0]._replace(id="L07"), *SMALL.rules[1:])
    table = replace(SMALL.tables[0], not_a_number="L07", not_a_count="L07", blank="L07")
    sections = (SMALL.sections[0]._replace(tables=(table,)), *SMALL.sections[1:])
    form = replace(SMALL, rules=rules, sections=sections)
    found, wrong = requirements_of([replace(USUAL, id="L7", part="全文")], form)
    assert [one.id for one in found] == [""]
    assert "编号 L07 已经有了" in wrong[0].message


def test_hundreds_of_rules_are_a_mistake_and_told() -> None:
    found, wrong = requirements_of([USUAL] * 201, FORM)
    assert len(found) == 200
    assert [one.message for one in wrong] == ["本地规则超过 200 条，从这一条起没有核对"]
