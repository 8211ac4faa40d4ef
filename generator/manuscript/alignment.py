"""Which lines of one text became which lines of another: changed, added, moved, split, merged."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from generator.manuscript.same_lines import lines_that_stayed, moved_whole
from generator.manuscript.word_changes import too_many_pairs

_ALIKE = 0.4
"""Of lines among others: less alike, and one was deleted and the other added."""
_ALIKE_ALONE = 0.2
"""Of the only line between two that stayed."""
_KEPT = 0.8
"""Of the shorter of two lines, where it is taken for what is left of the longer."""
_ALIKE_IF_SHORTENED = 0.45
_MOVED_ALIKE = 0.6
_EACH_MORE = 0.005
_FARTHEST = 4
"""Lines that one line is split into, or that are merged into one, at most."""
_LARGEST_GAP = 10_000
"""Pairs of lines that are compared with each other, at most, before moves are looked for."""


@dataclass(frozen=True)
class Match:
    """Lines of the old text and what became of them; both by number, from 0.

    One and one: the same line, changed or not. One and several: it was split. Several and one:
    they were merged. None and one: added. One and none: deleted.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]
    moved: bool = False


def align(before: Sequence[str], after: Sequence[str]) -> list[Match]:
    """Return a match for every line of both texts, in the order of the new one.

    Deleted lines come where they were.
    """
    old, new = ([line.strip() for line in lines] for lines in (before, after))
    stayed = lines_that_stayed(old, new)
    whole = moved_whole(old, new, stayed)
    matches = [Match((i,), (j,), moved=True) for i, j in whole.items()]
    arrived = {*whole.values()}
    row = column = 0
    for i, j in [*stayed, (len(old), len(new))]:
        rows = [at for at in range(row, i) if at not in whole]
        columns = [at for at in range(column, j) if at not in arrived]
        matches += _gap(old, new, rows, columns)
        if (i, j) != (len(old), len(new)):
            matches.append(Match((i,), (j,)))
        row, column = i + 1, j + 1
    return _in_order(_with_moves(matches, old, new))


def _in_order(matches: list[Match]) -> list[Match]:
    """Put matches in the order of the new text; what was deleted comes where it was."""
    kept = [match for match in matches if match.before and match.after and not match.moved]
    stayed = sorted((match.before[-1], match.after[0]) for match in kept)

    def place(match: Match) -> tuple[float, int]:
        if match.after:
            return match.after[0], 1
        before = bisect_left(stayed, (match.before[0], -1))
        return (stayed[before - 1][1] + 0.5 if before else -1), match.before[0]

    return sorted(matches, key=place)


def _gap(
    old: Sequence[str], new: Sequence[str], rows: Sequence[int], columns: Sequence[int]
) -> list[Match]:
    """Match the lines between two that stayed."""
    if not rows or not columns:
        return [Match((i,), ()) for i in rows] + [Match((), (j,)) for j in columns]
    if len(rows) == len(columns) == 1:
        i, j = rows[0], columns[0]
        if likeness(old[i], new[j]) >= _ALIKE_ALONE or _shortened(old[i], new[j]):
            return [Match((i,), (j,))]
        return [Match((i,), ()), Match((), (j,))]
    if len(rows) * len(columns) > _LARGEST_GAP:
        return [Match((i,), ()) for i in rows] + [Match((), (j,)) for j in columns]
    return _best(old, new, rows, columns)


def _best(
    old: Sequence[str], new: Sequence[str], rows: Sequence[int], columns: Sequence[int]
) -> list[Match]:
    """Return the matches, in order, that leave least unexplained: the shortest path by gains."""
    height, width = len(rows), len(columns)
    neighbours = [_neighbours(columns[j : j + _FARTHEST]) for j in range(width + 1)]
    gains = [[0.0] * (width + 1) for _ in range(height + 1)]
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(height, -1, -1):
        for j in range(width, -1, -1):
            best, step = -1.0, (0, 0)
            for down, right in _moves(height - i, neighbours[j]):
                gain = gains[i + down][j + right]
                if down and right:
                    one = "".join(old[at] for at in rows[i : i + down])
                    other = "".join(new[at] for at in columns[j : j + right])
                    gain += _gain(one, other, down + right - 2)
                if gain > best:
                    best, step = gain, (down, right)
            if step != (0, 0):
                gains[i][j], steps[i, j] = best, step
    matches, i, j = [], 0, 0
    while (i, j) in steps:
        down, right = steps[i, j]
        before, after = rows[i : i + down], columns[j : j + right]
        matches.append(Match(tuple(before), tuple(after)))
        i, j = i + down, j + right
    return matches


def _moves(down: int, right: int) -> Iterator[tuple[int, int]]:
    if down and right:
        yield 1, 1
        yield from ((1, many) for many in range(2, min(right, _FARTHEST) + 1))
        yield from ((many, 1) for many in range(2, min(down, _FARTHEST) + 1))
    if down:
        yield 1, 0
    if right:
        yield 0, 1


def _neighbours(lines: Sequence[int]) -> int:
    """Return how many of some lines follow the first: what was moved may stand between them."""
    return sum(at - lines[0] == nth for nth, at in enumerate(lines))


def _gain(one: str, other: str, more: int) -> float:
    """Return how well lines fit, less than nothing where they do not.

    Every further line must earn its place.
    """
    alike = _likeness_from(_ALIKE, one, other)
    if not more and alike < _ALIKE_IF_SHORTENED and _shortened(one, other):
        alike = _ALIKE_IF_SHORTENED
    gain = alike - _ALIKE - more * _EACH_MORE
    return gain * (len(one) + len(other)) ** 0.5 if gain > 0 else -1.0


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    if one == other:
        return 1.0
    counts = _counts(other)
    shared = sum(min(count, counts[sign]) for sign, count in _counts(one).items())
    bound = 2 * shared / (len(one) + len(other))
    if bound < _ALIKE_ALONE:
        return bound
    if too_many_pairs(one, other):
        return 2 * common_at_most(one, other) / (len(one) + len(other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=2_000)
def _counts(text: str) -> Counter[str]:
    """Return how often each sign comes; every line is held against many others."""
    return Counter(text)


def _likeness_from(least: float, one: str, other: str) -> float:
    """Return how alike two texts are, 0 where that is less than `least`."""
    if 2 * common_at_most(one, other) / ((len(one) + len(other)) or 1) < least:
        return 0.0
    return likeness(one, other)


def common_at_most(one: str, other: str) -> int:
    """Return how many characters two texts can have in common, in the same order.

    No comparison finds more, and this one takes a thirtieth of the time: the places of each
    character are the bits of a number (Hyyrö 2004, Bit-parallel LCS-length computation revisited).
    """
    return _common(*sorted((one, other), key=len))


@lru_cache(maxsize=50_000)
def _common(short: str, long: str) -> int:
    places = _places(long)
    whole = (1 << len(long)) - 1
    unused = whole
    for character in short:
        met = unused & places.get(character, 0)
        unused = (unused + met | unused - met) & whole
    return len(long) - unused.bit_count()


@lru_cache(maxsize=500)
def _places(text: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, character in enumerate(text):
        places[character] = places.get(character, 0) | 1 << place
    return places


def _shortened(one: str, other: str) -> bool:
    """Tell whether one of two lines is what is left of the other."""
    if common_at_most(one, other) < _KEPT * min(len(one), len(other)):
        return False
    if too_many_pairs(one, other):
        return True
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks if block.size > 1)
    return kept >= _KEPT * min(len(one), len(other))


def _with_moves(matches: list[Match], old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Match lines that were deleted with lines that were added elsewhere."""
    gone = [match.before[0] for match in matches if not match.after]
    come = [match.after[0] for match in matches if not match.before]
    if len(gone) * len(come) > _LARGEST_GAP:
        words = {old[i] for i in gone}
        come = [j for j in come if new[j] in words][:100]
    pairs = sorted(
        ((_likeness_from(_MOVED_ALIKE, old[i], new[j]), i, j) for i in gone for j in come),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    moved: dict[int, int] = {}
    taken: set[int] = set()
    for alike, i, j in pairs:
        if alike >= _MOVED_ALIKE and j not in moved and i not in taken:
            moved[j] = i
            taken.add(i)
    kept = [match for match in matches if match.after or match.before[0] not in taken]
    return [
        Match((moved[match.after[0]],), match.after, moved=True)
        if not match.before and match.after[0] in moved
        else match
        for match in kept
    ]
