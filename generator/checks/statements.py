"""Statements of figures in the text: which number, of what, in which sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.quantities import Quantity, plain, quantities, sentences
from generator.checks.subjects import (
    ANSWERED,
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    CHANNEL,
    COMPARED,
    COUNTS,
    DECISIONS,
    DIRECT_SUITS,
    DOCUMENT_ATTRIBUTES,
    DOCUMENT_NOUNS,
    DOCUMENTS,
    ENTITIES,
    FEES,
    GROUPS,
    LETTERS,
    MONEY,
    NATURAL_PERSONS,
    NEWLY_RECEIVED,
    OF_OTHERS,
    OTHER_CASES,
    OTHER_MATTERS,
    OTHER_PROCEEDINGS,
    OTHER_RESULTS,
    POPULATION,
    PROCESSED,
    PUBLISHED_DOCUMENTS,
    RECEIVED,
    REPRESENTING,
    REQUEST,
    RESULTS,
    REVIEW_OUTCOMES,
    REVIEWS,
    REVIEWS_AND_SUITS,
    SUITS,
    SUITS_AFTER_REVIEW,
    WHOLE,
    WITHDRAWN,
    Subject,
)
from generator.narrative import Printed

_INLINE_HEADING = re.compile(r"(?<!第)(?=[（(][一二三四五六七八九十]{1,3}[）)])")
_LIST = re.compile(r"其中|包括|分别|含")
_NEAR = 300  # characters
_BECAUSE = re.compile("因|经|由于")
_ANSWERS = re.compile("答复|办结|办复")
_TAKES = re.compile("收|受理|接")
_WHOLE_RESULTS = GROUPS | {"予以公开", "公开", "部分公开"}
_ROWS = {subject.name for subject in RESULTS} - _WHOLE_RESULTS
_REQUEST_SECTIONS = ("第三部分", "第四部分")
_DISCLOSURE = re.compile(r"信息公开|依申请|政务公开")


@dataclass(frozen=True)
class Sentence:
    """One sentence of the narrative."""

    line: Printed
    quote: str
    """As it is printed."""
    text: str
    """Plain; this year, the last and the next are written as 本年, 上年 and 下年."""
    about_requests: bool
    """Whether it, or what comes before it, speaks of requests for information."""
    about_disclosure: bool
    first: bool
    """Whether a paragraph or an inline heading begins with it."""
    quantities: Sequence[Quantity]


@dataclass(frozen=True)
class Statement:
    """A number that is said of something the form counts."""

    sentence: Sentence
    quantity: Quantity
    subject: Subject
    listed: bool
    """Whether it is an item of a list, such as 其中……."""
    qualified: bool
    """Whether it is said of a part of all: 代表市政府, 备案, 通过网站."""


def sentences_of(lines: Sequence[Printed], year: int | None) -> Iterator[Sentence]:
    """Yield the sentences of the narrative, in order."""
    topic = disclosure = False
    for line in lines:
        level = line.source.level
        of_section = line.source.part.startswith(_REQUEST_SECTIONS)
        if line.heading and level == 2:  # noqa: PLR2004 - （一）
            topic = disclosure = False
        here = topic or of_section or bool(REQUEST.search(line.heading))
        there = disclosure or of_section or bool(_DISCLOSURE.search(line.heading))
        if line.heading and level == 2:  # noqa: PLR2004 - （一）
            topic, disclosure = here, there
        for block in _INLINE_HEADING.split(line.text):
            if _INLINE_HEADING.match(block):
                here, there = of_section, of_section
            first = True
            for quote in sentences(block):
                known = _with_relative_years(plain(quote), year)
                here = here or _speaks_of_requests(known)
                there = there or bool(_DISCLOSURE.search(known))
                about = here and not DOCUMENT_ATTRIBUTES.search(known)
                yield Sentence(line, quote, known, about, there, first, quantities(known))
                first = False


def statements_of(sentence: Sentence) -> Iterator[Statement]:
    """Yield what a sentence states about figures of the form."""
    for quantity in sentence.quantities:
        subject = _subject_of(sentence, quantity)
        if subject is None or quantity.about:
            continue
        listed = _listed(sentence, quantity)
        yield Statement(sentence, quantity, subject, listed, _qualified(sentence, quantity))


def result_of(words: str) -> Subject | None:
    """Return the kinds of results that words name: one of them, or several taken together."""
    named = [subject for subject in RESULTS if subject.pattern.search(words)]
    groups = [subject for subject in named if subject.name in GROUPS]
    rows = [subject for subject in named if subject.name in _ROWS]
    if groups and rows:  # 因属于执法案卷不予公开 is the row, 因不掌握等无法提供 is the group
        left_out = rows if "等" in words else groups
        named = [subject for subject in named if subject not in left_out]
    if len(named) < 2:  # noqa: PLR2004 - nothing to take together
        return named[0] if named else None
    together = tuple(name for subject in named for name in subject.readings[0])
    name = "、".join(subject.name for subject in named)
    return Subject(name, named[0].rule, named[0].pattern, (together,), named[0].dimension)


def _speaks_of_requests(text: str) -> bool:
    if REQUEST.search(text):
        return True
    if OTHER_PROCEEDINGS.search(text):
        return False
    kinds = [subject for subject in RESULTS if subject.pattern.search(text)]
    return len(kinds) > 1 or bool(CARRIED_OUT.pattern.search(text) and "件" in text)


def percentage_subject(sentence: Sentence, rate: Quantity) -> Subject | None:
    """Return the results or applicants of which a percentage is said: 予以公开占58.5%."""
    if not sentence.about_requests:
        return None
    words = rate.before.rpartition("占")[0]
    if not words:
        return None
    return result_of(words) or next(
        (applicant for applicant in APPLICANTS if applicant.pattern.search(words)), None
    )


def _with_relative_years(text: str, year: int | None) -> str:
    if year is None:
        return text
    for number, word in ((year - 1, "上年"), (year, "本年"), (year + 1, "下年")):
        text = re.sub(rf"{number}年度?", word, text)
    return text


def _subject_of(sentence: Sentence, quantity: Quantity) -> Subject | None:
    if quantity.unit in MONEY:
        return FEES if FEES.pattern.search(quantity.before) else None
    earlier = _segment(sentence, quantity.start)
    if (
        quantity.unit not in COUNTS
        or quantity.before.endswith("无")
        or OF_OTHERS.search(earlier)
        or (LETTERS.search(earlier) and not REQUEST.search(sentence.text))
    ):
        return None
    subject, words = _named(sentence, quantity.before, quantity.start), quantity.before
    if subject is None:
        subject, words = _named_after(sentence, quantity), quantity.after
    if subject is None or (COMPARED.search(words) and subject not in (CARRIED_IN, CARRIED_OUT)):
        return None
    return subject


def _named_after(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return what the words after a number name: 收到8份申请, 2件结转下年答复."""
    subject = _named(sentence, quantity.after, quantity.start)
    if subject is None and not quantity.before.strip("其中另有尚剩余的"):
        rest = re.split("[；。（）]", sentence.text[quantity.end :])[0]
        clauses = rest.split("，")[:2]
        following = "，".join(clauses)
        if not any(character.isdigit() for character in following):
            subject = CARRIED_OUT if CARRIED_OUT.pattern.search(following) else None
    if subject in (PROCESSED, RECEIVED) and not _TAKES.search(quantity.before):
        return None
    if subject is not CARRIED_OUT and _BECAUSE.match(quantity.after):
        return None
    return subject


def _named(sentence: Sentence, words: str, at: int) -> Subject | None:
    """Return what some words around a number name."""
    if re.search("复议|诉讼|起诉", words):
        of_others = OTHER_CASES.search(_segment(sentence, at) + words)
        return _review(words) if sentence.about_disclosure and not of_others else None
    found = _document(sentence, words, at) or _decision(words)
    if found or not sentence.about_requests:
        return found
    return _of_requests(sentence, words)


def _of_requests(sentence: Sentence, words: str) -> Subject | None:
    """Return what words name in a sentence about requests for information."""
    other_matter = OTHER_MATTERS.search(words)
    flows: tuple[Subject, ...] = (CARRIED_OUT, CARRIED_IN, NEWLY_RECEIVED)
    for flow in flows[:-1] if other_matter else flows:
        if flow.pattern.search(words):
            return flow
    result = result_of(words)
    if result:
        return result if result is not OTHER_RESULTS or _names_results(sentence) else None
    if other_matter or WITHDRAWN.search(words):
        return None
    both = NATURAL_PERSONS.pattern.search(words) and ENTITIES.pattern.search(words)
    takes: tuple[Subject, ...] = (ANSWERED, PROCESSED, RECEIVED)
    if _ANSWERS.search(words):
        takes = (ANSWERED,)
    elif _TAKES.search(words):
        takes = (RECEIVED,)
    candidates: tuple[Subject, ...] = takes if both else (*APPLICANTS, *takes)
    return next((item for item in candidates if item.pattern.search(words)), None)


def _names_results(sentence: Sentence) -> bool:
    """Tell whether 其他 among the kinds of a sentence is a kind of result."""
    kinds = [subject for subject in RESULTS if subject.pattern.search(sentence.text)]
    return any(subject is not OTHER_RESULTS for subject in kinds)


def _review(words: str) -> Subject | None:
    if REVIEW_OUTCOMES.search(words):
        return None
    found = (SUITS_AFTER_REVIEW, DIRECT_SUITS, REVIEWS_AND_SUITS, SUITS, REVIEWS)
    return next((subject for subject in found if subject.pattern.search(words)), None)


def _document(sentence: Sentence, words: str, at: int) -> Subject | None:
    """Return the figure of section 2's documents; 废止 and 现行有效 may leave their noun out."""
    nouns = [found[0] for found in DOCUMENT_NOUNS.finditer(sentence.text[:at] + words)]
    for subject in (*DOCUMENTS, *PUBLISHED_DOCUMENTS):
        if nouns and nouns[-1] in subject.name and subject.pattern.search(words):
            return subject
    return None


def _decision(words: str) -> Subject | None:
    return next((subject for subject in DECISIONS if subject.pattern.search(words)), None)


def _listed(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a mark of a list stands before a number, in its part of the sentence."""
    segment = _segment(sentence, quantity.start)
    marks = list(_LIST.finditer(segment))
    if not marks:
        return False
    opened = segment.rfind("（")
    closed = segment.rfind("）")
    return not (opened < marks[-1].start() < closed) or marks[0].start() < opened


def _segment(sentence: Sentence, at: int) -> str:
    """Return the words before a place, since the last semicolon and not from far away."""
    return sentence.text[max(0, at - _NEAR) : at].rpartition("；")[2]


def _qualified(sentence: Sentence, quantity: Quantity) -> bool:
    words = quantity.before
    segment = _segment(sentence, quantity.start)
    if POPULATION.search(segment) or REPRESENTING.search(sentence.text):
        return True
    return bool(CHANNEL.search(words)) and not WHOLE.search(words)
