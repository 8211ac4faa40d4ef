"""What an enumeration divides, and into what."""

from collections.abc import Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.text.enumerations import Enumeration
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.statements import Statement
from generator.form.wordings import Subject


def subjects_of(case: Case, items: Sequence[Quantity]) -> dict[Quantity, Subject | None]:
    """Return what each number is about; withdrawn requests are a result without a name."""
    return {item: case.subject(item) or _withdrawn(case, item) for item in items}


def _withdrawn(case: Case, item: Quantity) -> Subject | None:
    requests = case.form.wordings.requests
    if requests is None:
        return None
    withdrawn = compiled(requests.results.withdrawn).search(item.before or item.after)
    return requests.results.other if withdrawn else None


def wholes_of(case: Case, enumeration: Enumeration, *, with_left: bool = False) -> list[Decimal]:
    """Return what an enumeration of requests may divide, as far as the text says.

    `with_left` says that what is carried forward is one of its items.
    """
    requests, whole = case.form.wordings.requests, case.subject(enumeration.whole)
    if whole is not None and whole.dimension == "applicant" and not enumeration.guessed:
        return [enumeration.whole.value]
    if requests is None:
        return [enumeration.whole.value]
    stated = _stated_around(case, enumeration)
    received = _values(stated, requests.received, requests.newly_received)
    brought = _values(stated, requests.brought_forward) or [Decimal(0)]
    left = _values(stated, requests.carried_forward)
    answered = _values(stated, requests.answered, requests.processed)
    if answered:
        return [value + (left[0] if with_left and left else 0) for value in answered]
    if enumeration.guessed:
        in_the_table = [
            case.total(subject.interpretations[0])
            for subject in (requests.answered, requests.newly_received)
        ]
        received = [*received, *(value for value in in_the_table if value is not None)]
    wholes = [enumeration.whole.value, *received, *(value + brought[0] for value in received)]
    if left and not with_left:
        wholes += [value - left[0] for value in wholes]
    return wholes


def _stated_around(case: Case, enumeration: Enumeration) -> list[Statement]:
    """Return what is stated in the sentences of an enumeration and of its whole, items aside."""
    if enumeration.guessed:
        stated = list(case.stated_beside(enumeration.sentence))
    else:
        sentences = dict.fromkeys((enumeration.sentence, enumeration.whole_sentence))
        stated = [found for sentence in sentences for found in case.stated_in(sentence)]
    return [statement for statement in stated if statement.quantity not in enumeration.items]


def _values(stated: Sequence[Statement], *subjects: Subject) -> list[Decimal]:
    return [item.quantity.value for item in stated if item.subject in subjects and not item.column]
