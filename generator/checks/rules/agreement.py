"""Whether a stated number is what the tables have, or may differ and be right all the same."""

import re
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.interpretations import (
    agrees,
    interpretations_of,
    is_in_the_tables,
    money_of,
    other_results,
)
from generator.checks.text.lexicon import WIDER
from generator.checks.text.patterns import compiled
from generator.checks.text.statements import Statement
from generator.form.pattern import Pattern
from generator.form.wordings import Subject

_ACTUALLY = Pattern("实际|实有|有效")


def holds(case: Case, statement: Statement) -> bool | None:
    """Tell whether one interpretation of a statement holds; None where the tables do not say.

    A number of which not every word is understood holds, whatever it is; so does what goes on from
    such a number in its sentence.
    """
    interpretations = interpretations_of(case, statement)
    if not interpretations:  # the table has it under another kind, or has it not
        return True
    known = [case.total(names) for names in interpretations]
    unit = money_of(case, interpretations)
    if any(agrees(statement, value, unit) for value in known if value is not None):
        return True
    if not statement.understood or _goes_on_from_another(case, statement):
        return True
    decisive = statement.subject.dimension == "review" and known[0] is not None
    for names, value in zip(interpretations, known, strict=True):
        if not decisive and value is None and case.least(names) <= statement.quantity.value:
            return None
    return _excused(case, statement)


def _goes_on_from_another(case: Case, statement: Statement) -> bool:
    """Tell whether a number before it, since the last semicolon, is of something not understood."""
    text, end = statement.sentence.text, statement.quantity.start
    requests = case.form.wordings.requests
    if requests and compiled(requests.topic).search(statement.quantity.before):
        return False
    return any(
        not other.understood
        and other.quantity.end <= end
        and "；" not in text[other.quantity.end : end]
        and not is_in_the_tables(case, other)
        for other in case.stated_in(statement.sentence)
    )


def only_a_branch(case: Case, statement: Statement) -> bool:
    """其中11件按规定办结 is a part of all that were answered."""
    requests = case.form.wordings.requests
    return (
        statement.enumerated
        and requests is not None
        and statement.subject in (requests.answered, requests.processed, requests.received)
    )


def _excused(case: Case, statement: Statement) -> bool:
    """Tell whether a number that differs may be right: a part of all, or other cases with it."""
    subject, value = statement.subject, statement.quantity.value
    excuses = (_is_theirs, _is_said_beside, _some_came_twice, _is_of_the_narrower_organ)
    if any(said(case, statement) for said in excuses):
        return True
    alone = subject.reason and len(_of_its_row(case, statement)) == 1
    if statement.part or alone or (statement.qualified and subject.dimension != "review"):
        known = [case.total(names) for names in subject.interpretations]
        return value <= max((total for total in known if total is not None), default=value)
    requests = case.form.wordings.requests
    if requests and subject is requests.received:
        beside = _stated_beside(case, statement, requests.carried_forward)
        if beside:
            return any(case.total(names) == value + beside for names in subject.interpretations)
    if requests and subject is requests.answered:
        taken_back = _stated_as(statement, requests.results.withdrawn)
        return bool(taken_back) and value + taken_back == case.total(subject.interpretations[0])
    if subject.dimension in ("result", "document"):
        rest = subject == other_results(case) and _is_the_rest(case, statement)
        return (
            rest
            or _with_others_of_its_row(case, statement)
            or _with_those_without_a_row(case, statement)
        )
    return False


def _is_theirs(case: Case, statement: Statement) -> bool:
    """Tell whether a number is that of the applicants named before it: 企业12件，答复6件."""
    if statement.column or statement.subject.dimension not in ("result", "flow"):
        return False
    before = [
        other.column or other.subject.column
        for other in case.stated_in(statement.sentence)
        if (other.column or other.subject.dimension == "applicant")
        and other.quantity.end <= statement.quantity.start
    ]
    theirs = statement._replace(column=before[-1]) if before else None
    return theirs is not None and is_in_the_tables(case, theirs)


def _is_said_beside(case: Case, statement: Statement) -> bool:
    """Tell whether its sentence has the table's number too: 办理1300件，作出决定1286件."""
    if statement.subject.dimension == "flow":
        return False
    return any(
        other.subject.name == statement.subject.name
        and other.quantity.value
        and other is not statement
        and is_in_the_tables(case, other)
        for other in case.stated_in(statement.sentence)
    )


def _some_came_twice(case: Case, statement: Statement) -> bool:
    """Tell whether what came in includes what came twice: 收到110份，其中8份重复，实际登记102件."""
    requests = case.form.wordings.requests
    if requests is None or statement.subject is not requests.received:
        return False
    later = [item for item in statement.sentence.quantities if item.start > statement.quantity.end]
    known = [case.total(names) for names in statement.subject.interpretations]
    return any(_ACTUALLY.search(item.before) and item.value in known for item in later)


def _is_of_the_narrower_organ(case: Case, statement: Statement) -> bool:
    """Tell whether its paragraph has the table's number of a whole place: 全区制发17件."""
    if statement.subject.dimension not in ("document", "count"):
        return False
    return any(
        other.subject.name == statement.subject.name
        and other.quantity.value > statement.quantity.value
        and compiled(WIDER).search(other.sentence.text[: other.quantity.start])
        and not compiled(WIDER).search(statement.sentence.text)
        and is_in_the_tables(case, other)
        for other in case.stated_beside(statement.sentence)
    )


def _stated_beside(case: Case, statement: Statement, subject: Subject) -> Decimal:
    """Return how many of another subject a sentence counts beside a number: 另有2件."""
    if not re.search("另有|另外", statement.sentence.text):
        return Decimal(0)
    beside = [
        other.quantity.value
        for other in case.stated_in(statement.sentence)
        if other.subject is subject
    ]
    return sum(beside, Decimal(0))


def _stated_as(statement: Statement, words: str) -> Decimal:
    """Return how many a sentence names by some words, beside a number and not as a part of it."""
    enumerated_from = statement.sentence.text.find("其中", statement.quantity.end)
    named = [
        item.value
        for item in statement.sentence.quantities
        if compiled(words).search(item.before + item.after)
        and (enumerated_from < 0 or item.start < enumerated_from)
    ]
    return sum(named, Decimal(0))


def _with_others_of_its_row(case: Case, statement: Statement) -> bool:
    """不存在1件、非本机关职责2件 together are one row of the table."""
    same = _of_its_row(case, statement)
    if len(same) < 2:  # noqa: PLR2004 - there is no other
        return False
    together = sum(same, Decimal(0))
    return any(case.total(names) == together for names in interpretations_of(case, statement))


def _with_those_without_a_row(case: Case, statement: Statement) -> bool:
    """Tell whether a row counts a kind too that is named apart: 公开3件、已主动公开2件."""
    apart = [
        other.quantity.value
        for other in case.stated_in(statement.sentence)
        if other.subject.dimension == "result" and not other.subject.interpretations
    ]
    together = statement.quantity.value + sum(apart, Decimal(0))
    known = [case.total(names) for names in interpretations_of(case, statement)]
    return bool(apart) and together in known


def _is_the_rest(case: Case, statement: Statement) -> bool:
    """Tell whether 其他 is all that a sentence does not name: with it, that is everything."""
    requests = case.form.wordings.requests
    named = [
        other.quantity.value
        for other in case.stated_in(statement.sentence)
        if other.subject.dimension == "result"
    ]
    everything = requests and case.total(requests.answered.interpretations[0])
    return len(named) > 1 and sum(named, Decimal(0)) == everything


def _of_its_row(case: Case, statement: Statement) -> list[Decimal]:
    """Return the numbers of a sentence that are of the same row of the table."""
    return [
        other.quantity.value
        for other in case.stated_in(statement.sentence)
        if other.subject.interpretations == statement.subject.interpretations
    ]
