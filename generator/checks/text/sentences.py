"""The sentences of the narrative, and what each speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.text.quantities import Quantity, plain, quantities, sentences
from generator.form.disclosure import wordings as say
from generator.model.narrative import Printed
from generator.model.report import SECOND_LEVEL, Place

NEAR = 300
"""Characters around a number that may speak of it."""

_TITLE = re.compile(r"《[^》]*》")
_A_SENTENCE = re.compile(r"[，。；\d]")
_INLINE_HEADING = re.compile(r"(?<!第)(?=[（(][一二三四五六七八九十]{1,3}[）)])")
_REQUEST_SECTIONS = ("第三部分", "第四部分")
_DISCLOSURE = re.compile(r"信息公开|依申请|政务公开")


@dataclass(frozen=True)
class Sentence:
    """One sentence of the narrative."""

    line: Printed
    place: Place
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
    context: str = ""
    """The sentence before, where this one begins with 其中 and goes on from it."""


def sentences_of(lines: Sequence[Printed], year: int | None) -> Iterator[Sentence]:
    """Yield the sentences of the narrative, in order."""
    topic = disclosure = False
    for line in lines:
        level = line.source.level
        of_section = line.source.part.startswith(_REQUEST_SECTIONS)
        if line.heading and level == SECOND_LEVEL:
            topic = disclosure = False
        here = topic or of_section or bool(say.REQUEST.search(line.heading))
        there = disclosure or of_section or bool(_DISCLOSURE.search(line.heading))
        if line.heading and level == SECOND_LEVEL:
            topic, disclosure = here, there
        for block, place in _blocks(line):
            if _INLINE_HEADING.match(block):
                here, there = of_section, of_section
            first, before = True, ""
            for quote in sentences(block):
                known = _with_relative_years(plain(quote), year)
                here = here or _speaks_of_requests(known)
                there = there or bool(_DISCLOSURE.search(known))
                about = here and not say.DOCUMENT_ATTRIBUTES.search(known)
                yield Sentence(
                    line=line,
                    place=place,
                    quote=quote,
                    text=known,
                    about_requests=about,
                    about_disclosure=there,
                    first=first,
                    quantities=quantities(known),
                    context="" if first or not known.startswith("其中") else before,
                )
                first, before = False, known


def _blocks(line: Printed) -> Iterator[tuple[str, Place]]:
    """Yield what is written in one piece, with its place; a heading is one where it says a lot."""
    if _A_SENTENCE.search(line.heading):
        yield line.heading, line.source.heading_place
    for block in _INLINE_HEADING.split(line.text):
        yield block, line.source.place


def segment(sentence: Sentence, at: int) -> str:
    """Return the words before a place, since the last semicolon and not from far away."""
    near = sentence.text[max(0, at - NEAR) : at].rpartition("；")[2]
    return _TITLE.sub("", sentence.context + near)


def _speaks_of_requests(text: str) -> bool:
    if say.REQUEST.search(text):
        return True
    if say.OTHER_PROCEEDINGS.search(text):
        return False
    kinds = [subject for subject in say.RESULTS if subject.pattern.search(text)]
    return len(kinds) > 1 or bool(say.CARRIED_OUT.pattern.search(text) and "件" in text)


def _with_relative_years(text: str, year: int | None) -> str:
    if year is None:
        return text
    for number, word in ((year - 1, "上年"), (year, "本年"), (year + 1, "下年")):
        text = re.sub(rf"{number}年度?", word, text)
    return text
