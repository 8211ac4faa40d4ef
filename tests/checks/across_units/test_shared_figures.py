"""A copied table is found; figures that are the same by chance, by a tie or as 0 are not."""

import pytest

from generator.checks.across_units.handed_in import HandedIn
from generator.checks.across_units.shared_figures import shared_figures
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.model.collection.collection import AcrossFinding
from tests.checks.across_units.many_units import Office, both_years, offices, tied
from tests.checks.across_units.small_units import small_units
from tests.form.small import SMALL

RULE = next(rule for rule in ACROSS_UNITS_RULES if rule.id == "C11")
OFFICES = offices(100)
LARGE = max(OFFICES, key=lambda one: sum(1 for value in one.this_year.values() if value))


def found(units: list[Office]) -> list[AcrossFinding]:
    return list(shared_figures(HandedIn(both_years(units)[0]), RULE))


def replaced(at: int, figures: dict[str, int]) -> list[Office]:
    return [
        one._replace(this_year=tied(dict(figures))) if number == at else one
        for number, one in enumerate(OFFICES)
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_honest_units_share_nothing_beyond_chance(seed: int) -> None:
    assert found(offices(100, seed)) == []


def test_a_copied_table_is_found_with_the_figures_that_are_the_same() -> None:
    at = (OFFICES.index(LARGE) + 1) % len(OFFICES)
    figures = LARGE.this_year | {"行政许可": 7}
    (one,) = found(replaced(at, figures))
    assert set(one.units) == {LARGE.unit.name, OFFICES[at].unit.name}
    assert one.finding.place.file in {f"{name}.xlsx" for name in one.units}
    assert "格的数完全相同：“" in one.finding.message
    assert "总计" not in one.finding.message


def test_three_units_with_one_table_are_one_finding() -> None:
    at = OFFICES.index(LARGE)
    units = replaced((at + 1) % 100, LARGE.this_year)
    units[(at + 2) % 100] = units[(at + 2) % 100]._replace(this_year=LARGE.this_year)
    (one,) = found(units)
    assert len(one.units) == 3
    assert "与它们相同的还有" in one.finding.message


def test_tables_of_zeros_or_of_one_request_each_are_no_copies() -> None:
    request = dict.fromkeys(LARGE.this_year, 0)
    request |= {"本年新收自然人": 1, "予以公开自然人": 1}
    few = [
        one._replace(this_year=tied(dict(request if at % 2 else request | {"行政许可": at})))
        for at, one in enumerate(OFFICES[:20])
    ]
    assert found(few) == []


def test_units_of_a_small_form_are_compared_too() -> None:
    usual = [{"收案个人": 30 + at, "收案单位": 900 - at} for at in range(20)]
    usual = [one | {"结案个人": one["收案个人"], "结案单位": one["收案单位"]} for one in usual]
    handed_in = HandedIn(small_units([*usual, usual[3]]))
    assert handed_in.form is SMALL
    assert list(shared_figures(handed_in, RULE)) == []  # two figures that tie are no table
