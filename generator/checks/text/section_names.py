"""The sections of a report as a sentence of its opening lists them."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import islice, pairwise
from typing import NamedTuple

from generator.form.pattern import Pattern

Sections = Sequence[tuple[str, str]]
"""Of each section in order its heading, and a pattern of words by which any name of it is known."""

_LEADS_IN = Pattern(
    r"包括|包含|(?:报告|内容|全文|共)分为?|由|分为|涵盖|内容[为有：]|分别[是为]|部分[：，]"
)
_COUNT = Pattern(r"(?:等|共|共计){0,4}(?P<count>[四五六七八4-8])(?:个|大)?(?:部分|方面|项)")
_NUMBER = Pattern(
    r"(?<![^；，：、“])"
    r"(?:[一二三四五六七八]、|（[一二三四五六七八]）|\d[.、](?!\d)|第[一二三四五六七八]部分：?)"
)
_SEPARATOR = Pattern(r"[、，；]|”“|以及(?!其[他它])其?|以及|及其(?![他它])|和|及|与")
_LOOSE = Pattern("[和及与]")
"""Separators that may also stand within one name."""
_WHOLE_NAME = Pattern(r"(?:情况|事项)”?$")
_MAY_BE_WHOLE = Pattern(r"(?:情况|事项|问题)”?$")
_ROUND_A_NAME = Pattern(r"^(?:20\d\d年度?|：|“)+|(?:等|组成|构成).*$|”+$")
_DIGITS = {"四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_A_LIST, SURELY_A_LIST = 3, 4
"""Sections named: where the first is called by its heading, and where it is not."""
_LONGEST, _MOST_LEADS = 600, 8
_LONGEST_NAME = 24
_A_WORD = 2
"""Characters: 行政机关收到和处理…… is one name, which 收到 shows."""


class SectionList(NamedTuple):
    """A list of sections."""

    said: str
    """Its words, up to the last name."""
    names: Sequence[tuple[str, int | None]]
    """Each with its section; None for what is no section of the form."""
    fewest: int
    most: int
    """As how many names it may be counted: 行政复议情况、行政诉讼情况 are one or two."""
    open_ended: bool
    stated: int | None
    """How many there are, as the opening says."""
    stated_after: str
    """The words that say so, where they follow it."""

    @property
    def sections(self) -> set[int]:
        """The sections that are named."""
        return {section for _, section in self.names if section is not None}


def sections_listed_in(sentence: str, sections: Sections) -> SectionList | None:
    """Return the list of sections in a sentence: the shortest that names most of them."""
    found: SectionList | None = None
    for lead in islice(_LEADS_IN.finditer(sentence[:_LONGEST]), _MOST_LEADS):
        words = sentence[lead.end() : lead.end() + _LONGEST]
        names = _names(words, _COUNT.search(sentence[: lead.end()]), sections)
        if names and "…" not in names.said:
            known = len(names.sections)
            enough = _A_LIST if sections[0][0] in names.said else SURELY_A_LIST
            if known >= enough and (found is None or known >= len(found.sections)):
                found = names
    return found


def last_section_named_in(sentence: str, sections: Sections) -> tuple[str, int] | None:
    """Return the name right before the count of a list that is not understood, and its section."""
    count = _COUNT.search(sentence)
    if count is None:
        return None
    name = _ROUND_A_NAME.sub("", _SEPARATOR.split(sentence[: count.start()])[-1])
    section = _section(name, sections)
    whole = section is not None and _WHOLE_NAME.search(name) and len(name) <= _LONGEST_NAME
    return (name, section) if section is not None and whole else None


class _Piece(NamedTuple):
    """What stands between two separators."""

    text: str
    start: int
    end: int
    loose: bool
    """Whether 和 or 及 comes before it, which may join it to what stands there."""
    section: int | None
    """The section whose name it is, or a part of; None for none."""


def _names(
    words: str, count_before: re.Match[str] | None, sections: Sections
) -> SectionList | None:
    """Divide words into names of sections, from the first to the last that is one."""
    words = _NUMBER.sub("", words)
    pieces = _pieces(words, sections)
    known = [at for at, piece in enumerate(pieces) if piece.section is not None]
    if not known:
        return None
    first = pieces[known[0]].start
    count_after = next((one for one in _COUNT.finditer(words) if one.start() > first), None)
    end = count_after.start() if count_after else pieces[known[-1]].end
    groups = _groups([piece for piece in pieces[known[0] :] if piece.start < end], sections)
    names = [
        (name, next((one.section for one in group if one.section is not None), None))
        for group in groups
        if (name := _ROUND_A_NAME.sub("", words[group[0].start : min(group[-1].end, end)]))
    ]
    count = count_after or count_before
    return SectionList(
        said=words[first:end],
        names=names,
        fewest=len(names) - _perhaps_joined(groups),
        most=len(names) + _perhaps_apart(groups),
        open_ended="等" in groups[-1][-1].text,
        stated=(_DIGITS.get(count["count"]) or int(count["count"])) if count else None,
        stated_after=count_after[0] if count_after else "",
    )


def _pieces(words: str, sections: Sections) -> list[_Piece]:
    separators = list(_SEPARATOR.finditer(words))
    starts = [0, *(found.end() for found in separators)]
    ends = [*(found.start() for found in separators), len(words)]
    loose = [False, *(bool(_LOOSE.search(found[0])) for found in separators)]
    return [
        _Piece(words[start:end], start, end, joined, _section(words[start:end], sections))
        for start, end, joined in zip(starts, ends, loose, strict=True)
        if words[start:end]
    ]


def _section(piece: str, sections: Sections) -> int | None:
    """Return the section whose name has a piece's words; of several that which is most alike."""

    def alike(number: int) -> float:
        return SequenceMatcher(None, piece, sections[number][0], autojunk=False).ratio()

    known = [at for at, (_, pattern) in enumerate(sections) if re.search(pattern, piece)]
    return max(known, key=alike) if len(known) > 1 else next(iter(known), None)


def _groups(pieces: Sequence[_Piece], sections: Sections) -> list[list[_Piece]]:
    """Put together the pieces of one name: 问题及改进情况, 收到和处理……申请情况."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and _goes_on(groups[-1][-1], piece, sections):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _goes_on(last: _Piece, piece: _Piece, sections: Sections) -> bool:
    if last.section is not None:
        joined = piece.section is None and piece.loose and not _WHOLE_NAME.search(last.text)
        return joined or piece.section == last.section
    if piece.section is None:
        return piece.loose
    before = last.text.strip("“”")
    heading = sections[piece.section][0]
    return before in heading or (piece.loose and before[-_A_WORD:] in heading)


def _perhaps_joined(groups: Sequence[Sequence[_Piece]]) -> int:
    """Count the names that may be one with that before them: 主动公开和依申请公开."""
    return sum(
        group[0].loose and not _WHOLE_NAME.search(before[-1].text)
        for before, group in pairwise(groups)
    )


def _perhaps_apart(groups: Sequence[Sequence[_Piece]]) -> int:
    """Count the pieces that may be names of their own."""
    return sum(
        bool(_MAY_BE_WHOLE.search(last.text)) and not piece.loose
        if piece.section is not None
        else piece.loose
        for group in groups
        for last, piece in pairwise(group)
    )
