"""勾稽关系: every equation of the form that lies within one report."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.case import Case
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.form.vocabulary import Term, Tie
from generator.model.finding import Finding
from generator.model.report import Report

_FEW, _MOST_SHOWN = 2, 6


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
        if left is not None and right is not None and left != right:
            yield _broken(case, rule, tie, left, right)


def _broken(case: Case, rule: Rule, tie: Tie, left: Decimal, right: Decimal) -> Finding:
    report = case.report
    total = tie.right[0].figure
    if len(tie.right) == 1:
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
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        place=report.figures[total].place,
        message=message,
        advice=f"请核对这几格，改正填错的数（{tie.clause}）",
        holds_back=rule.holds_back,
        expected=left,
        found=right,
        about=tie.title,
    )


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
