"""What changed between two texts, word by word: numbers, Latin words and 【…】 whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"【[^【】]*】|\d+(?:[,.]\d+)*%?|[A-Za-z]+|\s+|.", re.DOTALL)
_MOST_PAIRS = 5_000_000
"""Pairs of the same sign or word that are compared; thousands of one letter would take minutes."""
_BRIDGE = 1
"""Unchanged characters between two changes that are shown, and taken, as part of one."""


@dataclass(frozen=True)
class WordChange:
    """One change: the characters `start` to `end` of the old text became `now`."""

    start: int
    end: int
    was: str
    now: str


def word_changes(before: str, after: str) -> list[WordChange]:
    """Return the changes that make one text of the other, from the beginning."""
    if before == after:
        return []
    old, new = _tokens(before), _tokens(after)
    place = [0]
    for token in old:
        place.append(place[-1] + len(token))
    changes = [
        WordChange(place[i1], place[i2], "".join(old[i1:i2]), "".join(new[j1:j2]))
        for i1, i2, j1, j2 in _differing(old, new)
    ]
    return list(_bridged(changes, before))


def too_many_pairs(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether to compare two texts would take long: each sign is held against its like."""
    if len(old) * len(new) <= _MOST_PAIRS:
        return False
    counted = Counter(new)
    return sum(count * counted[one] for one, count in Counter(old).items()) > _MOST_PAIRS


def changed_by(before: str, changes: Sequence[WordChange]) -> str:
    """Return a text after some changes, which are in order."""
    text, end = "", 0
    for change in changes:
        text += before[end : change.start] + change.now
        end = change.end
    return text + before[end:]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where words differ; of far too many pairs, all between what is alike at the ends."""
    if too_many_pairs(old, new):
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        yield start, len(old) - end, start, len(new) - end
        return
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield i1, i2, j1, j2


def _alike(old: list[str], new: list[str]) -> int:
    """Return how many words are the same at the beginning."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (was, now) in pairs if was != now), min(len(old), len(new)))


def _bridged(changes: list[WordChange], before: str) -> Iterator[WordChange]:
    """Join changes with hardly anything between them; a number left as it was stays a bridge."""
    last: WordChange | None = None
    for change in changes:
        between = "" if last is None else before[last.end : change.start]
        if last and len(between) <= _BRIDGE and not between.isdigit():
            last = WordChange(
                last.start,
                change.end,
                last.was + between + change.was,
                last.now + between + change.now,
            )
        else:
            if last:
                yield last
            last = change
    if last:
        yield last
