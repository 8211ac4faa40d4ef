"""勾稽关系: every equation of the form that lies within one report."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from operator import eq, ge, le

from generator.checks.case import Case
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.form.vocabulary import Relation, Term, Tie
from generator.model.finding import Finding
from generator.model.quotients import Quotient, misstated
from generator.model.report import Report

_FEW, _MOST_SHOWN = 2, 6
_HOLDS: Mapping[Relation, Callable[[Decimal, Decimal], bool]] = {
    "=": eq,
    "<=": le,
    ">=": ge,
    "both": lambda left, right: (left == 0) == (right == 0),
}
_IN_WORDS = {"<=": "前者多", ">=": "前者少"}


def ties_within_the_report(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find the ties of a rule that do not hold. One with a figure that is not known is passed over.

    Such a figure has a finding of its own; what it does to the sums is not known. Nor is anything
    said of tables that are not begun, in which there is nothing but last year's.
    """
    if not case.begun:
        return
    for tie in case.form.ties:
        if tie.rule != rule.id or tie.across_years:
            continue
        left, right = (
            case.report.total(term.figure for term in terms) for terms in (tie.left, tie.right)
        )
        if left is None or right is None:
            continue
        if tie.divided_by:
            divisor = case.report.total(term.figure for term in tie.divided_by)
            if divisor is not None and (wrong := misstated(tie, case.form, left, divisor, right)):
                yield _misstated(case, rule, tie, wrong, right)
        elif not _HOLDS[tie.relation](left, right):
            yield _broken(case, rule, tie, left, right)


def _broken(case: Case, rule: Rule, tie: Tie, left: Decimal, right: Decimal) -> Finding:
    report = case.report
    total = tie.right[0].figure
    if tie.relation == "both":
        message = (
            f"{tie.title}：{_said(report, tie.left, left)}，{_said(report, tie.right, right)}，"
            "一边是 0，另一边不是"
        )
    elif not tie.is_sum:
        less, more = (left, right) if tie.relation == "<=" else (right, left)
        message = (
            f"{tie.title}：{_said(report, tie.left, left)}，{_said(report, tie.right, right)}，"
            f"{_IN_WORDS[tie.relation]} {number(less - more)}"
        )
    elif len(tie.right) == 1:
        blank = report.figures[total].value is None
        said = "却是空白" if blank else f"填的是 {number(right)}"
        gap = f"{'多' if right > left else '少'} {number(abs(right - left))}"
        label = case.form.figures[total].label
        message = f"{label}应为 {number(left)}（{_addition(report, tie.left)}），{said}，{gap}"
    else:
        message = (
            f"{tie.title}：{_addition(report, tie.left)} 合计 {number(left)}，"
            f"{_addition(report, tie.right)} 合计 {number(right)}，"
            f"前者{'多' if left > right else '少'} {number(abs(left - right))}"
        )
    return _found(case, rule, tie, message, expected=left, found=right)


def _misstated(case: Case, rule: Rule, tie: Tie, due: Quotient, found: Decimal) -> Finding:
    """Say what a quotient comes to, or that there is nothing to divide by."""
    report, result = case.report, tie.right[0].figure
    label = case.form.figures[result].label
    way = f"{_addition(report, tie.left)} ÷ {_addition(report, tie.divided_by)}"
    if due.value is None:
        message = f"{label}填的是 {number(found)}，可是除数是 0（{way}）"
    else:
        message = f"{label}应为 {number(due.value)}{due.unit}（{way}），填的是 {number(found)}"
    return _found(case, rule, tie, message, expected=due.value, found=found)


def _found(
    case: Case, rule: Rule, tie: Tie, message: str, *, expected: Decimal | None, found: Decimal
) -> Finding:
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        place=case.report.figures[tie.right[0].figure].place,
        message=message,
        advice=rule.advice or f"请核对这几格，改正填错的数（{tie.clause}）",
        holds_back=rule.holds_back,
        expected=expected,
        found=found,
        about=tie.title,
    )


def _said(report: Report, terms: tuple[Term, ...], value: Decimal) -> str:
    """Spell out one side of a tie; a sum with what it comes to."""
    spelled = _addition(report, terms)
    return spelled if len(terms) == 1 else f"{spelled} 合计 {number(value)}"


def _addition(report: Report, terms: tuple[Term, ...]) -> str:
    """Spell out a sum with its cells; of a long one its range and what is not zero."""
    names = [term.figure for term in terms]
    shown = [name for name in names if len(names) <= _FEW or report.number(name)]
    spelled = "＋".join(
        f"{_cell(report, name)}“{name}” {report.figures[name].printed}"
        for name in shown[:_MOST_SHOWN]
    ) + ("＋……" if len(shown) > _MOST_SHOWN else "")
    if len(names) <= _FEW:
        return spelled
    first, last = (_cell(report, name).strip() or f"“{name}”" for name in (names[0], names[-1]))
    return f"{first} 至 {last} 之和：{spelled or '都是 0 或空白'}"


def _cell(report: Report, figure: str) -> str:
    """Return a figure's cell, empty where it has none but its name."""
    spot = report.figures[figure].place.spot
    return "" if figure in spot else f"{spot} "
