"""A line of a page: its text as browsers show it, and what stands out in it."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from generator.formats.html.reading.looks import Look
from generator.manuscript.doubtful_numbers import raised_doubt, struck_doubt
from generator.manuscript.manuscript import Doubt, Unseen

_WITHOUT_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_BREAK = re.compile(r"[ \t\r\f]*\n[ \t\n\r\f]*")
_SPACES = re.compile(r"[ \t\r\f]+")
_SPACE = " \t\n\r\f"
_AROUND_NUMBERS = _SPACE + "\xa0\u3000"

Piece = tuple[str, Look]


class TextLine(NamedTuple):
    """A line of text; `text` begins with the number."""

    text: str
    number: str = ""
    lead: int = 0
    doubt: Doubt | None = None
    unseen: tuple[tuple[Unseen, str], ...] = ()
    linked: bool = False
    """Whether all of it leads to another page."""


def text_line(pieces: Sequence[Piece], number: str = "") -> TextLine:
    """Return the line that pieces of text make; `number` is that of an item of a list."""
    seen = [(text, look) for text, look in pieces if look.unseen is None]
    first = next((at for at, (text, look) in enumerate(seen) if not look.numbers), len(seen))
    made_by_word = shown(seen[:first]).strip(_AROUND_NUMBERS)
    number = made_by_word or number
    rest = seen[first:]
    text = shown(rest)
    if number:
        text = text.lstrip(_AROUND_NUMBERS)
    lead = _lead(rest, text)
    doubt = None
    if any(look.raised or look.unseen for _, look in pieces):
        doubt = struck_doubt((one, look.unseen is not None) for one, look in pieces)
        doubt = doubt or raised_doubt((one, look.raised) for one, look in rest)
    unseen = tuple((look.unseen, shown([(one, look)])) for one, look in pieces if look.unseen)
    linked = bool(text) and all(look.linked for one, look in rest if one.strip())
    return TextLine(number + text, number, lead and lead + len(number), doubt, unseen, linked)


def shown(pieces: Sequence[Piece]) -> str:
    """Return text as browsers show it.

    Spaces are one, and so is a line end of the source; between Chinese characters that is none
    (CSS Text 3, 4.1.3).
    """
    whole = _WITHOUT_WIDTH.sub("", "".join(text for text, _ in pieces))
    if "\n" in whole:
        whole = _BREAK.sub(_instead_of_break, whole)
    return _SPACES.sub(" ", whole).strip(_SPACE)


def _instead_of_break(found: re.Match[str]) -> str:
    text = found.string
    beside = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    wide = all(not one or unicodedata.east_asian_width(one) in "WFA" for one in beside)
    return "" if wide else " "


def _lead(pieces: Sequence[Piece], text: str) -> int:
    """Return how long the bold beginning is; 0 where all is bold, or nothing."""
    end = next(
        (at for at, (one, look) in enumerate(pieces) if one.strip() and not look.bold), len(pieces)
    )
    start = shown(pieces[:end]).lstrip(_AROUND_NUMBERS)
    start = text[: len(text) - len(text.lstrip(_AROUND_NUMBERS))] + start
    return len(start) if 0 < len(start) < len(text) and text.startswith(start) else 0
