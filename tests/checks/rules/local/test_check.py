"""Rules of the place beside those of the form."""

from dataclasses import replace

from generator.checks.rules import check
from generator.checks.rules.local.check import check_local_rules
from generator.model.local_rules_in_force import in_force
from generator.model.typed_input.local_demands import Demand
from tests.checks.rules.local.asked import rule
from tests.forms import FORM
from tests.samples import case, report, rules_of

ASKED = {
    Demand.AT_MOST: "1",
    Demand.AT_LEAST: "99999",
    Demand.SAYS: "没有的词",
    Demand.NEVER_SAYS: "公开",
    Demand.STATES: "行政许可",
    Demand.PUBLISHED_BY: "1月1日",
}


def test_every_demand_is_checked_and_says_its_clause() -> None:
    rules = [rule(demand, asked, basis=f"依据{demand}") for demand, asked in ASKED.items()]
    looked_at = replace(case(report()), local_rules=in_force(rules, (), FORM))
    found = {one.rule: one for one in check_local_rules(looked_at)}
    assert list(ASKED) == list(Demand)
    assert list(found) == ["L01", "L02", "L03", "L04", "L05"]  # 成文日期 is not filled in
    for one, demand in zip(found.values(), Demand, strict=False):
        assert f"（依据：依据{demand}）" in one.advice


def test_they_are_checked_with_the_form_s_but_not_with_some_of_those() -> None:
    looked_at = replace(case(report()), local_rules=in_force([rule("篇幅不超过", "1")], (), FORM))
    assert "L01" in [found.rule for found in check(looked_at)]
    assert check(looked_at, rules_of("W10")) == []
