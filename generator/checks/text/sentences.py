"""The sentences of the narrative, and what each speaks of."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity, plain, quantities, sentences
from generator.form.pattern import Pattern
from generator.form.vocabulary import Form
from generator.form.wordings import RequestWordings
from generator.model.narrative import PrintedParagraph
from generator.model.report import SECOND_LEVEL, Place

NEAR = 300
"""Characters around a number that may speak of it."""

_TITLE = Pattern(r"《[^》]*》")
_A_SENTENCE = Pattern(r"[，。；\d]")
_THE_YEAR_BEFORE = Pattern("(?<!以)上一年度?")
_INLINE_HEADING = Pattern(r"(?<!第)(?=[（(][一二三四五六七八九十]{1,3}[）)])")


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of the narrative; equal only to itself, for words may be repeated."""

    line: PrintedParagraph
    paragraph: int
    """The position of its line among all lines."""
    place: Place
    quote: str
    """As it is printed."""
    plain: str
    """Without spaces, its digits half-width, its punctuation full-width."""
    text: str
    """The same; this year, the last and the next are written as 本年, 上年 and 下年."""
    about_requests: bool
    """Whether it, or what comes before it, speaks of requests for information."""
    about_matter: bool
    """Whether it, or what comes before it, speaks of what the report is about."""
    first: bool
    """Whether a paragraph or an inline heading begins with it."""
    quantities: Sequence[Quantity]
    context: str = ""
    """The sentence before, where this one begins with 其中 and goes on from it."""


def sentences_of(
    lines: Sequence[PrintedParagraph], form: Form, year: int | None
) -> Iterator[Sentence]:
    """Yield the sentences of the narrative, in order."""
    requests, matter = _requests(form), _matter(form)
    for paragraph, line in enumerate(lines):
        requests.begin(line)
        matter.begin(line)
        for block, place in _blocks(line):
            if _INLINE_HEADING.match(block):
                requests.begin_anew()
                matter.begin_anew()
            first, before = True, ""
            for quote in sentences(block):
                bare = plain(quote)
                known = _with_relative_years(bare, year)
                yield Sentence(
                    line=line,
                    paragraph=paragraph,
                    place=place,
                    quote=quote,
                    plain=bare,
                    text=known,
                    about_requests=requests.goes_on(known),
                    about_matter=matter.goes_on(known),
                    first=first,
                    quantities=quantities(known),
                    context="" if first or not known.startswith("其中") else before,
                )
                first, before = False, known


def _blocks(line: PrintedParagraph) -> Iterator[tuple[str, Place]]:
    """Yield what is written in one piece, with its place; a heading is one where it says a lot."""
    if _A_SENTENCE.search(line.heading):
        yield line.heading, line.source.heading_place
    for block in _INLINE_HEADING.split(line.text):
        yield block, line.source.place


def words_before(sentence: Sentence, at: int) -> str:
    """Return the words before a place, since the last semicolon and not from far away."""
    near = sentence.text[max(0, at - NEAR) : at].rpartition("；")[2]
    return _TITLE.sub("", sentence.context + near)


@dataclass
class _Topic:
    """What a text may be about: from where it is named to the end of the line or its heading."""

    parts: Collection[str]
    """Parts of the form that are about it."""
    pattern: Pattern
    """Words that name it."""
    but_not: Pattern = field(default_factory=lambda: compiled(""))
    """Words of a sentence that is not about it, although what comes before is."""
    requests: RequestWordings | None = None
    """Where it is requests: they may also be named by what became of them."""
    headed: bool = False
    """Whether the heading of the second level, over several lines, is about it."""
    of_part: bool = False
    here: bool = False

    def begin(self, line: PrintedParagraph) -> None:
        """Go on to the next line."""
        self.of_part = line.source.part in self.parts
        second = bool(line.heading) and line.source.level == SECOND_LEVEL
        self.here = self.of_part or bool(self.pattern.search(line.heading))
        if second:
            self.headed = self.here
        self.here = self.here or self.headed

    def begin_anew(self) -> None:
        """Go on to what stands under an inline heading."""
        self.here = self.of_part

    def goes_on(self, text: str) -> bool:
        """Go on to the next sentence; tell whether it is about the topic."""
        self.here = self.here or bool(self.pattern.search(text))
        if not self.here and self.requests:
            self.here = _names_what_became_of_them(text, self.requests)
        return self.here and not self.but_not.search(text)


def _requests(form: Form) -> _Topic:
    wordings = form.wordings.requests
    if wordings is None:
        return _Topic((), compiled(""))
    parts = _parts(form, wordings.sections)
    return _Topic(parts, compiled(wordings.topic), compiled(wordings.of_documents), wordings)


def _matter(form: Form) -> _Topic:
    wordings = form.wordings.reviews
    if wordings is None:
        return _Topic((), compiled(""))
    return _Topic(_parts(form, wordings.sections), compiled(wordings.matter))


def _parts(form: Form, sections: Collection[int]) -> set[str]:
    return {part.name for part in form.parts if part.section in sections}


def _names_what_became_of_them(text: str, requests: RequestWordings) -> bool:
    """Tell whether a sentence names several kinds of results, or a number carried forward."""
    if compiled(requests.other_proceedings).search(text):
        return False
    kinds = [kind for kind in requests.results.kinds if compiled(kind.pattern).search(text)]
    carried_forward = compiled(requests.carried_forward.pattern)
    return len(kinds) > 1 or bool(requests.unit in text and carried_forward.search(text))


def _with_relative_years(text: str, year: int | None) -> str:
    text = _THE_YEAR_BEFORE.sub("上年", text)
    if year is None:
        return text
    for number, word in ((year - 1, "上年"), (year, "本年"), (year + 1, "下年")):
        text = re.sub(rf"{number}(?:年度?|(?=全年))", word, text)
    return text
