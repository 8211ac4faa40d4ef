"""跨年的勾稽关系 against last year's collection, unit by unit, whatever the units were called."""

from dataclasses import replace
from decimal import Decimal

from generator.checks.across_units.carried_over import carried_over
from generator.checks.across_units.handed_in import HandedIn
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.form.rules import TIES_ACROSS_YEARS, Rule, Severity
from generator.form.vocabulary import Tie, terms
from generator.model.collection.collection import AcrossFinding, Collection, State, UnitStanding
from generator.model.collection.unit import Unit
from generator.model.finding import wrong
from generator.model.report import Place
from tests.checks.across_units.many_units import both_years, collection, filing, offices, standing
from tests.form.small import SMALL

RULE = next(rule for rule in ACROSS_UNITS_RULES if rule.id == "C15")
TIE = Tie(
    "F1-03",
    "单位的收案等于上年单位的结案",
    terms("结案单位", last_year=True),
    terms("收案单位"),
    "某办〔2024〕1号：收案为上年的结案",
)
FORM = replace(
    SMALL,
    ties=(*SMALL.ties, TIE),
    rules=(
        *SMALL.rules,
        Rule("F1-03", "与上年衔接", Severity.ERROR, "依据", "说明。", check=TIES_ACROSS_YEARS),
    ),
)


def unit(
    name: str, *others: str, state: State = State.FILED, **figures: int | None
) -> UnitStanding:
    return standing(Unit(name, others), filing(name, figures, form=FORM), state)


def found(now: list[UnitStanding], then: list[UnitStanding] | None) -> list[AcrossFinding]:
    previous: Collection | None = None
    if then is not None:
        previous = collection(then, year=2023, form=FORM)
    return list(carried_over(HandedIn(collection(now, form=FORM), previous), RULE))


def test_honest_units_tie_with_last_year() -> None:
    assert list(carried_over(HandedIn(*both_years(offices(20))), RULE)) == []


def test_what_does_not_tie_is_said_with_both_figures_and_the_gap() -> None:
    (one,) = found([unit("甲局", 收案单位=7)], [unit("甲局", 结案单位=5)])
    assert one.units == ("甲局",)
    assert one.finding.message == ("“甲局”的收案／单位应为 5（上年“结案单位” 5），填的是 7，多 2")
    assert (one.finding.expected, one.finding.found) == (Decimal(5), Decimal(7))
    assert one.finding.place.spot == "『收案单位』"
    assert "某办〔2024〕1号" in one.finding.advice


def test_a_unit_that_was_renamed_is_found_by_its_other_name() -> None:
    now = [unit("甲局", "老甲局", 收案单位=7)]
    (one,) = found(now, [unit("老甲局", 结案单位=5)])
    assert one.finding.expected == 5


def test_units_that_were_merged_are_added() -> None:
    now = [unit("甲局", "乙局", 收案单位=8)]
    assert found(now, [unit("甲局", 结案单位=5), unit("乙局", 结案单位=3)]) == []


def test_of_merged_units_of_which_one_had_not_filed_nothing_is_known() -> None:
    then = [unit("甲局", 结案单位=5), standing(Unit("乙局"), None)]
    (one,) = found([unit("甲局", "乙局", 收案单位=8)], then)
    assert one.finding.severity is Severity.UNCHECKED
    assert one.finding.message == "“乙局”的数没有计入上年的汇总，“甲局”没有与上年核对"


def test_each_unit_that_was_not_in_last_year_s_sum_is_told_with_what_to_do() -> None:
    then = [standing(Unit("甲局"), None), standing(Unit("乙局"), None), unit("丙局", 结案单位=5)]
    now = [unit(name, 收案单位=5) for name in ("甲局", "乙局", "丙局")]
    first, second = found(now, then)
    assert (first.units, second.units) == (("甲局",), ("乙局",))
    assert first.finding.message == "“甲局”的数没有计入上年的汇总，没有与上年核对"
    assert "把“甲局”的数填到上年的汇总『各单位数字』里，“计入”选“是”" in first.finding.advice
    assert str(first.finding.place) == "某某区2023年的汇总『各单位数字』"


def test_new_units_and_a_missing_collection_are_not_passed_in_silence() -> None:
    (new,) = found([unit("甲局", 收案单位=1), unit("新局", 收案单位=1)], [unit("甲局", 结案单位=1)])
    assert new.units == ("新局",)
    assert "“新局”在上年的汇总里找不到" in new.finding.message
    (none,) = found([unit("甲局", 收案单位=1)], None)
    assert none.finding.severity is Severity.UNCHECKED
    assert none.finding.place.file == "某某区2024年的汇总"


def test_blank_is_nothing_in_a_report_that_counts_and_unknown_in_one_that_is_held_back() -> None:
    then = [unit("甲局", 结案单位=5)]
    (one,) = found([unit("甲局", 收案单位=None)], then)
    assert one.finding.found == 0
    assert found([unit("甲局", state=State.HELD, 收案单位=None)], then) == []


def test_what_the_report_itself_was_told_is_not_said_again() -> None:
    place = Place("甲局.xlsx")
    said = wrong("F1-03", place, "应为 5", "请核对", about=TIE.title, expected=Decimal(5))
    told = unit("甲局", 收案单位=7)
    assert told.filing
    told = told._replace(filing=told.filing._replace(findings=(said,)))
    assert found([told], [unit("甲局", 结案单位=5)]) == []


def test_a_form_without_such_ties_has_nothing_to_check() -> None:
    now = collection([standing(Unit("甲局"), filing("甲局", {}, form=SMALL))], form=SMALL)
    assert list(carried_over(HandedIn(now), RULE)) == []
