"""Which figure a number in a sentence is about, by the words around it."""

import re

from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence, segment
from generator.form.disclosure import wordings as say
from generator.form.disclosure.wordings import Subject

_BECAUSE = re.compile("因|经|由于")
_ANSWERS = re.compile("答复|办结|办复|回复")
_TAKES = re.compile("收|受理|接")
_WHOLE_RESULTS = say.GROUPS | {"予以公开", "公开", "已主动公开", "部分公开"}
_ROWS = {subject.name for subject in say.RESULTS} - _WHOLE_RESULTS


def subject_of(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return what a number counts, where that is certain."""
    if quantity.unit in say.MONEY:
        return say.FEES if say.FEES.pattern.search(quantity.before) else None
    earlier = segment(sentence, quantity.start)
    if (
        quantity.unit not in say.COUNTS
        or quantity.before.endswith("无")
        or say.OF_OTHERS.search(earlier)
        or (say.LETTERS.search(earlier) and not say.REQUEST.search(sentence.text))
    ):
        return None
    before = quantity.before
    if noun := say.DOCUMENT_NOUNS.match(quantity.after):  # 制发3件规范性文件
        before += noun[0]
    subject, words = _named(sentence, before, quantity.start), quantity.before
    if subject is None:
        subject, words = _named_after(sentence, quantity), quantity.after
    if subject is None or (
        say.COMPARED.search(words) and subject not in (say.CARRIED_IN, say.CARRIED_OUT)
    ):
        return None
    return subject


def result_of(words: str) -> Subject | None:
    """Return the kinds of results that words name: one of them, or several taken together."""
    named = [subject for subject in say.RESULTS if subject.pattern.search(words)]
    groups = [subject for subject in named if subject.name in say.GROUPS]
    rows = [subject for subject in named if subject.name in _ROWS]
    if groups and rows:  # 因属于执法案卷不予公开 is the row, 因不掌握等无法提供 is the group
        left_out = rows if "等" in words else groups
        named = [subject for subject in named if subject not in left_out]
    if len(named) < 2:  # noqa: PLR2004 - nothing to take together
        return named[0] if named else None
    for subject in named:
        if not subject.readings:  # no figure of the form counts it, nor it and others together
            return subject
    together = tuple(name for subject in named for name in subject.readings[0])
    name = "、".join(subject.name for subject in named)
    return Subject(name, named[0].rule, named[0].pattern, (together,), named[0].dimension)


def percentage_subject(sentence: Sentence, rate: Quantity) -> Subject | None:
    """Return the results or applicants of which a percentage is said: 予以公开占58.5%."""
    if not sentence.about_requests:
        return None
    words = rate.before.rpartition("占")[0]
    if not words:
        return None
    return result_of(words) or next(
        (applicant for applicant in say.APPLICANTS if applicant.pattern.search(words)), None
    )


def _named_after(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return what the words after a number name: 收到8份申请, 2件结转下年答复."""
    subject = _named(sentence, quantity.after, quantity.start)
    if subject is None and not quantity.before.strip("其中另有尚剩余的"):
        rest = re.split("[；。（）]", sentence.text[quantity.end :])[0]
        clauses = rest.split("，")[:2]
        following = "，".join(clauses)
        if not any(character.isdigit() for character in following):
            subject = say.CARRIED_OUT if say.CARRIED_OUT.pattern.search(following) else None
    if subject in (say.PROCESSED, say.RECEIVED) and not _TAKES.search(quantity.before):
        return None
    if subject is not say.CARRIED_OUT and _BECAUSE.match(quantity.after):
        return None
    return subject


def _named(sentence: Sentence, words: str, at: int) -> Subject | None:
    """Return what some words around a number name."""
    if re.search("复议|诉讼|起诉", words):
        of_others = say.OTHER_CASES.search(segment(sentence, at) + words)
        return _review(words) if sentence.about_disclosure and not of_others else None
    found = _document(sentence, words, at) or _decision(words)
    if found or not sentence.about_requests:
        return found
    return _of_requests(sentence, words)


def _of_requests(sentence: Sentence, words: str) -> Subject | None:
    """Return what words name in a sentence about requests for information."""
    other_matter = say.OTHER_MATTERS.search(words)
    flows = [say.CARRIED_OUT, say.CARRIED_IN, *([] if other_matter else [say.NEWLY_RECEIVED])]
    found = [(match.end(), flow) for flow in flows if (match := flow.pattern.search(words))]
    if found:  # the nearest to the number
        return max(found, key=lambda item: item[0])[1]
    result = result_of(words)
    if result:
        return result if result is not say.OTHER_RESULTS or _names_results(sentence) else None
    if other_matter or say.WITHDRAWN.search(words):
        return None
    kinds = [kind for kind in ("其他组织", "企业") if kind in words]
    if (
        kinds
        and "法人" not in words
        and {"其他组织", "企业"} <= {kind for kind in ("其他组织", "企业") if kind in sentence.text}
    ):
        return None  # one kind of organisations beside another, as the office divides them
    both = say.NATURAL_PERSONS.pattern.search(words) and say.ENTITIES.pattern.search(words)
    takes: tuple[Subject, ...] = (say.ANSWERED, say.PROCESSED, say.RECEIVED)
    if _ANSWERS.search(words):
        takes = (say.ANSWERED,)
    elif _TAKES.search(words):
        takes = (say.RECEIVED,)
    candidates: tuple[Subject, ...] = takes if both else (*say.APPLICANTS, *takes)
    return next((item for item in candidates if item.pattern.search(words)), None)


def _names_results(sentence: Sentence) -> bool:
    """Tell whether 其他 among the kinds of a sentence is a kind of result."""
    kinds = [subject for subject in say.RESULTS if subject.pattern.search(sentence.text)]
    return any(subject is not say.OTHER_RESULTS for subject in kinds)


def _review(words: str) -> Subject | None:
    if say.REVIEW_OUTCOMES.search(words):
        return None
    found = (
        say.SUITS_AFTER_REVIEW,
        say.DIRECT_SUITS,
        say.REVIEWS_AND_SUITS,
        say.SUITS,
        say.REVIEWS,
    )
    return next((subject for subject in found if subject.pattern.search(words)), None)


def _document(sentence: Sentence, words: str, at: int) -> Subject | None:
    """Return the figure of section 2's documents; 废止 and 现行有效 may leave their noun out."""
    nouns = [found[0] for found in say.DOCUMENT_NOUNS.finditer(sentence.text[:at] + words)]
    for subject in (*say.DOCUMENTS, *say.PUBLISHED_DOCUMENTS):
        if nouns and nouns[-1] in subject.name and subject.pattern.search(words):
            return subject
    return None


def _decision(words: str) -> Subject | None:
    return next((subject for subject in say.DECISIONS if subject.pattern.search(words)), None)
