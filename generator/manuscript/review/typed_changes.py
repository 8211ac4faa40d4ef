"""Carries a reviewer's changes of a printed line back into what was typed for it.

Where a 【figure】 was printed and its words were left alone, it is still cited.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.manuscript.review.generated_lines import Role, Segment
from generator.manuscript.word_changes import WordChange, word_changes
from generator.model.narrative import Piece, as_typed

_NUMBER = re.compile(r"\d+(?:[,.]\d+)*")
_PERCENTAGE = re.compile(r"\d+(?:[,.]\d+)*%?")
_SENTENCE_END = ("。", "！", "？", "；", "：")
_LARGE = {"万", "亿"}

_Span = tuple[int, int]


class _Words(NamedTuple):
    """Some words of the new text, and the old segment that they belong to."""

    owner: int
    of_it: bool
    """Whether they stand in place of the segment's own words; otherwise they were put beside it."""
    text: str


def retyped(segments: Sequence[Segment], after: str) -> list[Segment]:
    """Return the segments of a line after it was changed to another text.

    A segment that cites still does, and shows what the reviewer wrote in its place.
    """
    before = "".join(segment.piece.shown for segment in segments)
    if before == after:
        return [segment for segment in segments if segment.piece.shown]
    spans = list(_spans(segments))
    changes = list(_on_numbers(segments, spans, word_changes(before, after)))
    broken = {
        owner
        for change in changes
        for owner, span in enumerate(spans)
        if _overlap(change, span) and not _within(change, span)
    }
    result: list[Segment] = []
    for (owner, of_it), group in groupby(
        _words(segments, spans, changes, before), key=lambda one: (one.owner, one.of_it)
    ):
        text, segment = "".join(one.text for one in group), segments[owner]
        if of_it and text == segment.piece.shown:
            result.append(segment)
        elif of_it and text and segment.piece.name and owner not in broken:
            result.append(replace(segment, piece=segment.piece._replace(shown=text)))
        elif text:
            result.append(replace(segment, piece=Piece(text, as_typed(text))))
    for at, (segment, after_it) in enumerate(pairwise(result)):
        if _in_other_units(segment.piece, after_it.piece.shown[:1], before):
            shown = segment.piece.shown
            result[at] = replace(segment, piece=Piece(shown, as_typed(shown)))
    return result


def _in_other_units(piece: Piece, unit: str, before: str) -> bool:
    """Tell whether 万 or 亿 was put behind a cited number that became another."""
    changed = bool(piece.name) and piece.shown not in before
    return changed and unit in _LARGE and unit not in before


def _words(
    segments: Sequence[Segment], spans: Sequence[_Span], changes: Sequence[WordChange], before: str
) -> Iterator[_Words]:
    """Yield the new text from beginning to end."""
    at = 0
    for change in changes:
        yield from _kept(spans, at, change.start, before)
        owner = _owner(segments, spans, change)
        cites = bool(segments[owner].piece.name)
        within = spans[owner][0] < change.start < spans[owner][1]
        yield _Words(owner, bool(change.was) or within or not cites, change.now)
        at = change.end
    yield from _kept(spans, at, len(before), before)


def _kept(spans: Sequence[_Span], start: int, end: int, before: str) -> Iterator[_Words]:
    for owner, (first, last) in enumerate(spans):
        if max(start, first) < min(end, last):
            yield _Words(owner, True, before[max(start, first) : min(end, last)])  # noqa: FBT003


def _owner(segments: Sequence[Segment], spans: Sequence[_Span], change: WordChange) -> int:
    """Return the segment that a change goes into: the one that it begins in.

    Words put between two segments go to the first; but a number takes no words in, and a heading
    none after its 。.
    """
    if change.was:
        return next(at for at, (start, end) in enumerate(spans) if start <= change.start < end)
    ends = [at for at, (start, end) in enumerate(spans) if start < change.start <= end]
    owner = ends[0] if ends else 0
    at_end = spans[owner][1] == change.start and owner + 1 < len(segments)
    closed = segments[owner].role != Role.TEXT and segments[owner].piece.shown.endswith(
        _SENTENCE_END
    )
    if at_end and (segments[owner].role == Role.NUMBER or closed):
        return owner + 1
    return owner


def _on_numbers(
    segments: Sequence[Segment], spans: Sequence[_Span], changes: Sequence[WordChange]
) -> Iterator[WordChange]:
    """Split changes around a cited number that became another number."""
    for change in changes:
        cited = [
            (span, segment.piece.shown.endswith("%"))
            for segment, span in zip(segments, spans, strict=True)
            if segment.piece.name and change.start <= span[0] < span[1] <= change.end
        ]
        shape = _PERCENTAGE if cited and cited[0][1] else _NUMBER
        old, new = list(shape.finditer(change.was)), list(shape.finditer(change.now))
        if not (len(cited) == len(old) == len(new) == 1):
            yield change
            continue
        (start, end), number = cited[0][0], new[0]
        cut, rest = start - change.start, end - change.start
        split = (
            WordChange(change.start, start, change.was[:cut], change.now[: number.start()]),
            WordChange(start, end, change.was[cut:rest], number[0]),
            WordChange(end, change.end, change.was[rest:], change.now[number.end() :]),
        )
        yield from (one for one in split if one.was != one.now)


def _spans(segments: Sequence[Segment]) -> Iterator[_Span]:
    start = 0
    for segment in segments:
        end = start + len(segment.piece.shown)
        yield start, end
        start = end


def _overlap(change: WordChange, span: _Span) -> bool:
    return change.start < span[1] and span[0] < change.end


def _within(change: WordChange, span: _Span) -> bool:
    return span[0] <= change.start and change.end <= span[1]
