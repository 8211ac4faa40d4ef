"""Which figure a number in a sentence is about, by the words around it."""

import re
from collections.abc import Iterable

from generator.checks.text.patterns import compiled
from generator.checks.text.qualifiers import COMPARED, OF_OTHERS
from generator.checks.text.quantities import MONEY, Quantity
from generator.checks.text.sentences import Sentence, segment
from generator.form.wordings import (
    DocumentWordings,
    RequestWordings,
    ResultWordings,
    Subject,
    Wordings,
)

_BECAUSE = re.compile("因|经|由于")


def subject_of(sentence: Sentence, quantity: Quantity, wordings: Wordings) -> Subject | None:
    """Return what a number counts, where that is certain."""
    if quantity.unit in MONEY:
        return _first(wordings.amounts, quantity.before)
    if (
        quantity.unit not in wordings.units
        or quantity.before.endswith("无")
        or _is_of_something_else(sentence, quantity, wordings)
    ):
        return None
    before = quantity.before
    if wordings.documents and (
        noun := compiled(wordings.documents.nouns).match(quantity.after)
    ):  # 制发3件规范性文件
        before += noun[0]
    subject, words = _named(sentence, before, quantity.start, wordings), quantity.before
    if subject is None:
        subject, words = _named_after(sentence, quantity, wordings), quantity.after
    if subject and COMPARED.search(words) and not _of_two_years(subject, wordings):
        return None
    return subject


def result_of(words: str, results: ResultWordings) -> Subject | None:
    """Return the kinds of results that words name: one of them, or several taken together."""
    named = [kind for kind in results.kinds if compiled(kind.pattern).search(words)]
    groups = [kind for kind in named if kind.name in results.groups]
    rows = [kind for kind in named if kind.name in results.rows]
    if groups and rows:  # of a row "because of which" is said the group, unless 等 follows it
        left_out = rows if "等" in words else groups
        named = [kind for kind in named if kind not in left_out]
    if len(named) < 2:  # noqa: PLR2004 - nothing to take together
        return named[0] if named else None
    for kind in named:
        if not kind.interpretations:  # no figure of the form counts it, nor it and others together
            return kind
    together = tuple(figure for kind in named for figure in kind.interpretations[0])
    first, name = named[0], "、".join(kind.name for kind in named)
    return Subject(name, first.rule, first.pattern, (together,), first.dimension)


def percentage_subject(sentence: Sentence, rate: Quantity, wordings: Wordings) -> Subject | None:
    """Return the results or applicants of which a percentage is said: 企业占58.5%."""
    words = rate.before.rpartition("占")[0]
    if wordings.requests is None or not sentence.about_requests or not words:
        return None
    result = result_of(words, wordings.requests.results)
    return result or _first(wordings.requests.applicants.kinds, words)


def _first(subjects: Iterable[Subject], words: str) -> Subject | None:
    return next((item for item in subjects if compiled(item.pattern).search(words)), None)


def _is_of_something_else(sentence: Sentence, quantity: Quantity, wordings: Wordings) -> bool:
    """Tell whether a number is of other organs, or of other things than the form counts."""
    earlier = segment(sentence, quantity.start)
    if OF_OTHERS.search(earlier):
        return True
    topic = wordings.requests.topic if wordings.requests else ""
    uncounted = compiled(wordings.uncounted).search(earlier)
    return bool(uncounted and not compiled(topic).search(sentence.text))


def _of_two_years(subject: Subject, wordings: Wordings) -> bool:
    """Tell whether a subject has last year or the next in its name, and is no comparison."""
    requests = wordings.requests
    return requests is not None and subject in (requests.brought_forward, requests.carried_forward)


def _named_after(sentence: Sentence, quantity: Quantity, wordings: Wordings) -> Subject | None:
    """Return what the words after a number name: 收到8份申请, 2件转下年答复."""
    subject = _named(sentence, quantity.after, quantity.start, wordings)
    requests = wordings.requests
    if requests is None:
        return None if _BECAUSE.match(quantity.after) else subject
    if subject is None and not quantity.before.strip("其中另有尚剩余的"):
        rest = re.split("[；。（）]", sentence.text[quantity.end :])[0]
        following = "，".join(rest.split("，")[:2])
        if not any(character.isdigit() for character in following):
            subject = _first([requests.carried_forward], following)
    receives = compiled(requests.receiving).search(quantity.before)
    if subject in (requests.processed, requests.received) and not receives:
        return None
    if subject is not requests.carried_forward and _BECAUSE.match(quantity.after):
        return None
    return subject


def _named(sentence: Sentence, words: str, at: int, wordings: Wordings) -> Subject | None:
    """Return what some words around a number name."""
    reviews, documents, requests = wordings.reviews, wordings.documents, wordings.requests
    if reviews and compiled(reviews.topic).search(words):
        of_others = compiled(reviews.other_cases).search(segment(sentence, at) + words)
        of_a_part = compiled(reviews.outcomes).search(words)
        unclear = not sentence.about_matter or of_others or of_a_part
        return None if unclear else _first(reviews.subjects, words)
    found = _document(sentence, words, at, documents) if documents else None
    found = found or _first(wordings.subjects, words)
    if found or requests is None or not sentence.about_requests:
        return found
    return _of_requests(sentence, words, requests)


def _document(
    sentence: Sentence, words: str, at: int, documents: DocumentWordings
) -> Subject | None:
    """Return what is counted of documents; the noun may stand earlier in the sentence."""
    nouns = compiled(documents.nouns).findall(sentence.text[:at] + words)
    if not nouns:
        return None
    return _first([item for item in documents.subjects if nouns[-1] in item.name], words)


def _of_requests(sentence: Sentence, words: str, requests: RequestWordings) -> Subject | None:
    """Return what words name in a sentence about requests for information."""
    other_matter = compiled(requests.other_matters).search(words)
    flows = [requests.carried_forward, requests.brought_forward]
    flows += [] if other_matter else [requests.newly_received]
    found = [
        (match.end(), flow) for flow in flows if (match := compiled(flow.pattern).search(words))
    ]
    if found:  # the nearest to the number
        return max(found, key=lambda item: item[0])[1]
    results = requests.results
    result = result_of(words, results)
    if result:
        return result if result is not results.other or _names_results(sentence, results) else None
    if other_matter or compiled(results.withdrawn).search(words):
        return None
    return _applicant_or_flow(sentence, words, requests)


def _applicant_or_flow(sentence: Sentence, words: str, requests: RequestWordings) -> Subject | None:
    """Return the applicants that words name; where they name all, what was done for them."""
    applicants = requests.applicants
    divided = [kind for kind in applicants.entities_divided if kind in words]
    if (
        divided
        and applicants.entity not in words
        and all(kind in sentence.text for kind in applicants.entities_divided)
    ):
        return None  # one kind of organisations beside another, as the office divides them
    flows = [requests.answered, requests.processed, requests.received]
    if compiled(requests.answering).search(words):
        flows = [requests.answered]
    elif compiled(requests.receiving).search(words):
        flows = [requests.received]
    everybody = all(
        _first([kind], words) for kind in (applicants.natural_persons, applicants.entities)
    )
    return _first(flows if everybody else [*applicants.kinds, *flows], words)


def _names_results(sentence: Sentence, results: ResultWordings) -> bool:
    """Tell whether 其他 among the kinds of a sentence is a kind of result."""
    named = [kind for kind in results.kinds if compiled(kind.pattern).search(sentence.text)]
    return any(kind is not results.other for kind in named)
