"""Few honest units are told of; a digit too many and lines in the wrong place are."""

from collections.abc import Mapping

import pytest

from generator.checks.across_units.far_from_last_year import far_from_last_year
from generator.checks.across_units.handed_in import HandedIn
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.model.collection.collection import AcrossFinding
from tests.checks.across_units.many_units import APPLICANTS, Office, both_years, offices, tied
from tests.checks.across_units.small_units import small_units
from tests.few import few
from tests.forms import FORM

RULE = next(rule for rule in ACROSS_UNITS_RULES if rule.id == "C12")
OFFICES = offices(100)
MOST_TOLD = 3


def found(units: list[Office]) -> list[AcrossFinding]:
    return list(far_from_last_year(HandedIn(*both_years(units)), RULE))


def told_of(mistyped: Mapping[str, Mapping[str, int]]) -> list[AcrossFinding]:
    """Return what is said of the units with some figures mistyped, by their names."""
    units = [
        one._replace(this_year=tied(one.this_year | dict(mistyped.get(one.unit.name, {}))))
        for one in OFFICES
    ]
    return [one for one in found(units) if one.units[0] in mistyped]


def with_at_least(name: str, least: int) -> list[Office]:
    return [one for one in OFFICES if min(one.this_year[name], one.last_year[name]) >= least]


@pytest.mark.parametrize("seed", few([1, 2], 1))
def test_few_of_a_hundred_honest_units_are_told_of(seed: int) -> None:
    assert len(found(offices(100, seed))) <= MOST_TOLD


@pytest.mark.parametrize("name", few(["行政许可", "行政处罚", "行政事业性收费"], 1))
def test_most_figures_of_ten_or_more_with_a_digit_too_many_are_found(name: str) -> None:
    wrong = {
        one.unit.name: {name: one.this_year[name] * 10} for one in with_at_least(name, 10)[:10]
    }
    assert len(wrong) == 10
    assert len(told_of(wrong)) >= 8


def swapped(office: Office, one: str, other: str) -> dict[str, int]:
    """Return the figures of two columns in each other's places."""
    rows = [row.name for row in FORM.tables[1].blocks[0].rows]
    here = office.this_year
    return {row + one: here[row + other] for row in rows} | {
        row + other: here[row + one] for row in rows
    }


@pytest.mark.long
def test_most_swapped_columns_are_found() -> None:
    some, *others = APPLICANTS
    wrong = {
        one.unit.name: swapped(one, some, others[at % len(others)])
        for at, one in enumerate(with_at_least(f"本年新收{some}", 8)[:10])
    }
    told = told_of(wrong)
    assert len(wrong) == 10
    assert len(told) >= 8
    assert any("两列的数像是互换了" in one.finding.message for one in told)


def small(number: int, now: Mapping[str, int], then: Mapping[str, int]) -> list[str]:
    """Return what is said where one of many units of the small form has these figures."""
    usual = {"收案个人": 60, "收案单位": 500, "结案个人": 60, "结案单位": 500}
    others = [usual] * (number - 1)
    handed_in = HandedIn(
        small_units([*others, usual | dict(now)]),
        small_units([*others, usual | dict(then)], year=2023),
    )
    return [one.finding.message for one in far_from_last_year(handed_in, RULE)]


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        (
            {"收案单位": 5000},
            {},
            "“收案／单位”上年 500 件，今年 5000，是上年的 10 倍，像是多打了一位",
        ),
        ({"收案单位": 50}, {}, "上年是今年的 10 倍，像是少打了一位"),
        ({"收案单位": 3316}, {"收案单位": 320}, "像是多打了一个 3"),
        ({"收案个人": 500, "收案单位": 60}, {}, "互换了"),
    ],
)
def test_it_is_said_what_people_do_that_makes_such_a_figure(
    now: dict[str, int], then: dict[str, int], said: str
) -> None:
    (message,) = small(20, now, then)
    assert said in message
    assert message.startswith("“第20号”与上年的汇总相差很大：")


def test_a_unit_that_grew_as_a_whole_is_not_told_of() -> None:
    usual = {"收案个人": 60, "收案单位": 500, "结案个人": 60, "结案单位": 500}
    assert small(20, {name: value * 8 for name, value in usual.items()}, {}) == []


def test_nothing_is_said_without_last_years_collection() -> None:
    assert list(far_from_last_year(HandedIn(both_years(OFFICES)[0]), RULE)) == []
