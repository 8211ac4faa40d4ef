"""结构: the sections as the opening names and counts them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.checks.case import Case
from generator.checks.rules.headings import sections_of
from generator.checks.rules.quoting import clip
from generator.checks.text.quantities import plain
from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, wrong
from generator.model.report import Place

_LEADS_IN = re.compile(
    r"包括|包含|(?:报告|内容|全文|共)分|由|分为|涵盖|内容[为有：]|分别[是为]|部分[：，]"
)
_COUNT = re.compile(r"(?:等|共|共计){0,4}(?P<count>[四五六七八4-8])(?:个|大)?(?:部分|方面|项)")
_NUMBER = re.compile(
    r"(?<![^；，：、“])(?:[一二三四五六七八]、|（[一二三四五六七八]）|\d[.、](?!\d)|第[一二三四五六七八]部分：?)"
)
_SEPARATOR = re.compile(r"[、，；]|”“|以及(?!其[他它])其?|以及|及其(?![他它])|和|及|与")
_LOOSE = re.compile("[和及与]")
"""Separators that may also stand within one name."""
_WHOLE_NAME, _MAY_BE_WHOLE = (
    re.compile(rf"(?:{ends})”?$") for ends in ("情况|事项", "情况|事项|问题")
)
_ROUND_A_NAME = re.compile(r"^(?:20\d\d年度?|：|“)+|(?:等|组成|构成).*$|”+$")
_DIGITS = {"四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_TOLD_EACH = 2
_A_LIST, _SURELY_A_LIST = 3, 4
"""Sections named: where the first is called by its heading, and where it is not."""
_LONGEST = 600


@dataclass(frozen=True)
class _Piece:
    """What stands between two separators."""

    text: str
    start: int
    end: int
    loose: bool
    """Whether 和 or 及 comes before it, which may join it to what stands there."""
    section: int | None
    """The section whose name it is, or a part of; None for none."""


@dataclass(frozen=True)
class _Names:
    """A list of sections."""

    said: str
    """Its words, up to the last name."""
    names: Sequence[tuple[str, int | None]]
    """Each with its section; None for what is no section of the form."""
    fewest: int
    most: int
    """As how many names it may be counted: 行政复议情况、行政诉讼情况 are one or two."""
    open_ended: bool
    count: re.Match[str] | None
    """How many there are, as the opening says."""

    @property
    def sections(self) -> set[int]:
        """The sections that are named."""
        return {section for _, section in self.names if section is not None}


def sections_named_in_the_opening(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find sections that the opening names otherwise than their headings, leaves out or miscounts.

    The rule's words tell, for each section, by what words it is known however it is called.
    """
    for line in case.opening:
        for sentence in plain(line.text).split("。"):
            found = _list_in(case, rule, sentence)
            if found is not None:
                yield from _misnamed(case, rule, found.names, line.source.place)
                yield from _miscounted(case, rule, found, line.source.place)


def _list_in(case: Case, rule: Rule, sentence: str) -> _Names | None:
    """Return the list of sections in a sentence: the shortest that names most of them."""
    first = case.form.sections[0].heading
    found: _Names | None = None
    for lead in _LEADS_IN.finditer(sentence[:_LONGEST]):
        words = sentence[lead.end() : lead.end() + _LONGEST]
        names = _names(case, rule, words, _COUNT.search(sentence[: lead.end()]))
        if names and "…" not in names.said:
            known = len(names.sections)
            enough = _A_LIST if first in names.said else _SURELY_A_LIST
            if known >= enough and (found is None or known >= len(found.sections)):
                found = names
    return found


def _names(case: Case, rule: Rule, words: str, before: re.Match[str] | None) -> _Names | None:
    """Divide words into names of sections, from the first to the last that is one."""
    words = _NUMBER.sub("", words)
    pieces = _pieces(case, rule, words)
    known = [at for at, piece in enumerate(pieces) if piece.section is not None]
    if not known:
        return None
    counts = (one for one in _COUNT.finditer(words) if one.start() > pieces[known[0]].start)
    count = next(counts, None)
    end = count.start() if count else pieces[known[-1]].end
    listed_pieces = [piece for piece in pieces[known[0] :] if piece.start < end]
    groups: list[list[_Piece]] = []
    for piece in listed_pieces:
        if groups and _goes_on(case, groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    joined = sum(
        group[0].loose and not _WHOLE_NAME.search(before_it[-1].text)
        for before_it, group in zip(groups, groups[1:], strict=False)
    )
    apart = sum(
        piece.loose if piece.section is None else bool(_MAY_BE_WHOLE.search(last.text))
        for group in groups
        for last, piece in zip(group, group[1:], strict=False)
        if piece.section is None or not piece.loose
    )
    names = [
        (name, next((one.section for one in group if one.section is not None), None))
        for group in groups
        if (name := _ROUND_A_NAME.sub("", words[group[0].start : min(group[-1].end, end)]))
    ]
    return _Names(
        said=words[listed_pieces[0].start : end],
        names=names,
        fewest=len(names) - joined,
        most=len(names) + apart,
        open_ended="等" in words[listed_pieces[-1].start : listed_pieces[-1].end],
        count=count or before,
    )


def _pieces(case: Case, rule: Rule, words: str) -> list[_Piece]:
    separators = list(_SEPARATOR.finditer(words))
    starts = [0, *(found.end() for found in separators)]
    ends = [*(found.start() for found in separators), len(words)]
    loose = [False, *(bool(_LOOSE.search(found[0])) for found in separators)]
    return [
        _Piece(words[start:end], start, end, joined, _section(case, rule, words[start:end]))
        for start, end, joined in zip(starts, ends, loose, strict=True)
        if words[start:end]
    ]


def _section(case: Case, rule: Rule, piece: str) -> int | None:
    """Return the section whose name has a piece's words; of several that which is most alike."""
    known = [
        number
        for number, (words, _) in enumerate(zip(rule.words, case.form.sections, strict=False))
        if re.search(words.pattern, piece)
    ]

    def alike(number: int) -> float:
        heading = case.form.sections[number].heading
        return SequenceMatcher(None, piece, heading, autojunk=False).ratio()

    return max(known, key=alike, default=None)


def _goes_on(case: Case, group: Sequence[_Piece], piece: _Piece) -> bool:
    """Tell whether a piece belongs to the name before it: 问题及改进情况, 收到和处理……."""
    last = group[-1]
    if last.section is not None:
        joined = piece.section is None and piece.loose and not _WHOLE_NAME.search(last.text)
        return joined or piece.section == last.section
    begins = (
        piece.section is not None
        and last.text.strip("“”") in case.form.sections[piece.section].heading
    )
    return begins or (piece.section is None and piece.loose)


def _misnamed(
    case: Case, rule: Rule, names: Sequence[tuple[str, int | None]], place: Place
) -> Iterator[Finding]:
    """Tell which names are not those of the headings: each, or where they are many all at once."""
    wrongly = [
        (name, _heading(case, section))
        for name, section in names
        if section is not None
        and name not in (_heading(case, section), case.form.sections[section].heading)
    ]
    each = [(name, f"开头写的是“{name}”，标题是“{due}”") for name, due in wrongly]
    if len(each) > _TOLD_EACH:
        each = [("、".join(name for name, _ in each), "；".join(said for _, said in each))]
    for name, message in each:
        advice = "请与标题逐字写成一样"
        yield notice(rule.id, place, message, advice, quote=name, about=f"开头：{name}")


def _miscounted(case: Case, rule: Rule, found: _Names, place: Place) -> Iterator[Finding]:
    """Tell where there are not as many names as the opening says, or a section has none."""
    count = found.count
    stated = (_DIGITS.get(count["count"]) or int(count["count"])) if count else None
    if len(found.sections) < _SURELY_A_LIST or (stated is None and found.open_ended):
        return
    headings = [section.heading for section in case.form.sections]
    absent = [name for number, name in enumerate(headings) if number not in found.sections]
    left_out = listed(f"“{name}”" for name in absent)
    after = count[0] if count and count.string.find(found.said) >= 0 else ""
    quote = clip(found.said + after)
    if stated and not found.fewest <= stated <= found.most:
        short = f"，缺{left_out}" if absent else ""
        message = f"开头说 {stated} 个部分，列出的是 {len(found.names)} 个{short}"
        yield wrong(rule.id, place, message, "请补上漏写的部分，或改正个数", quote=quote)
    elif absent:
        message = f"开头列出的各部分里没有{left_out}"
        yield notice(rule.id, place, message, "请补上漏写的部分，与标题逐字写成一样", quote=quote)


def _heading(case: Case, section: int) -> str:
    """Return how the report itself heads a section."""
    for heading, found in zip(case.report.headings, sections_of(case), strict=True):
        if found == section:
            return plain(heading.text).partition("、")[2]
    return case.form.sections[section].heading
