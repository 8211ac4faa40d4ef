"""What stands alone among units of a kind is told; large units are not."""

import pytest

from generator.checks.across_units.far_from_kind import far_from_kind
from generator.checks.across_units.handed_in import HandedIn
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from tests.checks.across_units.many_units import both_years, offices
from tests.checks.across_units.small_units import small_units

RULE = next(rule for rule in ACROSS_UNITS_RULES if rule.id == "C14")
USUAL = [{"收案个人": 5 + at, "收案单位": 0, "结案个人": 5 + at} for at in range(20)]


def told(
    last: dict[str, int], then: dict[str, int] | None = None, count: int = len(USUAL)
) -> list[str]:
    """Return what is said where the last unit of a kind has these figures."""
    now = small_units([*USUAL[: count - 1], last])
    before = small_units([*USUAL[: count - 1], then], year=2023) if then else None
    return [one.finding.message for one in far_from_kind(HandedIn(now, before), RULE)]


@pytest.mark.long
def test_honest_units_are_not_told_of() -> None:
    for seed in range(3):
        assert list(far_from_kind(HandedIn(both_years(offices(100, seed))[0]), RULE)) == []


def test_a_figure_far_beyond_all_others_is_told_with_them() -> None:
    (message,) = told({"收案个人": 120_000})
    assert message == (
        "“第20号”的收案／个人是 120000 件，"
        "同类（街道）有这项数的 20 个单位里，第二大的是 23，中位数是 14.5"
    )


def test_one_that_was_so_last_year_is_not() -> None:
    assert told({"收案个人": 120_000}, {"收案个人": 100_000}) == []


def test_of_few_units_nothing_is_said() -> None:
    assert told({"收案个人": 120_000}, count=9) == []


def test_a_figure_in_the_column_that_nobody_else_uses_is_told() -> None:
    (message,) = told({"收案个人": 0, "收案单位": 7})
    assert "“第20号”的收案／单位是 7，同类（街道）的都是 0" in message
    assert "收案／个人是 0，同类的 19 个单位里有 19 个不是 0，像是填错了行或列" in message
