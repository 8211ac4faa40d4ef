"""The day by which the place wants the report to be public."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.rules import check
from generator.model.local_rules_in_force import in_force
from generator.model.report import Entry
from tests.checks.rules.local.asked import rule
from tests.forms import FORM
from tests.samples import case, report


def told(issued: date, *deadlines: str) -> list[str]:
    """Return the rules by which a day of publication is wrong."""
    read = report()
    read = replace(read, entries={**read.entries, "成文日期": Entry(issued)})
    rules = [rule("发布期限", asked, part="") for asked in deadlines]
    looked_at = replace(case(read), local_rules=in_force(rules, (), FORM))
    wrong = [found for found in check(looked_at) if found.rule == "D03" or found.rule[0] == "L"]
    return [f"{found.rule} {found.message}" for found in wrong]


@pytest.mark.parametrize(
    ("issued", "deadline", "due"),
    [
        (date(2025, 1, 20), "1月20日", []),
        (
            date(2025, 1, 21),
            "1月20日",
            ["L01 公布的日期 2025年1月21日 晚于本地规定的 2025年1月20日"],
        ),
        (date(2025, 2, 10), "2月15日前", []),
        (
            date(2025, 3, 1),
            "2月29日",
            ["L01 公布的日期 2025年3月1日 晚于本地规定的 2025年2月28日"],
        ),
    ],
)
def test_the_deadline_of_the_place_holds_instead_of_the_form_s(
    issued: date, deadline: str, due: list[str]
) -> None:
    assert told(issued, deadline) == due


def test_without_one_the_form_s_holds() -> None:
    (found,) = told(date(2025, 2, 10))
    assert found.startswith("D03")


def test_a_day_before_the_year_is_over_stays_wrong() -> None:
    (found,) = told(date(2024, 12, 1), "1月20日")
    assert found.startswith("D03")


def test_of_several_each_holds() -> None:
    assert [one[:3] for one in told(date(2025, 1, 25), "1月20日", "1月31日")] == ["L01"]
