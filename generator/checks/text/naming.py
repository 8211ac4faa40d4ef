"""Which figure a number in a sentence is about, by the words around it."""

import re
from typing import NamedTuple

from generator.checks.text.patterns import compiled, first_named
from generator.checks.text.qualifiers import COMPARED, OF_OTHERS
from generator.checks.text.quantities import MONEY, Quantity
from generator.checks.text.requests import of_requests, result_of
from generator.checks.text.reviews import of_reviews, speaks_of_reviews
from generator.checks.text.sentences import Sentence, words_before
from generator.form.pattern import Pattern
from generator.form.wordings import DocumentWordings, Subject, Wordings

_OF_LAST_YEAR = Pattern(r"^(?:其中|而)?(?:上一?|去|前一)年度?(?!同期|相比)")
_BECAUSE = Pattern("因|经|由于")


class Named(NamedTuple):
    """What a number counts, and the words that say so."""

    subject: Subject
    words: str


def named(
    sentence: Sentence, quantity: Quantity, wordings: Wordings, before: str | None = None
) -> Named | None:
    """Return what a number counts, where that is certain; `before` is read for its own words."""
    before = quantity.before if before is None else before
    if quantity.unit in MONEY:
        amount = first_named(wordings.amounts, before)
        return Named(amount, before) if amount else None
    if before.endswith("无") or _is_of_something_else(sentence, quantity, wordings):
        return None
    words = before
    if wordings.documents and (
        noun := compiled(wordings.documents.nouns).match(quantity.after)
    ):  # 制发3件规范性文件
        before += noun[0]
    subject = _named(sentence, before, quantity.start, wordings)
    if subject is None:
        subject, words = _named_after(sentence, quantity, wordings), quantity.after
        before = quantity.before + _up_to(subject, quantity.after)
    if subject is None or quantity.unit not in (subject.units or wordings.units):
        return None
    if compiled(subject.unless_in_sentence).search(sentence.text):
        return None
    if _compared(words) and not _of_two_years(subject, wordings):
        return None
    return Named(subject, before)


def subject_in(sentence: Sentence, words: str, at: int, wordings: Wordings) -> Subject | None:
    """Return what some words name, be it only by the name of something that is counted."""
    by_name = [
        item
        for item in wordings.subjects
        if re.search(rf"{item.name}(?:决定)?(?:件?数量?|总数|总量)?的?$", words)
    ]
    amount = first_named(wordings.amounts, words)
    return _named(sentence, words, at, wordings) or next(iter(by_name), amount)


def _up_to(subject: Subject | None, words: str) -> str:
    """Return the words after a number as far as they name what it counts."""
    found = compiled(subject.pattern).search(words) if subject else None
    return words[: found.end()] if found else words


def _compared(words: str) -> bool:
    """Tell whether words compare; the year before at their beginning is only a time."""
    return bool(COMPARED.search(_OF_LAST_YEAR.sub("", words)))


def percentage_subject(sentence: Sentence, rate: Quantity, wordings: Wordings) -> Subject | None:
    """Return the results or applicants of which a percentage is said: 企业占58.5%."""
    words = rate.before.rpartition("占")[0]
    if wordings.requests is None or not sentence.about_requests or not words:
        return None
    result = result_of(words, wordings.requests.results)
    return result or first_named(wordings.requests.applicants.kinds, words)


def _is_of_something_else(sentence: Sentence, quantity: Quantity, wordings: Wordings) -> bool:
    """Tell whether a number is of other organs, or of other things than the form counts."""
    earlier = words_before(sentence, quantity.start)
    if OF_OTHERS.search(earlier):
        return True
    topic = wordings.requests.topic if wordings.requests else ""
    uncounted = compiled(wordings.uncounted).search(earlier)
    return bool(uncounted and not compiled(topic).search(sentence.text))


def _of_two_years(subject: Subject, wordings: Wordings) -> bool:
    """Tell whether a subject has last year or the next in its name, and is no comparison."""
    requests = wordings.requests
    if requests is None:
        return False
    brought = requests.brought_forward.interpretations[0]
    always_with_it = all(set(brought) <= set(names) for names in subject.interpretations)
    return always_with_it or subject is requests.carried_forward


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
            subject = first_named([requests.carried_forward], following)
    receives = compiled(requests.receiving).search(quantity.before)
    if subject in (requests.processed, requests.received) and not receives:
        return None
    if subject is not requests.carried_forward and _BECAUSE.match(quantity.after):
        return None
    return subject


def _named(sentence: Sentence, words: str, at: int, wordings: Wordings) -> Subject | None:
    """Return what some words around a number name."""
    reviews, documents, requests = wordings.reviews, wordings.documents, wordings.requests
    if reviews and speaks_of_reviews(sentence, words, at, reviews):
        return of_reviews(sentence, words, at, reviews)
    found = _document(sentence, words, at, documents) if documents else None
    found = found or first_named(wordings.subjects, words)
    if found or requests is None or not sentence.about_requests:
        return found
    subject = of_requests(sentence, words, requests)
    carried = subject in (requests.carried_forward, requests.brought_forward)
    return None if carried and _of_documents(sentence, at, wordings) else subject


def _of_documents(sentence: Sentence, at: int, wordings: Wordings) -> bool:
    """Tell whether documents are spoken of before a place, and no requests."""
    earlier, requests = words_before(sentence, at), wordings.requests
    nouns = compiled(wordings.documents.nouns if wordings.documents else "")
    return bool(nouns.search(earlier)) and not (
        requests and compiled(requests.topic).search(earlier)
    )


def _document(
    sentence: Sentence, words: str, at: int, documents: DocumentWordings
) -> Subject | None:
    """Return what is counted of documents; the noun may stand earlier in the sentence."""
    nouns = compiled(documents.nouns).findall(sentence.text[:at] + words)
    if not nouns:
        return None
    return first_named([item for item in documents.subjects if nouns[-1] in item.name], words)
