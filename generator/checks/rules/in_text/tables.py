"""文表一致: what the text states of the figures, against the tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.agreement import holds, only_a_branch
from generator.checks.rules.in_text.claims import claims
from generator.checks.rules.in_text.kinds import kinds_without_a_row
from generator.checks.rules.interpretations import (
    called,
    in_units_of_the_tables,
    interpretations_of,
    money_of,
)
from generator.checks.rules.quoting import cells_of, clip
from generator.checks.text.statements import Statement
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.form.wordings import Interpretation
from generator.model.finding import Finding, notice, unchecked, wrong


def stated_figures(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find what is said of a rule's subjects, with a number or without, and is not so."""
    yield from _stated_numbers(case, rule)
    yield from claims(case, rule)


def stated_results(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find the same of the kinds of results, and kinds that the table does not have."""
    yield from stated_figures(case, rule)
    yield from kinds_without_a_row(case, rule)


def _stated_numbers(case: Case, rule: Rule) -> Iterator[Finding]:
    """Yield the statements of which no interpretation holds, each sentence and subject once."""
    if case.report.figures and not case.begun:  # tables still to be filled in contradict nothing
        return
    told: set[tuple[str, str]] = set()
    for statement in case.statements:
        same = (statement.sentence.quote, called(statement))
        if statement.subject.rule != rule.id or only_a_branch(case, statement) or same in told:
            continue
        held = holds(case, statement)
        if held is not True:
            told.add(same)
            yield _not_known(statement) if held is None else _differs(case, statement)
    last_year = case.last_year
    for statement in case.statements_of_last_year if last_year else ():
        told_here = statement.subject.rule == rule.id and not only_a_branch(case, statement)
        if last_year and told_here and holds(last_year, statement) is False:
            yield _differs(last_year, statement)


def _differs(case: Case, statement: Statement) -> Finding:
    subject, quantity, name = statement.subject, statement.quantity, called(statement)
    interpretations = interpretations_of(case, statement)
    cells = cells_of(case.report, interpretations[0])
    stated = in_units_of_the_tables(quantity, money_of(case, interpretations))
    tentative = statement.qualified or subject.tentative or statement.last_year
    whose = "上年的" if statement.last_year else ""
    return (notice if tentative else wrong)(
        subject.rule,
        statement.sentence.place,
        f"正文写的是{name} {number(quantity.value)} {quantity.unit}，"
        + whose
        + _in_the_tables(case, interpretations, stated),
        f"请与{whose}{cells}核对，改正写错的一处" if cells else "请核对，改正写错的一处",
        quote=clip(statement.sentence.quote, around=number(quantity.value)),
        about=name,
        expected=case.total(interpretations[0]),
        found=quantity.value,
    )


def _in_the_tables(case: Case, interpretations: Sequence[Interpretation], stated: Decimal) -> str:
    """Say what the tables have: the one number that is due, or every interpretation tried."""
    known = [
        (names, value) for names in interpretations if (value := case.total(names)) is not None
    ]
    tried = [f"{_sum(names)}是 {number(value)}" for names, value in known]
    if len({value for _, value in known}) > 1:
        return f"与表里哪一种算法都不符：{'，'.join(tried)}"
    if not known:
        least = max(case.least(names) for names in interpretations)
        return f"表里至少是 {number(least)}"
    gap = stated - known[0][1]
    return f"表里{tried[0]}，正文{'多' if gap > 0 else '少'} {number(abs(gap))}"


def _sum(names: Interpretation) -> str:
    return "＋".join(f"“{name}”" for name in names)


def _not_known(statement: Statement) -> Finding:
    subject, quantity = statement.subject, statement.quantity
    return unchecked(
        subject.rule,
        statement.sentence.place,
        f"正文写的是{called(statement)} {number(quantity.value)} {quantity.unit}，表里的数没有给出",
        "请补齐表里的数再核对",
        quote=clip(statement.sentence.quote, around=number(quantity.value)),
    )
