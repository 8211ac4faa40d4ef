"""What a stated number may legitimately mean, and whether one of these readings holds."""

import re
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.text.enumerations import Parts
from generator.checks.text.statements import Statement
from generator.form.disclosure.wordings import (
    ANSWERED,
    APPLICANTS,
    CARRIED_OUT,
    FEES,
    MONEY,
    PROCESSED,
    RECEIVED,
    WITHDRAWN,
    Reading,
    Subject,
)


def holds(case: Case, statement: Statement) -> bool | None:
    """Tell whether one of a statement's readings holds; None where the tables do not say."""
    readings = readings_of(case, statement)
    if not readings:  # the table has it under another kind
        return True
    known = [case.total(reading) for reading in readings]
    if any(_agrees(statement, value) for value in known if value is not None):
        return True
    decisive = statement.subject.rule == "X07" and known[0] is not None
    for reading, value in zip(readings, known, strict=True):
        if not decisive and value is None and case.least(reading) <= statement.quantity.value:
            return None
    return _excused(case, statement)


def only_a_branch(statement: Statement) -> bool:
    """其中11件按规定办结 is a part of all that were answered."""
    return statement.listed and statement.subject in (ANSWERED, PROCESSED, RECEIVED)


def readings_of(case: Case, statement: Statement) -> tuple[Reading, ...]:
    """Return what a number may mean where it stands."""
    subject = statement.subject
    if subject.dimension != "result":
        return subject.readings
    applicant = _applicant(case, case.list_of.get(id(statement.quantity)))
    if applicant is None:
        return subject.readings
    column = applicant.readings[0][0].removeprefix("本年新收")
    if column == "法人" and any(name not in _ROWS_WITH_SUMS for name, *_ in subject.readings):
        return subject.readings
    return tuple(tuple(name + column for name in reading) for reading in subject.readings)


_ROWS_WITH_SUMS = ("予以公开", "部分公开")


def _excused(case: Case, statement: Statement) -> bool:
    """Tell whether a number that differs may be right: a part of all, or other cases with it."""
    value = statement.quantity.value
    if statement.qualified and statement.subject.rule != "X07":
        known = [case.total(reading) for reading in statement.subject.readings]
        return value <= max((total for total in known if total is not None), default=value)
    if statement.subject is RECEIVED and (beside := _carried_out_beside(case, statement)):
        return any(case.total(reading) == value + beside for reading in statement.subject.readings)
    if statement.subject is ANSWERED:
        taken_back = _taken_back(statement)
        return bool(taken_back) and value + taken_back == case.total(statement.subject.readings[0])
    if statement.subject.dimension in ("result", "rule"):
        return _with_others_of_its_row(case, statement)
    return False


def _carried_out_beside(case: Case, statement: Statement) -> Decimal:
    """Return how many requests a sentence counts beside those received: 另有2件结转下年."""
    if not re.search("另有|另外", statement.sentence.text):
        return Decimal(0)
    beside = [
        other.quantity.value
        for other in case.stated_in(statement.sentence)
        if other.subject is CARRIED_OUT
    ]
    return sum(beside, Decimal(0))


def _taken_back(statement: Statement) -> Decimal:
    """Return how many requests a sentence says were withdrawn beside those that were answered."""
    listed_from = statement.sentence.text.find("其中", statement.quantity.end)
    taken_back = [
        item.value
        for item in statement.sentence.quantities
        if WITHDRAWN.search(item.before + item.after)
        and (listed_from < 0 or item.start < listed_from)
    ]
    return sum(taken_back, Decimal(0))


def _with_others_of_its_row(case: Case, statement: Statement) -> bool:
    """不存在1件、非本机关职责2件 together are one row of the table."""
    same = [
        other.quantity.value
        for other in case.stated_in(statement.sentence)
        if other.subject == statement.subject
    ]
    if len(same) < 2:  # noqa: PLR2004 - there is no other
        return False
    together = sum(same, Decimal(0))
    return any(case.total(reading) == together for reading in readings_of(case, statement))


def _applicant(case: Case, parts: Parts | None) -> Subject | None:
    """Return the kind of applicants that a list of results is about."""
    if parts is None or parts.guessed:
        return None
    subject = case.subjects.get(id(parts.whole))
    return subject if subject in APPLICANTS else None


def _agrees(statement: Statement, value: Decimal) -> bool:
    """Compare; money to the decimals in which it is written."""
    if statement.subject is not FEES:
        return statement.quantity.value == value
    factor = Decimal(MONEY[statement.quantity.unit]) / MONEY["万元"]
    half_a_digit = factor / 2 * Decimal(1).scaleb(-statement.quantity.digits)
    return abs(statement.quantity.value * factor - value) <= half_a_digit
