"""Rules of its own, and rules handed down."""

from generator.form.rules import Severity
from generator.model.local_rules_in_force import as_rule, in_force
from generator.model.report import LocalRule, Place
from generator.model.typed_input.local_demands import Demand
from tests.forms import FORM


def rule(number: str = "", asked: str = "1000", what: str = "篇幅不超过") -> LocalRule:
    return LocalRule(
        number, what, "全文", asked, "", "某号", (Place("2024.xlsx", "本地规则", "A4"),)
    )


def told(own: list[LocalRule], handed_down: list[LocalRule]) -> list[str]:
    found = in_force(own, handed_down, FORM)
    return [f"{one.id} {one.asked.length}" for one in found]


def test_rules_without_a_number_get_the_first_that_are_free() -> None:
    rules = [rule(asked="1"), rule("L02", asked="2"), rule(asked="3")]
    assert told(rules, []) == ["L01 1", "L02 2", "L03 3"]


def test_its_own_rule_replaces_the_one_handed_down_of_that_number() -> None:
    own, handed_down = [rule("L02", "900")], [rule("L01", "1"), rule("L02", "2")]
    assert told(own, handed_down) == ["L02 900", "L01 1"]
    assert told([], handed_down) == ["L01 1", "L02 2"]


def test_a_given_number_replaces_nothing_and_is_the_same_in_every_office() -> None:
    handed_down = [rule(asked="1"), rule("L05", "5"), rule(asked="2")]
    assert told([rule(asked="900")], handed_down) == ["L03 900", "L01 1", "L05 5", "L02 2"]
    assert told([rule("L07", "900")], handed_down) == ["L07 900", "L01 1", "L05 5", "L02 2"]


def test_a_rule_that_is_not_understood_replaces_nothing() -> None:
    assert told([rule("L01", "一千")], [rule("L01", "1")]) == ["L01 1"]


def test_a_number_moves_with_its_row() -> None:
    one, other = rule("L08", "1"), rule("L03", "2")
    assert sorted(told([one, other], [])) == sorted(told([other, one], []))


def test_every_demand_is_explained_as_the_form_s_rules_are() -> None:
    asked = dict(zip(Demand, ("1", "2", "甲", "乙", "【丙】", "1月31日"), strict=True))
    rules = [
        as_rule(one)
        for one in in_force([rule(asked=text, what=what) for what, text in asked.items()], (), FORM)
    ]
    assert [one.title for one in rules] == [
        "“全文”不超过 1 字",
        "“全文”不少于 2 字",
        "“全文”必须写到“甲”",
        "“全文”不能出现“乙”",
        "“全文”里写明【丙】",
        "下一年 1月31日以前公布",
    ]
    for one in rules:
        assert (one.basis, one.severity) == ("某号", Severity.NOTICE)
        assert one.explanation.endswith("出处：2024.xlsx『本地规则』A4。")
