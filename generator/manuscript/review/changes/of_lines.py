"""What people changed in the lines of a document."""

from collections.abc import Iterator, Sequence

from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Manuscript, Trace
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.changes.who_and_how import authors, how_deleted, how_taken_back
from generator.manuscript.review.exhibits.captions import CaptionWords, caption_words
from generator.manuscript.review.exhibits.shown import NOTHING_SHOWN, Shown
from generator.manuscript.review.generated_lines import GeneratedLine, Role
from generator.manuscript.review.typed_numbers import typed_number
from generator.manuscript.word_changes import WordChange, word_changes
from generator.model.report import Place


def line_changes(
    generated: Sequence[GeneratedLine],
    edited: Manuscript,
    matches: Sequence[Match],
    shown: Shown = NOTHING_SHOWN,
) -> Iterator[Change]:
    """Yield what became of every line, in the order of the document."""
    place = Place(edited.file)
    for match in matches:
        if match.after:
            place = edited.lines[match.after[0]].place
        yield from _of_match(match, generated, edited, place, shown)


def _of_match(
    match: Match,
    generated: Sequence[GeneratedLine],
    edited: Manuscript,
    place: Place,
    shown: Shown,
) -> Iterator[Change]:
    lines = edited.lines
    before = [generated[at] for at in match.before]
    after = [lines[at] for at in match.after]
    was, now = ("\n".join(line.text.strip() for line in side) for side in (before, after))
    traces = [trace for line in after for trace in line.traces]
    if not after:
        struck = [
            trace
            for line in lines
            for trace in line.traces
            if not trace.added and was in trace.words
        ]
        how = how_deleted(was, edited.unseen)
        heading = before[0].title or before[0].row in shown.alone
        kind = Kind.HEADING if heading else Kind.DELETED
        yield Change(kind, place, was, "", by=authors(struck), how=how)
    elif not before:
        yield Change(Kind.ADDED, place, "", now, by=authors(traces))
    elif len(after) > 1 or len(before) > 1:
        kind = Kind.SPLIT if len(after) > 1 else Kind.MERGED
        glued = word_changes(was.replace("\n", ""), now.replace("\n", ""))
        yield Change(
            kind, place, was, now, tuple(glued), authors(traces), how_taken_back(traces, glued)
        )
    else:
        if match.moved:
            yield Change(Kind.MOVED, place, was, now, by=authors(traces))
        if was != now and before[0].kind:
            due = shown.due.get(before[0].row or 0, "")
            old, new = (caption_words(text, before[0].kind) for text in (was, now))
            yield from _caption(old, new, due, place, traces)
        elif was != now:
            yield from _reworded(before[0], was, now, place, traces)


def _reworded(
    line: GeneratedLine, was: str, now: str, place: Place, traces: Sequence[Trace]
) -> Iterator[Change]:
    """Yield what changed within a line: its number apart from its words."""
    old, new = (typed_number(text)[1] for text in (was, now))
    before = len(old)
    numbered = bool(line.segments) and line.segments[0].role == Role.NUMBER
    if numbered and new and old != new:
        yield Change(Kind.NUMBER, place, old, new, by=authors(traces))
        was, now, before = was.removeprefix(old), now.removeprefix(new), 0
    if was != now:
        words = tuple(word_changes(was, now))
        heading = line.title or line.section or _in_heading(line, words, before)
        kind = Kind.HEADING if heading else Kind.REWORDED
        yield Change(
            kind, place, was, now, words, authors(traces, words), how_taken_back(traces, words)
        )


def _caption(
    old: CaptionWords, new: CaptionWords, due: str, place: Place, traces: Sequence[Trace]
) -> Iterator[Change]:
    """Yield what changed in a caption: its words, its number unless it is the one that is due."""
    if new.number not in (old.number, due):
        yield Change(Kind.NUMBER, place, old.number, new.number, by=authors(traces))
    if old.words != new.words:
        words = tuple(word_changes(old.words, new.words))
        by, how = authors(traces, words), how_taken_back(traces, words)
        yield Change(Kind.HEADING, place, old.words, new.words, words, by, how)


def _in_heading(line: GeneratedLine, words: Sequence[WordChange], before: int) -> bool:
    """Tell whether all that changed is the heading, `before` characters from the line's start."""
    length = sum(len(one.piece.shown) for one in line.segments if one.role == Role.HEADING)
    return bool(length) and all(change.end <= before + length for change in words)
