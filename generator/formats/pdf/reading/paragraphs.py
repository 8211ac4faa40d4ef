"""Lines of text → paragraphs, by how far lines reach, how they stand in, and what stands between.

Chinese reports begin a paragraph two characters in, or leave room above it. A line that was ended
although the next word had room in it ends a paragraph. Where none of this tells, the end of a
sentence does, and it is said that this is not certain.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from generator.formats.pdf.reading.text_lines import TextLine, between

_STANDS_IN = 0.7  # of a character's size, from the edge of the text
_FARTHEST_IN = 6.0  # sizes; what stands farther in is centred, or at the right
_OTHER_SIZE = 0.08
_MORE_ROOM = 1.3  # times the usual distance of lines
_TITLE = 1.15  # times the usual size: from there on, lines stand in the middle
_LINES_OF_TITLE = 1.6  # sizes from one to the next
_SLACK = 0.5  # of a size: letters beside characters stand a little off
_AT_LEAST, _ONE_OF = 2, 8  # lines that reach an edge
_ENDS = "。！？；：…”）.!?;:"
_NUMBERED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节部]|[（(]?\d{1,2}[）)、.．](?!\d))"
)


class PageLine(NamedTuple):
    """A line of the text, and on which page it stands."""

    page: int
    width: float
    """Of the page, in points."""
    line: TextLine


class JoinedParagraph(NamedTuple):
    """A paragraph, and where it begins."""

    page: int
    text: str
    unsure: bool
    """Whether it may be two: nothing but the end of a sentence could tell."""


class Measure(NamedTuple):
    """How the text of a file stands on its pages."""

    size: float
    """Of most characters, in points."""
    left: float
    right: float
    pitch: float
    """Usual distance from one line to the next."""
    stands_in: bool
    """Whether paragraphs begin farther in."""


def measured(lines: Sequence[PageLine]) -> Measure:
    """Return the measure of lines that stand on pages of one width."""
    own = [one.line for one in lines]
    size = median(line.size for line in own) if own else 1.0
    steps = [
        below.line.box.bottom - above.line.box.bottom
        for above, below in pairwise(lines)
        if above.page == below.page
    ]
    close = [step for step in steps if 0 < step <= 3 * size]
    left = _edge(sorted(line.box.x0 for line in own), size)
    right = -_edge(sorted(-line.box.x1 for line in own), size)
    inside = sum(_in(line, left) for line in own)
    return Measure(size, left, right, median(close) if close else 2 * size, 5 * inside >= len(own))


def _edge(places: Sequence[float], size: float) -> float:
    """Return the outermost place that several lines reach: single ones hang over it."""
    enough = max(_AT_LEAST, len(places) // _ONE_OF)
    for at, place in enumerate(places):
        if sum(other - place <= size / 2 for other in places[at : at + enough]) >= enough:
            return place
    return places[0] if places else 0.0


def paragraphs_of(lines: Sequence[PageLine], measure: Measure) -> Iterator[JoinedParagraph]:
    """Yield the paragraphs of lines between which no table stands."""
    page, text, unsure = 0, "", False
    last: PageLine | None = None
    for one in lines:
        begins, doubt = (True, False) if last is None else _begins(last, one, measure)
        if begins and text:
            yield JoinedParagraph(page, text, unsure)
        if begins or last is None:
            page, text, unsure = one.page, one.line.text, False
        else:
            text += between(last.line, one.line) + one.line.text
            unsure |= doubt
        last = one
    if text:
        yield JoinedParagraph(page, text, unsure)


def _begins(above: PageLine, one: PageLine, measure: Measure) -> tuple[bool, bool]:
    """Tell whether a line begins a paragraph; and whether it goes on without being certain."""
    last, line = above.line, one.line
    if _ended(above, one, measure):
        return True, False
    if last.size > _TITLE * measure.size:
        return False, False
    ends = last.text[-1:] in _ENDS
    if _in(line, measure.left):
        return measure.stands_in or ends, False
    if line.box.x0 - measure.left > _FARTHEST_IN * line.size:
        return True, False
    doubtful = ends and not measure.stands_in
    begins = doubtful and bool(_NUMBERED.match(line.text))
    return begins, doubtful and not begins


def _ended(above: PageLine, one: PageLine, measure: Measure) -> bool:
    """Tell whether a line is the last of its paragraph by its size, its distance or its length."""
    last, line = above.line, one.line
    of_title = last.size > _TITLE * measure.size
    usual = max(measure.pitch, _LINES_OF_TITLE * last.size if of_title else 0)
    gap = line.box.bottom - last.box.bottom
    apart = above.page == one.page and (gap > _MORE_ROOM * usual or gap <= 0)
    free = (2 if of_title else 1) * (measure.right - last.box.x1)
    other = abs(last.size - line.size) > _OTHER_SIZE * last.size
    return other or apart or free > line.first_unit + _SLACK * line.size


def _in(line: TextLine, left: float) -> bool:
    return _STANDS_IN * line.size < line.box.x0 - left <= _FARTHEST_IN * line.size
