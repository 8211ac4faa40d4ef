"""Which units share a mark that few others have: a fingerprint of words, or a run of figures.

All marks of all units at once would be a dictionary of millions; bucket by bucket they are a few
numbers.
"""

from array import array
from collections.abc import Iterator
from itertools import groupby

_BUCKETS = 64
_UNIT_BITS = 24


class Marks:
    """Marks of 32 bits with the numbers of the units that have them."""

    def __init__(self) -> None:
        self._buckets = [array("Q") for _ in range(_BUCKETS)]

    def add(self, mark: int, unit: int) -> None:
        """Add a mark of a unit, once."""
        self._buckets[(mark >> 2) % _BUCKETS].append(mark << _UNIT_BITS | unit)

    def shared(self, few: int) -> Iterator[tuple[int, list[int]]]:
        """Yield each mark that some units have, but no more than `few`, with these in order."""
        for bucket in self._buckets:
            for mark, found in groupby(sorted(bucket), key=lambda packed: packed >> _UNIT_BITS):
                units = [packed & ((1 << _UNIT_BITS) - 1) for packed in found]
                if 1 < len(units) <= few:
                    yield mark, units
