"""The headings of the six sections among the lines of a document, and its contents page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.form.labels import label_key
from generator.form.organ_and_year import heading_key
from generator.form.vocabulary import Form
from generator.manuscript.alignment import likeness

_NUMBER = re.compile(
    r"^(?:第([一二三四五六七八九十])(?:部分|章)[、.,:]?|([一二三四五六七八九十]{1,2})[、.,:]|(\d)[、.])"
)
_NUMERALS = "一二三四五六七八九十"
_PAGE = re.compile(r"[\s.…·‥．・⋯_—–\-]*(?:\d{1,3}|[ivxIVX]{1,5})$")
_LEADER = re.compile(r"(?:[.…·‥．・⋯_]{3,}|\t|\s{2,})[\s.…·‥．・⋯_—–\-]*\d{1,3}$")
_CONTENTS = ("目录", "目次")
_ENDS = "。.:;,、"
_RUNS_IN = "。:"
LONGEST_HEADING = 40
_LONGEST_ENTRY = 300  # with its dots; a page number would be looked for very long in more
_IN_OTHER_WORDS = 0.5


@dataclass(frozen=True)
class SectionHeading:
    """The heading of one section, where it stands."""

    section: int
    """1 to 6."""
    line: int
    text: str
    rest: str = ""
    """What goes on in the same line."""
    guessed: bool = False
    """Whether its number alone told what it is."""


@dataclass
class Outline:
    """Where the sections of a document begin."""

    headings: dict[int, SectionHeading] = field(default_factory=dict)
    """By the number of the section; absent where there is none."""
    contents: set[int] = field(default_factory=set)
    """Lines of the contents page."""

    @property
    def first(self) -> int | None:
        """The line of the first heading."""
        return min((found.line for found in self.headings.values()), default=None)


def outline_of(lines: Sequence[str], editions: Sequence[Form]) -> Outline:
    """Find the headings by their words, in the wording of any edition or in other words."""
    outline = Outline()
    wordings = _wordings(editions)
    exact = exact_headings(lines, editions)
    outline.contents = set(_contents(lines, exact))
    for section in wordings:
        places = [
            at
            for at, found in exact.items()
            if found.section == section and at not in outline.contents
        ]
        if places:
            outline.headings[section] = exact[places[-1]]
    _keep_those_in_order(outline)
    for found in _in_other_words(lines, outline, wordings):
        outline.headings[found.section] = found
    return outline


def exact_headings(lines: Sequence[str], editions: Sequence[Form]) -> dict[int, SectionHeading]:
    """Return every line that is an official heading by its words, with the line's number."""
    wordings = _wordings(editions)
    found = (_exact(at, text, wordings, editions) for at, text in enumerate(lines))
    return {one.line: one for one in found if one}


def heading_number_of(text: str) -> int | None:
    """Return the number of a heading of the first level: 一、 or 第…部分."""
    found = _NUMBER.match(label_key(text))
    if not found:
        return None
    number = found[1] or found[2] or found[3]
    if number.isdecimal():
        return int(number)
    return _NUMERALS.index(number) + 1 if len(number) == 1 else None


def _wordings(editions: Sequence[Form]) -> dict[int, list[str]]:
    return {
        number: [label_key(form.sections[number - 1].heading) for form in editions]
        for number in range(1, len(editions[0].sections) + 1)
    }


def _words(text: str, editions: Sequence[Form] = ()) -> str:
    """Return what a line says, without its number and what `editions` have before headings."""
    key = label_key(text).rstrip(_ENDS)
    for form in editions:
        key = heading_key(key, form)
    return _NUMBER.sub("", key).strip(_ENDS)


def _exact(
    at: int, text: str, wordings: Mapping[int, Sequence[str]], editions: Sequence[Form]
) -> SectionHeading | None:
    """Return the heading that a line is by its words, or begins with before a 。."""
    words = _words(text, editions)
    for section, known in wordings.items():
        if words in known:
            return SectionHeading(section, at, text.strip())
    if heading_number_of(text) is None:
        return None
    for end, character in enumerate(text):
        if character in "。：:" and end < LONGEST_HEADING:
            for section, known in wordings.items():
                if _words(text[:end], editions) in known:
                    return SectionHeading(section, at, text[:end].strip(), text[end + 1 :].strip())
            return None
    return None


def _contents(lines: Sequence[str], exact: Mapping[int, SectionHeading]) -> Iterator[int]:
    """Yield the lines of a contents page: after 目录, or with numbers of pages behind them."""
    known = {_words(text): at for at, text in enumerate(lines)}
    in_contents = False
    for at, text in enumerate(lines):
        if label_key(text).strip(_ENDS) in _CONTENTS:
            in_contents = True
            yield at
            continue
        entry = _words(_PAGE.sub("", text.strip()) if len(text) <= _LONGEST_ENTRY else text)
        again = known.get(entry, -1) > at
        with_page = len(text) <= 2 * LONGEST_HEADING and bool(_LEADER.search(text.strip()))
        if (
            with_page
            and (
                again or in_contents or any(entry == _words(found.text) for found in exact.values())
            )
        ) or (in_contents and again):
            yield at
        else:
            in_contents = False


def _keep_those_in_order(outline: Outline) -> None:
    """Let go of a heading that stands before one of an earlier section: it is text."""
    last = -1
    for section in sorted(outline.headings):
        if outline.headings[section].line < last:
            del outline.headings[section]
        else:
            last = outline.headings[section].line


def _in_other_words(
    lines: Sequence[str], outline: Outline, wordings: Mapping[int, Sequence[str]]
) -> Iterator[SectionHeading]:
    """Yield headings of the first level for sections that have none yet, each where it is due."""
    regular = all(
        heading_number_of(found.text) in (None, section)
        for section, found in outline.headings.items()
    )
    for section, known in wordings.items():
        if section in outline.headings:
            continue
        before = [found.line for number, found in outline.headings.items() if number < section]
        after = [found.line for number, found in outline.headings.items() if number > section]
        due = range(max(before, default=-1) + 1, min(after, default=len(lines)))
        numbered = {
            at: max(likeness(_words(lines[at]), words) for words in known)
            for at in due
            if at not in outline.contents
            and len(lines[at].strip()) <= LONGEST_HEADING
            and _begins_with_numeral(lines[at])
        }
        if not numbered:
            continue
        best = max(numbered, key=lambda at: numbered[at])
        if numbered[best] >= _IN_OTHER_WORDS:
            yield SectionHeading(section, best, lines[best].strip())
        else:
            same = [at for at in numbered if heading_number_of(lines[at]) == section]
            if regular and outline.headings and len(same) == 1:
                yield SectionHeading(section, same[0], lines[same[0]].strip(), guessed=True)


def _begins_with_numeral(text: str) -> bool:
    found = _NUMBER.match(label_key(text))
    return bool(found) and not (found and found[3])
