"""Words that a finding quotes, found again in the line that they stand in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.preview import Stretch

_CLIPPED = "…"


class Words(NamedTuple):
    """From which character of a line to which."""

    start: int
    end: int


def quoted_in(text: str, quote: str) -> Words | None:
    """Return where words stand in a line, whatever its spaces; None where they do not.

    Long quotations are clipped, and begin or end with ….
    """
    letters = [at for at, letter in enumerate(text) if not letter.isspace()]
    wanted = "".join(quote.strip(_CLIPPED).split())
    start = "".join(text[at] for at in letters).find(wanted) if wanted else -1
    if start < 0:
        return None
    return Words(letters[start], letters[start + len(wanted) - 1] + 1)


def with_words_marked(stretches: Sequence[Stretch], words: Words, mark: str) -> tuple[Stretch, ...]:
    """Return the pieces of a line, parted where the words begin and end, and those marked."""
    return tuple(_parted(stretches, words, mark))


def _parted(stretches: Sequence[Stretch], words: Words, mark: str) -> Iterator[Stretch]:
    begins = 0
    for stretch in stretches:
        ends = begins + len(stretch.text)
        start, end = (min(max(at, begins), ends) - begins for at in words)
        pieces = (stretch.text[:start], stretch.text[start:end], stretch.text[end:])
        for number, piece in enumerate(pieces):
            if piece:
                marks = (*stretch.marks, mark) if number == 1 else stretch.marks
                yield stretch._replace(text=piece, marks=marks)
        begins = ends
