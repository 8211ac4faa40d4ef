"""Which words of a numbered line are its heading, and which its text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from generator.manuscript.review.generated_lines import Role, Segment
from generator.manuscript.review.line_segments import cut, plain, shown
from generator.model.report import SECOND_LEVEL, Paragraph

_LONGEST_HEADING = 40
_STOP = "。"

Halves = tuple[list[Segment], list[Segment]]
"""Heading and text."""


class KnownRows:
    """The rows of a document that the report has, by part and level: what a new one may be like.

    Of thousands of rows a new one finds the nearest without a look at the rest.
    """

    def __init__(self, rows: Sequence[tuple[str, Paragraph | None]]) -> None:
        """Take all rows of a document in order: the part of each, and the report's own row."""
        self._rows = [row for _, row in rows]
        self._parts = [part for part, _ in rows]
        self._of_level: dict[int, list[int]] = {}
        self._of_part: dict[tuple[str, int], list[int]] = {}
        for at, (part, row) in enumerate(rows):
            if row is not None:
                self._of_level.setdefault(row.level, []).append(at)
                self._of_part.setdefault((part, row.level), []).append(at)

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._of_level)

    def row(self, at: int) -> Paragraph | None:
        """Return what the report has in the place of a row; None where that is new."""
        return self._rows[at]

    def nearest(self, at: int, level: int) -> Paragraph | None:
        """Return the row of a level that is nearest to one: of its part if any is, itself last."""
        of_part = self._of_part.get((self._parts[at], level), [])
        of_level = self._of_level.get(level, [])
        for near in (_nearest(of_part, at), _nearest(of_level, at)):
            if near is not None:
                return self._rows[near]
        return self._rows[at] if of_level else None


def begins_with_heading(level: int, before: Paragraph | None, at: int, known: KnownRows) -> bool:
    """Tell whether the first words of a line are a heading, where none stands out.

    What had none before has none. A new line is like the nearest row of its level among those
    `known`, of which it is number `at`; where there is none, only what is numbered （一） has one,
    or each where there are no rows at all to be like.
    """
    row = before or known.nearest(at, level)
    if row is not None:
        return bool(row.heading.strip())
    return not known or level == SECOND_LEVEL


def headings_and_texts(
    segments: Sequence[Segment], *, by_words: bool, new: bool
) -> Iterator[Halves]:
    """Yield ways to tell heading and text of a numbered line apart, the most fitting first.

    A heading is what stands out; else, `by_words`, a short first sentence. Of a `new` line that
    stands out as a whole it is its first sentence too.
    """
    own = [at for at, one in enumerate(segments) if one.role in (Role.HEADING, Role.STOP)]
    text = shown(segments)
    stop = text.find(_STOP) + 1
    as_a_whole = new and bool(own) and own[-1] == len(segments) - 1
    if own and not (as_a_whole and 0 < stop < len(text.rstrip())):
        end = own[-1] + 1
        yield from _with_and_without_stop(list(segments[:end]), list(segments[end:]))
    elif by_words or as_a_whole:
        if 0 < stop <= _LONGEST_HEADING:
            yield from _with_and_without_stop(*cut(segments, stop))
        elif segments and not stop and len(text) <= _LONGEST_HEADING:
            yield list(segments), []
    yield [], literal(segments)


def literal(segments: Sequence[Segment]) -> list[Segment]:
    """Return pieces in which number and 。 are typed: in body text the program sets none."""
    own = (Role.NUMBER, Role.STOP)
    return [
        plain(Role.TEXT, segment.piece.shown) if segment.role in own else segment
        for segment in segments
    ]


def _with_and_without_stop(heading: list[Segment], text: list[Segment]) -> Iterator[Halves]:
    """Yield a heading without its last 。, which the program sets itself, then with it."""
    whole = shown(heading)
    if whole.endswith(_STOP):
        if heading[-1].role != Role.STOP:
            yield heading, text
        yield cut(heading, len(whole) - len(_STOP))[0], text
    yield literal(heading), text


def _nearest(numbers: Sequence[int], at: int) -> int | None:
    """Return the one next to a number, of two the lower, among numbers in order."""
    left, right = bisect_left(numbers, at), bisect_right(numbers, at)
    return min(
        [*numbers[max(0, left - 1) : left], *numbers[right : right + 1]],
        key=lambda near: abs(near - at),
        default=None,
    )
