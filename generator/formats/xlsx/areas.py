"""Names many cells briefly."""

from collections.abc import Iterator, Sequence

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address


def areas(spots: Sequence[Spot]) -> Iterator[str]:
    """Name cells briefly: those that fill a rectangle as D7:J31."""
    left = sorted(spots)
    while left:
        top, first = left[0]
        last = first
        while (top, last + 1) in left:
            last += 1
        bottom = top
        while all((bottom + 1, column) in left for column in range(first, last + 1)):
            bottom += 1
        corners = address((top, first)), address((bottom, last))
        yield corners[0] if corners[0] == corners[1] else ":".join(corners)
        left = [
            (row, column)
            for row, column in left
            if not (top <= row <= bottom and first <= column <= last)
        ]
