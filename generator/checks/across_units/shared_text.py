"""内容雷同: passages that the narratives of a few units have in common.

Units are not compared two by two: fingerprints of all of them are sorted, and only units with
several that few others have are looked at closely.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from generator.checks.across_units.comparable_text import (
    RUN,
    ComparableText,
    bare_text,
    comparable_text,
    fingerprints,
    official_fingerprints,
)
from generator.checks.across_units.few_sharers import Marks
from generator.checks.across_units.groups import grouped
from generator.checks.across_units.handed_in import HandedIn, UnitFiled
from generator.checks.rules.quoting import clip
from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.model.collection.collection import AcrossFinding
from generator.model.finding import Finding
from generator.model.report import Place

_FEW, _MOST_FEW, _SHARE_OF_FEW = 3, 10, 4
"""Who shares words: 3 units, or a fourth of all up to 10, are few; more have a common template."""
_ENOUGH_FINGERPRINTS = 10
_SHORTEST_PASSAGE, _LONG_PASSAGE = 40, 90
_MUCH, _GREAT_SHARE = 160, 0.15
"""Characters, and part of the shorter text: shorter passages count where they are so much."""
_GAP, _SHIFT = 36, 12
"""Characters within a passage that may be other ones, and by how many these may differ."""
_MOST_SHOWN = 6


class _Passage(NamedTuple):
    """Where a passage stands in the bare texts of two units."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def length(self) -> int:
        return self.end - self.start


class _Marked(NamedTuple):
    """A unit's text with the fingerprints that few others have."""

    unit: UnitFiled
    text: ComparableText
    marks: Sequence[tuple[int, int]]
    """Each with where it begins, in order."""
    first: Mapping[int, int]
    """Where each stands first."""


class _Pair(NamedTuple):
    """Two units with a text in common."""

    one: UnitFiled
    other: UnitFiled
    passages: Sequence[_Passage]
    shares: tuple[float, float]
    """Which part of the text of each that is."""
    quotes: tuple[str, str]
    """The longest passage as each has it."""
    places: tuple[Place, Place]
    """Where it stands in each."""

    @property
    def names(self) -> tuple[str, str]:
        return self.one.name, self.other.name

    @property
    def length(self) -> int:
        return sum(passage.length for passage in self.passages)

    @property
    def longest(self) -> int:
        return max(passage.length for passage in self.passages)


def shared_text(handed_in: HandedIn, rule: Rule) -> Iterator[AcrossFinding]:
    """Find groups of units whose narratives have passages in common that few others have."""
    units = [unit for unit in handed_in.units if unit.filing.texts]
    rare, together = _rare_fingerprints(units, handed_in)
    candidates = sorted(ends for ends, count in together.items() if count >= _ENOUGH_FINGERPRINTS)
    marked = {at: _marked(units[at], handed_in, rare) for at in dict.fromkeys(chain(*candidates))}
    pairs: dict[tuple[int, int], _Pair] = {}
    for one, other in candidates:
        if pair := _compared(marked[one], marked[other]):
            pairs[one, other] = pair
    for members in grouped(pairs):
        inside = [pair for ends, pair in pairs.items() if ends[0] in members]
        yield _finding(rule, [units[at] for at in members], inside)


def _names(unit: UnitFiled) -> tuple[str, ...]:
    return unit.unit.name, *unit.unit.others, unit.filing.organ


def _marked(unit: UnitFiled, handed_in: HandedIn, rare: set[int]) -> _Marked:
    text = comparable_text(unit.filing.texts, _names(unit), handed_in.form)
    marks = [(mark, at) for mark, at in fingerprints(text.bare) if mark in rare]
    return _Marked(unit, text, marks, dict(reversed(marks)))


def _rare_fingerprints(
    units: Sequence[UnitFiled], handed_in: HandedIn
) -> tuple[set[int], Mapping[tuple[int, int], int]]:
    """Return the fingerprints that few units share, and how many any two of these share."""
    official = official_fingerprints(handed_in.form)
    marks = Marks()
    for at, unit in enumerate(units):
        bare = bare_text(unit.filing.texts, _names(unit), handed_in.form)
        for mark in {mark for mark, _ in fingerprints(bare)} - official:
            marks.add(mark, at)
    few = max(_FEW, min(_MOST_FEW, len(units) // _SHARE_OF_FEW))
    rare: set[int] = set()
    together: Counter[tuple[int, int]] = Counter()
    for mark, sharing in marks.shared(few):
        rare.add(mark)
        together.update(combinations(sharing, 2))
    return rare, together


def _compared(one: _Marked, other: _Marked) -> _Pair | None:
    """Return what two units have in common; None where that is no more than custom."""
    passages = [
        passage
        for found in _passages(one, other)
        if (passage := _grown(found, one.text.bare, other.text.bare)).length >= _SHORTEST_PASSAGE
    ]
    if not passages:
        return None
    length = sum(passage.length for passage in passages)
    shares = length / len(one.text.bare), length / len(other.text.bare)
    longest = max(passages, key=lambda passage: passage.length)
    if longest.length < _LONG_PASSAGE and (length < _MUCH or max(shares) < _GREAT_SHARE):
        return None
    return _Pair(
        one.unit,
        other.unit,
        passages,
        shares,
        (
            one.text.passage(longest.start, longest.end),
            other.text.passage(longest.other_start, longest.other_end),
        ),
        (one.text.place(longest.start), other.text.place(longest.other_start)),
    )


def _passages(one: _Marked, other: _Marked) -> Iterator[_Passage]:
    """Yield the passages of a text that stand, with few changes, in another."""
    bare, others = one.text.bare, other.text.bare
    current: _Passage | None = None
    last = last_beside = 0
    for mark, at in one.marks:
        beside = other.first.get(mark)
        if beside is None or bare[at : at + RUN] != others[beside : beside + RUN]:
            continue
        step, step_there = at - last, beside - last_beside
        goes_on = step <= RUN + _GAP and step_there > 0 and abs(step - step_there) <= _SHIFT
        if current and goes_on:
            current = current._replace(end=at + RUN, other_end=beside + RUN)
        else:
            if current:
                yield current
            current = _Passage(at, at + RUN, beside, beside + RUN)
        last, last_beside = at, beside
    if current:
        yield current


def _grown(passage: _Passage, bare: str, other: str) -> _Passage:
    """Add what is the same on both sides, up to where the next fingerprint would have been."""
    start, end, other_start, other_end = passage
    least, most = max(0, start - RUN), min(len(bare), end + RUN)
    while start > least and other_start > 0 and bare[start - 1] == other[other_start - 1]:
        start, other_start = start - 1, other_start - 1
    while end < most and other_end < len(other) and bare[end] == other[other_end]:
        end, other_end = end + 1, other_end + 1
    return _Passage(start, end, other_start, other_end)


def _finding(rule: Rule, members: Sequence[UnitFiled], pairs: Sequence[_Pair]) -> AcrossFinding:
    """Say what a group has in common, by the two of it that have most."""
    most = max(pairs, key=lambda pair: pair.length)
    first, second = most.one, most.other
    places, shares, quotes = most.places, most.shares, most.quotes
    if shares[1] > shares[0]:
        first, second = second, first
        places, shares, quotes = places[::-1], shares[::-1], quotes[::-1]
    others = [unit.name for unit in members if unit not in (first, second)]
    passages = f"{len(most.passages)} 处、" if len(most.passages) > 1 else ""
    message = (
        f"“{first.name}”与“{second.name}”的正文有{passages}约 {most.length} 字相同或几乎相同，"
        f"占前者的 {shares[0]:.0%}、后者的 {shares[1]:.0%}；"
        f"最长的一处约 {most.longest} 字，后者在{places[1]}"
    )
    if others:
        message += f"；与它们雷同的还有{_shown(others, pairs)}"
    return AcrossFinding(
        (first.name, second.name, *others),
        Finding(
            rule.id,
            rule.severity,
            places[0],
            message,
            "请各单位按自己的情况改写；确属统一要求写的话，可以不改",
            quote=clip(quotes[0]),
            about=f"文字雷同：{listed(sorted((first.name, second.name, *others)))}",
        ),
    )


def _shown(names: Sequence[str], pairs: Sequence[_Pair]) -> str:
    """Name the others of a group, each with the most that it has in common with one of them."""
    shown = [
        f"“{name}”（最多约 {max(pair.length for pair in pairs if name in pair.names)} 字）"
        for name in names[:_MOST_SHOWN]
    ]
    return listed(shown) + (f"等 {len(names)} 个单位" if len(names) > _MOST_SHOWN else "")
