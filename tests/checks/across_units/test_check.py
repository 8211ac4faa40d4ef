"""All checks across units together: on honest units little is said, and each rule is explained."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.across_units.check import CHECKS, check_across
from generator.console.cli import main
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.form.rules import Severity
from generator.model.collection.collection import State
from tests.checks.across_units.many_units import both_years, offices
from tests.checks.across_units.narratives import narratives
from tests.checks.across_units.small_units import small_units

MOST_TOLD = 3


@pytest.mark.parametrize("seed", [pytest.param(at, marks=pytest.mark.long) for at in range(4)])
def test_of_a_hundred_honest_units_three_things_at_most_are_said(seed: int) -> None:
    units = offices(100, seed)
    texts = narratives([one.unit.name for one in units], seed)
    assert len(check_across(*both_years(units, texts))) <= MOST_TOLD


def test_of_twenty_honest_units_hardly_anything_is_said() -> None:
    assert len(check_across(*both_years(offices(20)))) <= 1


def test_each_rule_has_its_check() -> None:
    assert sorted(id_ for id_, _ in CHECKS) == [rule.id for rule in ACROSS_UNITS_RULES]


def test_units_of_a_small_form_go_the_whole_way() -> None:
    usual = {"收案个人": 60, "收案单位": 500, "结案个人": 60, "结案单位": 500}
    now = small_units([*[usual] * 20, usual | {"收案单位": 5000}])
    found = check_across(now, small_units([usual] * 21, year=2023))
    assert ("第21号",) in [one.units for one in found]
    assert all(one.finding.severity is not Severity.UNCHECKED for one in found)


def test_figures_that_cannot_be_in_a_report_that_is_held_back_are_passed_over() -> None:
    usual: dict[str, int | None] = {"收案个人": 60, "收案单位": 500, "结案单位": 500}
    now = small_units([*[usual] * 20, usual | {"收案单位": -5, "结案单位": None}])
    *others, last = now.units
    held = replace(now, units=(*others, last._replace(state=State.HELD)))
    then = small_units([*[usual] * 20, usual | {"收案单位": 40}], year=2023)
    assert "第21号" not in {name for one in check_across(held, then) for name in one.units}


def test_a_collection_without_a_unit_says_nothing() -> None:
    assert check_across(small_units([])) == ()


def test_its_rules_are_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "C10"]) == 0
    assert "各单位的文字不雷同" in capsys.readouterr().out
