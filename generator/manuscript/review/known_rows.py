"""Rows of the report among those that an edited document has: what a new row may be like."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.model.report import Paragraph


class KnownRows:
    """The rows of a document that the report has, by part and level.

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


def _nearest(numbers: Sequence[int], at: int) -> int | None:
    """Return the one next to a number, of two the lower, among numbers in order."""
    left, right = bisect_left(numbers, at), bisect_right(numbers, at)
    return min(
        [*numbers[max(0, left - 1) : left], *numbers[right : right + 1]],
        key=lambda near: abs(near - at),
        default=None,
    )
