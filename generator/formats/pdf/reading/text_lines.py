"""Characters → lines of text, as they stand one below the other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from generator.formats.pdf.reading.drawn_page import Box, Glyph

_SAME_LINE = 0.35  # of a character's size
_TWICE = 0.12  # of its size: a character drawn again within is the same one, made to look bold
_OVER = 0.5  # of the narrower of two characters, by which one lies on the other
_WORD_GAP = 0.25  # of a size, between Latin words
_WIDE_GAP = 1.2
_MOSTLY = 0.7
_FEWEST_FALLING = 3
_FIRST_IDEOGRAPH = "\u3000"
_BOUND_TO_LEFT = "，。、；：！？）》”’％,.;:!?)%〉】〕…"
_BOUND_TO_RIGHT = "（《“‘(〈【〔"


class TextLine(NamedTuple):
    """A line of text on a page."""

    text: str
    """Without spaces at its ends."""
    box: Box
    size: float
    """Of most of its characters, in points."""
    first_unit: float
    """Length of what begins it and cannot be broken, in points."""
    spaced: bool
    """Whether a space stands at its end."""
    overlapping: bool
    """Whether characters lie on others, so that it is not certain what it says."""


class _Flat(NamedTuple):
    """A character as if its text were level."""

    x0: float
    x1: float
    base: float
    glyph: Glyph
    order: int

    @property
    def text(self) -> str:
        return self.glyph.text


def text_lines(glyphs: Sequence[Glyph], *, falling: bool = True) -> list[TextLine]:
    """Return the lines of some text, in reading order.

    Text that is turned by a quarter is read along its own direction; unless none is `falling`,
    characters that are drawn one below the other are read as columns from right to left.
    """
    if falling and _falls(glyphs):
        return [line for column in _columns(glyphs) if (line := _line(column))]
    found: list[TextLine] = []
    for turn in (0, 1, 3, 2):
        own = [
            _level(glyph, turn, order)
            for order, glyph in enumerate(glyphs)
            if (glyph.turn or 0) == turn
        ]
        found += [line for flats in _in_lines(own) if (line := _line(flats))]
    return found


def between(line: TextLine, following: TextLine) -> str:
    """Return what stands between two lines that are one text: a space between two words."""
    if line.spaced:
        return " "
    before, after = line.text[-1:], following.text[:1]
    last_word = line.text.rsplit(" ", 1)[-1]
    of_an_address = any(sign in last_word for sign in "/@.:")
    words = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
    return " " if words and not of_an_address else ""


def _level(glyph: Glyph, turn: int, order: int) -> _Flat:
    x0, top, x1, bottom = glyph.box
    if turn == 1:
        x0, x1, bottom = -bottom, -top, x1
    elif turn == 2:  # noqa: PLR2004 - upside down
        x0, x1, bottom = -x1, -x0, -top
    elif turn == 3:  # noqa: PLR2004
        x0, x1, bottom = top, bottom, -x0
    return _Flat(x0, x1, bottom, glyph, order)


def _falls(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether most characters are drawn straight below the one before.

    Numbers one below the other are several numbers, and no text that falls.
    """
    seen = [glyph for glyph in glyphs if glyph.text != " "]
    ideographs = sum(glyph.text >= _FIRST_IDEOGRAPH for glyph in seen)
    if len(seen) < _FEWEST_FALLING or 2 * ideographs < len(seen):
        return False
    falling = 0
    for one, other in pairwise(seen):
        (x, y), (next_x, next_y) = one.box.middle, other.box.middle
        near = 0.4 * one.size
        falling += abs(next_x - x) < near < next_y - y and one.turn == 0
    return falling >= _MOSTLY * (len(seen) - 1)


def _columns(glyphs: Sequence[Glyph]) -> Iterator[list[_Flat]]:
    """Yield columns of characters that stand one below the other, from right to left."""
    column: list[_Flat] = []
    right = 0.0
    for order, glyph in enumerate(sorted(glyphs, key=lambda one: -one.box.middle[0])):
        x, _ = glyph.box.middle
        if column and right - x > 0.5 * glyph.size:
            yield column
            column = []
        if not column:
            right = x
        if glyph.text != " ":
            column.append(_Flat(glyph.box.top, glyph.box.bottom, -x, glyph, order))
    if column:
        yield column


def _in_lines(flats: Iterable[_Flat]) -> Iterator[list[_Flat]]:
    line: list[_Flat] = []
    for flat in sorted(flats, key=lambda one: one.base):
        near = _SAME_LINE * max(flat.glyph.size, line[0].glyph.size if line else 0)
        if line and flat.base - line[0].base > near:
            yield line
            line = []
        line.append(flat)
    if line:
        yield line


def _line(flats: Sequence[_Flat]) -> TextLine | None:
    once = list(_once(sorted(flats, key=lambda one: (one.x0, one.order))))
    while once and once[0].text == " ":
        once.pop(0)
    spaced = bool(once) and once[-1].text == " "
    while once and once[-1].text == " ":
        once.pop()
    if not once:
        return None
    boxes = [flat.glyph.box for flat in once]
    box = Box(
        min(one.x0 for one in boxes),
        min(one.top for one in boxes),
        max(one.x1 for one in boxes),
        max(one.bottom for one in boxes),
    )
    return TextLine(
        "".join(_with_spaces(once)),
        box,
        median(flat.glyph.size for flat in once),
        _first_unit(once),
        spaced=spaced,
        overlapping=_overlapping(once),
    )


def _once(flats: Sequence[_Flat]) -> Iterator[_Flat]:
    """Leave out characters that are drawn again on themselves."""
    recent: list[_Flat] = []
    for flat in flats:
        near = _TWICE * flat.glyph.size
        recent = [one for one in recent if flat.x0 - one.x0 <= near]
        if flat.text != " " and any(one.text == flat.text for one in recent):
            continue
        recent.append(flat)
        yield flat


def _with_spaces(flats: Sequence[_Flat]) -> Iterator[str]:
    last: _Flat | None = None
    for flat in flats:
        if last and " " not in (last.text, flat.text):
            gap, size = flat.x0 - last.x1, max(flat.glyph.size, last.glyph.size)
            latin = last.text.isascii() and flat.text.isascii()
            if gap > _WIDE_GAP * size or (latin and gap > _WORD_GAP * size):
                yield " "
        yield flat.text
        last = flat


def _overlapping(flats: Sequence[_Flat]) -> bool:
    seen = [flat for flat in flats if flat.text != " " and flat.x1 > flat.x0]
    return any(
        one.x1 - other.x0 > _OVER * min(one.x1 - one.x0, other.x1 - other.x0)
        for one, other in pairwise(seen)
    )


def _first_unit(flats: Sequence[_Flat]) -> float:
    """Return how wide the beginning is that stands together: a word, a sign and its bracket."""
    end = 1
    while end < len(flats):
        last, text = flats[end - 1].text, flats[end].text
        word = last.isascii() and text.isascii() and text != " "
        bound = text[:1] in _BOUND_TO_LEFT or last[-1:] in _BOUND_TO_RIGHT
        if not word and not bound:
            break
        end += 1
    return flats[end - 1].x1 - flats[0].x0
