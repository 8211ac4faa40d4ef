"""文表一致: what the text states of the figures, against the tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.agreement import holds, only_a_branch, readings_of
from generator.checks.rules.claims_in_text import (
    brought_nothing_forward,
    natural_persons_only,
    no_requests,
)
from generator.checks.rules.enumerations_in_text import kinds_without_a_row
from generator.checks.rules.quoting import cells_of, clip
from generator.checks.text.statements import Statement
from generator.form.chinese import number
from generator.form.disclosure.wordings import PUBLISHED_DOCUMENTS, Reading
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, unchecked, wrong


def stated_numbers(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find statements of a rule's subjects of which no reading holds, each subject once."""
    if (
        case.report.figures and not case.begun
    ):  # tables that are still to be filled in contradict nothing
        return
    told: set[tuple[str, str]] = set()
    for statement in case.statements:
        same = (statement.sentence.quote, statement.subject.name)
        if statement.subject.rule != rule.id or only_a_branch(statement) or same in told:
            continue
        held = holds(case, statement)
        if held is not True:
            told.add(same)
            yield _not_known(statement) if held is None else _differs(case, statement)


def requests_received(case: Case, rule: Rule) -> Iterator[Finding]:
    """Compare the number of requests: 新收, or 新收 + 上年结转."""
    yield from stated_numbers(case, rule)
    yield from no_requests(case, rule)


def brought_forward(case: Case, rule: Rule) -> Iterator[Finding]:
    """Compare 上年结转."""
    yield from stated_numbers(case, rule)
    yield from brought_nothing_forward(case, rule)


def results(case: Case, rule: Rule) -> Iterator[Finding]:
    """Compare the kinds of results."""
    yield from stated_numbers(case, rule)
    yield from kinds_without_a_row(case, rule)


def applicants(case: Case, rule: Rule) -> Iterator[Finding]:
    """Compare natural persons and organisations."""
    yield from stated_numbers(case, rule)
    yield from natural_persons_only(case, rule)


def _differs(case: Case, statement: Statement) -> Finding:
    subject, quantity = statement.subject, statement.quantity
    readings = readings_of(case, statement)
    cells = cells_of(case.report, readings[0])
    soft = statement.qualified or subject in PUBLISHED_DOCUMENTS or subject.rule == "X07"
    return (notice if soft else wrong)(
        subject.rule,
        statement.sentence.place,
        f"正文写的是{subject.name} {number(quantity.value)} {quantity.unit}，"
        + _in_the_tables(case, readings, quantity.value),
        f"请与{cells}核对，改正写错的一处" if cells else "请核对，改正写错的一处",
        quote=clip(statement.sentence.quote, around=number(quantity.value)),
        about=subject.name,
        expected=case.total(readings[0]),
        found=quantity.value,
    )


def _in_the_tables(case: Case, readings: Sequence[Reading], stated: Decimal) -> str:
    """Say what the tables have: the one number that is due, or every reading that was tried."""
    known = [(reading, value) for reading in readings if (value := case.total(reading)) is not None]
    tried = [
        f"{'＋'.join(f'“{name}”' for name in reading)}是 {number(value)}"
        for reading, value in known
    ]
    if len({value for _, value in known}) > 1:
        return f"与表里哪一种算法都不符：{'，'.join(tried)}"
    if not known:
        least = max(case.least(reading) for reading in readings)
        return f"表里至少是 {number(least)}"
    gap = stated - known[0][1]
    return f"表里{tried[0]}，正文{'多' if gap > 0 else '少'} {number(abs(gap))}"


def _sum(reading: Reading) -> str:
    return "＋".join(f"“{name}”" for name in reading)


def _not_known(statement: Statement) -> Finding:
    subject, quantity = statement.subject, statement.quantity
    return unchecked(
        subject.rule,
        statement.sentence.place,
        f"正文写的是{subject.name} {number(quantity.value)} {quantity.unit}，表里的数没有给出",
        "请补齐表里的数再核对",
        quote=clip(statement.sentence.quote, around=number(quantity.value)),
    )
