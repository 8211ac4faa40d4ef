"""What stands on the pages around the text: headers, footers, numbers of pages, watermarks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from generator.formats.pdf.reading.drawn_page import DrawnPage, Glyph
from generator.formats.pdf.reading.text_lines import TextLine

_NUMBER_OF_PAGE = re.compile(
    r"[-—–―~·•.\s]*(?:第\s*)?(\d{1,3})\s*页?(?:\s*[/,，、]?\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–―~·•.\s]*"
)
_CONTINUED = re.compile(r"[（(]?(?:续表|续上表|接上表|接上页)\d?[）)]?")
_DIGITS = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
"""Of what changes from page to page: no year has so few."""
_DEEPEST = 3  # lines of a header, or a footer
_SAME_PLACE = 3.0  # points
_LARGE = 1.6  # times the size of the text: from there on what repeats is a watermark
_FEWEST_PAGES = 2
_NOT_LARGER = 1.15  # times the size of the text


class _Known(NamedTuple):
    """What tells a header or footer on one page from the same on another."""

    at_top: bool
    text: str
    place: int


def margin_lines(pages: Sequence[Sequence[TextLine]]) -> list[set[int]]:
    """Return for each page the numbers of the lines that are its header and its footer.

    They repeat on a page near by at the same place, but for numbers of pages, at the very top or
    bottom, and are no larger than the text: titles of two reports are not. Numbers of pages are
    known by what they say, too; and 续表 above a table that goes on.
    """
    sizes = [line.size for lines in pages for line in lines]
    largest = _NOT_LARGER * median(sizes) if sizes else 0
    known: dict[_Known, set[int]] = {}
    for number, lines in enumerate(pages, 1):
        for at, keys in _outermost(lines):
            if lines[at].size <= largest:
                for key in keys:
                    known.setdefault(key, set()).add(number)
    found: list[set[int]] = []
    for number, lines in enumerate(pages, 1):
        near = {number - 2, number - 1, number + 1, number + 2}
        own: set[int] = set()
        for at, keys in _outermost(lines):
            text = lines[at].text
            page = _NUMBER_OF_PAGE.fullmatch(text)
            repeats = any(near & known.get(key, set()) for key in keys)
            numbers = page is not None and _may_be(page[1], number)
            is_margin = repeats or numbers or _CONTINUED.fullmatch(text)
            if is_margin and _is_outside(at, own, len(lines)):
                own.add(at)
        found.append(own)
    return found


def _outermost(lines: Sequence[TextLine]) -> Iterator[tuple[int, list[_Known]]]:
    """Yield the first and the last lines, from outside inwards, with what each is known by."""
    last = len(lines) - 1
    for depth in range(min(_DEEPEST, len(lines))):
        for at, at_top in ((depth, True), (last - depth, False)):
            line = lines[at]
            text = _DIGITS.sub("#", "".join(line.text.split()))
            place = round(line.box.bottom / _SAME_PLACE)
            yield at, [_Known(at_top, text, near) for near in (place - 1, place, place + 1)]


def _is_outside(at: int, own: set[int], count: int) -> bool:
    """Tell whether nothing but margin lines stands between a line and the edge of the page."""
    return all(above in own for above in range(at)) or all(
        below in own for below in range(at + 1, count)
    )


def _may_be(printed: str, number: int) -> bool:
    """Tell whether a number may be that of a page: reports are bound with others before them."""
    return int(printed) >= number - 2


def watermarks(pages: Sequence[DrawnPage]) -> Mapping[int, set[Glyph]]:
    """Return the characters of each page, by its number, that are laid over or under the text.

    They stand aslant, or are large and at the same place on several pages.
    """
    sizes = [glyph.size for page in pages for glyph in page.glyphs]
    large = _LARGE * median(sizes) if sizes else 0
    places: Counter[tuple[str, int, int]] = Counter()
    for page in pages:
        places.update({_placed(run) for run in _runs(page, large)})
    return {
        page.number: {
            *(glyph for glyph in page.glyphs if glyph.turn is None),
            *(
                glyph
                for run in _runs(page, large)
                if places[_placed(run)] >= _FEWEST_PAGES
                for glyph in run
            ),
        }
        for page in pages
    }


def _runs(page: DrawnPage, large: float) -> Iterator[list[Glyph]]:
    for is_large, run in groupby(page.glyphs, key=lambda glyph: glyph.size >= large):
        if is_large:
            yield list(run)


def _placed(run: Sequence[Glyph]) -> tuple[str, int, int]:
    first = run[0].box
    return "".join(glyph.text for glyph in run), round(first.x0), round(first.top)
