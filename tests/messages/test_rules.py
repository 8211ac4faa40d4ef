"""The rules explained."""

import json

import pytest

from generator.formats.xlsx.reading.workbook import read_content
from generator.messages.rules import rules_as_json, rules_named, spoken_catalogue, spoken_rules
from generator.model.finding import Refusal
from tests.form.small import SMALL
from tests.formats.xlsx.reading.test_workbook import WRONG_IN_MANY_WAYS
from tests.forms import FORM
from tests.samples import FILE, workbook


def test_every_rule_has_an_id_of_its_own_and_all_that_is_said_about_it() -> None:
    assert len({rule.id for rule in FORM.rules}) == len(FORM.rules) > 20
    for rule in FORM.rules:
        assert all((rule.title, rule.basis, rule.explanation))
        said = spoken_rules([rule])
        assert said.startswith(f"{rule.id}　{rule.title}\n")
        assert rule.basis in said
        assert rule.explanation in said


@pytest.mark.parametrize("typed", ["T3-01", "t3-01", "〔T3-01-1A2B3C〕", "T3-01-123456", " T3-01 "])
def test_a_rule_is_named_by_its_id_or_by_the_key_of_a_finding(typed: str) -> None:
    assert [rule.id for rule in rules_named([typed, "T3-01", "S09"], FORM)] == ["T3-01", "S09"]


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    with pytest.raises(Refusal, match=r"没有编号为“T3-99”的规则，是不是 .*T3-0"):
        rules_named(["T3-99"], FORM)


def test_the_catalogue_lists_every_rule_once_and_says_what_holds_back() -> None:
    lines = spoken_catalogue(FORM).splitlines()
    for rule in FORM.rules:
        (line,) = [line for line in lines if line.split()[:1] == [rule.id]]
        assert rule.title in line
        assert ("必须改正" in line) == rule.holds_back


def test_programs_get_the_same() -> None:
    records = json.loads(rules_as_json(FORM.rules, FORM))["rules"]
    assert [record["id"] for record in records] == [rule.id for rule in FORM.rules]
    assert json.loads(rules_as_json(rules_named(["T3-01"], FORM), FORM))["rules"][0]["holds_back"]


def test_a_rule_whose_findings_hold_the_document_back_says_so() -> None:
    _, findings = read_content(workbook(WRONG_IN_MANY_WAYS), FILE, FORM)
    holding = {finding.rule for finding in findings if finding.holds_back}
    assert holding
    assert all(rule.holds_back for rule in FORM.rules if rule.id in holding)


def test_the_rules_of_any_form_are_explained() -> None:
    (rule,) = rules_named(["〔F1-01-1A2B3C〕"], SMALL)
    assert spoken_rules([rule]).splitlines()[-1] == "  说明：收案的两格相加，等于结案的两格相加。"
    assert spoken_catalogue(SMALL).splitlines()[1:4] == [
        "",
        "案件表",
        "  F0-01 填的是件数（错误）",
    ]
    with pytest.raises(Refusal, match="没有编号为“T3-01”的规则"):
        rules_named(["T3-01"], SMALL)
