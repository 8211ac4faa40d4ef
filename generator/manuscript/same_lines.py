"""Which lines say the same in two texts: those that stayed in order, and those moved whole."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_LARGEST_WHOLE = 1_000_000
"""Pairs of lines that are looked at one by one."""


def same_lines(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Return the lines of both texts that say the same: in the same order, or moved whole."""
    stayed = lines_that_stayed(before, after)
    return [*stayed, *moved_whole(before, after, stayed).items()]


def moved_whole(
    old: Sequence[str], new: Sequence[str], stayed: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """Return the lines that stand elsewhere now, word for word, and only once on either side."""
    left = set(range(len(old))) - {i for i, _ in stayed}
    free = set(range(len(new))) - {j for _, j in stayed}
    gone, come = Counter(old[i] for i in left), Counter(new[j] for j in free)
    once = {old[i]: i for i in left if gone[old[i]] == 1}
    again = {new[j]: j for j in free if come[new[j]] == 1}
    return {once[text]: again[text] for text in once.keys() & again.keys()}


def lines_that_stayed(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the most lines that are the same on both sides, in the same order.

    Of texts so long that not every pair can be looked at, about the most.
    """
    start = _same_at_the_start(old, new)
    pairs = [(at, at) for at in range(start)]
    old, new, end = old[start:], new[start:], 0
    if len(old) * len(new) > _LARGEST_WHOLE:
        end = _same_at_the_start(old[::-1], new[::-1])
    height, width = len(old) - end, len(new) - end
    between = _most_in_order if height * width <= _LARGEST_WHOLE else _long_blocks
    pairs += [(start + i, start + j) for i, j in between(old[:height], new[:width])]
    return pairs + [(start + height + nth, start + width + nth) for nth in range(end)]


def _same_at_the_start(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many lines are the same before the first that is not."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _long_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines of the longest block that is the same, then of those around it."""
    for one in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from ((one.a + nth, one.b + nth) for nth in range(one.size))


def _most_in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the longest common subsequence, by the table of all its lengths."""
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            longest[i][j] = (
                longest[i + 1][j + 1] + 1
                if old[i] == new[j]
                else max(longest[i + 1][j], longest[i][j + 1])
            )
    i = j = 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
