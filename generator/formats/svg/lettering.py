"""How much room texts take, whatever the font: letters of Chinese are as wide as they are high."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from generator.model.chart_look.space import CROWDED

LINE = 1.2
"""From line to line, in sizes."""

_LATIN = 0.56  # of its size: digits are as wide in most fonts, or less
_SMALLER = (CROWDED, 6, 5, 4, 3)
_STAY_TOGETHER = re.compile(r"[!-~]+|.", re.DOTALL)


class Names(NamedTuple):
    """Texts set into the room that each has."""

    size: float
    lines: tuple[tuple[str, ...], ...]
    """Of each."""

    @property
    def wide(self) -> float:
        """How long the longest line is."""
        return max((wide(line, self.size) for each in self.lines for line in each), default=0)

    @property
    def high(self) -> float:
        """How high the lines of the highest are."""
        return max(map(len, self.lines), default=0) * LINE * self.size


def wide(text: str, size: float = 1) -> float:
    """Return how wide a text is in a size."""
    return size * sum(1 if east_asian_width(one) in "WFA" else _LATIN for one in text)


def broken(text: str, size: float, most: float) -> tuple[str, ...]:
    """Return the lines of a text none of which is wider; numbers stay whole where they can."""
    lines = [""]
    for piece in _pieces(text, size, most):
        if lines[-1] and wide(lines[-1] + piece, size) > most:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return tuple(lines)


def fitted(texts: Sequence[str], size: float, along: float, across: float) -> Names:
    """Return texts in lines that are so long and together so high: smaller where they must be."""
    for each in (size, *(one for one in _SMALLER if one < size)):
        names = Names(each, tuple(broken(text, each, along) for text in texts))
        if names.high <= across:
            break
    return names


def widest(texts: Iterable[str], size: float) -> float:
    """Return how wide the widest is."""
    return max((wide(text, size) for text in texts), default=0)


def _pieces(text: str, size: float, most: float) -> Iterator[str]:
    for piece in _STAY_TOGETHER.findall(" ".join(text.split())):
        if wide(piece, size) > most:
            yield from piece
        else:
            yield piece
