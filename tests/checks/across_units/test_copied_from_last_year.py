"""Last year's figures handed in again are found; what stays the same by chance is not."""

import pytest

from generator.checks.across_units.copied_from_last_year import copied_from_last_year
from generator.checks.across_units.handed_in import HandedIn
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.model.collection.collection import AcrossFinding
from tests.checks.across_units.many_units import Office, both_years, offices, tied
from tests.checks.across_units.small_units import small_units
from tests.few import few

RULE = next(rule for rule in ACROSS_UNITS_RULES if rule.id == "C13")
OFFICES = offices(100)


def found(units: list[Office]) -> list[AcrossFinding]:
    return list(copied_from_last_year(HandedIn(*both_years(units)), RULE))


def filled(office: Office) -> int:
    return sum(1 for value in office.last_year.values() if value)


@pytest.mark.parametrize("seed", few([1, 2], 1))
def test_honest_units_are_hardly_told_of(seed: int) -> None:
    assert len(found(offices(100, seed))) <= 1


def test_most_reports_with_last_years_figures_are_found() -> None:
    wrong = {one.unit.name for one in sorted(OFFICES, key=filled)[40::6]}
    units = [
        one._replace(this_year=one.last_year) if one.unit.name in wrong else one for one in OFFICES
    ]
    told = {one.units[0] for one in found(units)}
    assert len(wrong) == 10
    assert len(told & wrong) >= 8


def test_a_single_large_figure_is_found() -> None:
    most = max(OFFICES, key=lambda one: one.last_year["行政许可"])
    copied = tied(most.this_year | {"行政许可": most.last_year["行政许可"]})
    units = [one._replace(this_year=copied) if one is most else one for one in OFFICES]
    (one,) = [one for one in found(units) if one.units == (most.unit.name,)]
    assert f"“行政许可／本年处理决定数量” {most.last_year['行政许可']} 件" in one.finding.message
    assert "有 1 格与上年的汇总完全相同" in one.finding.message


def test_what_is_in_force_as_it_was_is_no_copy() -> None:
    figures = tied(dict.fromkeys(OFFICES[0].this_year, 0) | {"行政规范性文件现行有效": 123456})
    same = OFFICES[0]._replace(this_year=figures, last_year=figures)
    assert [one for one in found([same, *OFFICES[1:]]) if one.units == (same.unit.name,)] == []


def test_figures_of_a_small_form_are_looked_at_too() -> None:
    then = [{"收案个人": 900 + 7 * at, "收案单位": 30_000 + at, "结案单位": 9} for at in range(20)]
    now = [{name: value * 11 // 10 for name, value in one.items()} for one in then]
    now[4] = then[4]
    handed_in = HandedIn(small_units(now), small_units(then, year=2023))
    assert [one.units for one in copied_from_last_year(handed_in, RULE)] == [("第5号",)]
