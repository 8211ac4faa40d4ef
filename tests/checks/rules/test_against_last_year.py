"""跨年: a report against last year's."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.rules import check
from generator.form.vocabulary import Tie
from generator.model.finding import Finding, Severity
from generator.model.report import Entry, Figure, Report
from tests import samples
from tests.forms import FORM
from tests.samples import case, last_year, numbers, rules_of

YEARS = rules_of("Y01", "Y02", "Y03", "T2-03", "Y04", "Y05", "Y06", "Y07")

ACROSS = [tie for tie in FORM.ties if tie.across_years]


STEADY = {then: numbers()[now] for now, then in FORM.brought_forward.items()}
"""As many cases go on to the next year as came from the last: nothing to remark."""


def report(changed: Mapping[str, int | None] | None = None) -> Report:
    return samples.report({**STEADY, **(changed or {})})


def years(now: Report, then: Report | None) -> list[Finding]:
    return check(case(now, then), YEARS)


def of(rule: str, now: Report, then: Report | None) -> list[Finding]:
    return [finding for finding in years(now, then) if finding.rule == rule]


def same(names: list[str], value: int) -> dict[str, int | None]:
    return dict.fromkeys(names, value)


def test_two_years_that_follow_have_no_finding() -> None:
    assert years(report(), last_year()) == []


def test_without_last_year_each_rule_says_once_and_alike_that_nothing_was_checked() -> None:
    found = years(report(), None)
    assert [finding.rule for finding in found] == ["Y01", "Y02", "Y03", "Y04", "Y05", "Y06"]
    assert {finding.severity for finding in found} == {Severity.UNCHECKED}
    assert len({str(finding) for finding in found}) == 1
    assert not any(finding.holds_back for finding in found)


def test_the_reason_for_having_no_last_year_is_said() -> None:
    without = replace(case(report()), why_no_previous="旁边的 2023.xlsx 读不了")
    found = check(without, YEARS)
    assert {finding.message for finding in found} == {"旁边的 2023.xlsx 读不了"}


@pytest.mark.parametrize("tie", ACROSS, ids=lambda tie: tie.title)
@pytest.mark.parametrize("change", [1, -1])
def test_a_figure_that_does_not_follow_is_named_with_both_years(tie: Tie, change: int) -> None:
    result = tie.right[0].figure
    past = tie.left[0].figure
    now = report({result: numbers()[result] + change})
    found = [finding for finding in years(now, last_year()) if finding.rule == tie.rule]
    assert len(found) == 1
    finding = found[0]
    assert finding.severity == Severity.ERROR
    assert not finding.holds_back
    assert finding.difference == change
    assert finding.expected == numbers()[result]
    assert finding.place == now.figures[result].place
    assert f"上年 {last_year().figures[past].place} “{past}”" in finding.message
    more = "多" if change > 0 else "少"
    assert finding.message.endswith(f"填的是 {numbers()[result] + change}，{more} 1")


def test_a_difference_after_a_clean_up_may_be_verified() -> None:
    found = of("Y02", report({"规章现行有效": 500}), last_year())
    assert "可以标明“已核实”" in found[0].advice
    assert "已核实" not in of("Y01", report({"上年结转": 500}), last_year())[0].advice


def test_a_key_stays_when_rows_move() -> None:
    now = report({"上年结转": 500})
    moved = {
        name: replace(figure, place=figure.place._replace(spot="Z99"))
        for name, figure in now.figures.items()
    }
    elsewhere = replace(now, figures=moved)
    keys = [finding.key for finding in years(now, last_year())]
    assert keys == [finding.key for finding in years(elsewhere, last_year())]
    assert len(set(keys)) == len(keys) > 0


def test_a_blank_is_told_where_last_year_has_a_figure() -> None:
    found = of("Y01", report({"上年结转自然人": None}), last_year())
    assert "却是空白" in found[0].message
    assert of("Y01", report({"上年结转自然人": None}), last_year({"结转下年自然人": 0})) == []


def test_what_is_still_blank_is_not_compared() -> None:
    brought = {name: numbers()[name] for name in FORM.brought_forward}
    assert years(report({**dict.fromkeys(FORM.figures), **brought}), last_year()) == []


def test_what_cannot_be_read_in_last_year_s_is_said_to_be_unchecked() -> None:
    then = last_year()
    unreadable = {**then.figures, "结转下年自然人": Figure(None, typed="五", readable=False)}
    found = years(report({"上年结转商业企业": 500}), replace(then, figures=unreadable))
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.UNCHECKED]
    assert "“结转下年自然人”读不出数" in found[1].message


def test_a_last_year_of_which_nothing_could_be_read_is_no_last_year() -> None:
    found = years(report(), Report(last_year().entries, {}, {}, (), file="2023.xlsx"))
    assert [finding.rule for finding in found] == ["Y01", "Y02", "Y03", "Y04", "Y05", "Y06"]
    assert {finding.severity for finding in found} == {Severity.UNCHECKED}


def test_a_figure_of_this_year_that_is_not_known_is_passed_over() -> None:
    now = report()
    figures = {**now.figures, "上年结转自然人": Figure(None, typed="五", readable=False)}
    assert years(replace(now, figures=figures), last_year()) == []


# ── Y03 ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (100, 151, True),
        (100, 149, False),
        (100, 49, True),
        (100, 51, False),
        (5, 12, False),
        (5, 40, True),
        (0, 9, False),
        (0, 30, True),
        (30, 0, True),
        (9, 0, False),
        (1_000_000, 1_400_000, False),
        (1_000_000, 1_600_000, True),
    ],
)
def test_a_swing_is_told_where_it_is_large_for_its_size(then: int, now: int, told: bool) -> None:  # noqa: FBT001 - a column of the table above
    found = of("Y03", report({"行政许可": now}), last_year({"行政许可": then}))
    assert [finding.severity for finding in found] == [Severity.NOTICE] * told
    assert all(f"“行政许可” {then}→{now}" in finding.message for finding in found)


def test_all_swings_are_one_notice_with_the_most_remarkable_first() -> None:
    then = last_year({**same(list(FORM.figures), 40), "行政处罚": 4})
    now = report({**same(list(FORM.figures), 400), "行政处罚": 40_000})
    (found,) = of("Y03", now, then)
    assert "：“行政处罚” 4→40000、" in found.message
    assert found.message.count("→") == 8
    assert found.message.endswith("等")


def test_parts_of_a_row_s_total_do_not_swing_on_their_own() -> None:
    assert of("Y03", report({"本年新收自然人": 5000}), last_year()) == []
    assert of("Y03", report({"办理结果总计自然人": 50_000}), last_year()) == []
    assert of("Y03", report({"复议维持": 5000}), last_year()) == []
    assert len(of("Y03", report({"复议总计": 5000}), last_year())) == 1


@given(
    st.integers(min_value=0, max_value=10**7),
    st.integers(min_value=0, max_value=10**7),
)
def test_a_swing_never_fails_and_never_tells_of_small_numbers(then: int, now: int) -> None:
    found = of("Y03", report({"行政许可": now}), last_year({"行政许可": then}))
    assert not found or abs(now - then) >= 10


# ── T2-03 ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [(5, 50_000, True), (5, 5000, True), (5, 4999, False), (0, 50_000, False)],
)
def test_a_fee_in_yuan_is_told(then: int, now: int, told: bool) -> None:  # noqa: FBT001 - a column of the table above
    found = of("T2-03", report({"行政事业性收费": now}), last_year({"行政事业性收费": then}))
    assert [finding.found for finding in found] == [Decimal(now)] * told
    assert of("T2-03", report({"行政事业性收费": now}), None) == []


@pytest.mark.parametrize(
    ("organ", "fee", "told"),
    [
        ("某某市某某区某某街道办事处", 120_000, True),
        ("某某市某某区自然资源局", 120_000, False),
        ("某某市某某区自然资源局", 600_000, True),
        ("某某市自然资源局", 727_012_578, True),
        ("某某市自然资源局", 72_701, False),
        ("某某壮族自治区人民政府", 3_000_000, False),
        ("某某省人民政府", 3_000_000, False),
    ],
)
def test_a_fee_that_no_such_organ_can_have_is_told_in_its_first_year(
    organ: str,
    fee: int,
    told: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    read = report({"行政事业性收费": fee})
    read = replace(read, entries={**read.entries, "机关名称": Entry(organ)})
    found = of("T2-03", read, None)
    assert [finding.found for finding in found] == [Decimal(fee)] * told
    assert of("T2-03", read, last_year({"行政事业性收费": fee})) == []


# ── Y05 ───────────────────────────────────────────────────────────────────────────────────


def test_the_same_figures_as_last_year_are_told_once() -> None:
    then = replace(report(), file="2023.xlsx")
    assert len(of("Y05", report(), then)) == 1
    assert of("Y05", report({"行政许可": 1}), then) == []


def test_few_figures_may_well_be_the_same() -> None:
    few = {**same(list(FORM.figures), 0), "行政许可": 4, "行政处罚": 1}
    assert of("Y05", report(few), report(few)) == []
