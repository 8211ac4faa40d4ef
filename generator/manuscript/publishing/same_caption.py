"""Which figure or table of one publication is which of another: by its caption, then by order."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.form.pattern import Pattern

One = TypeVar("One")
_NUMBER = Pattern(r"[图表]\s*[\d一二三四五六七八九十.-]+\s*[:：.．、]?\s*")


def named(caption: str) -> str:
    """Return a caption without its number, which others before it change."""
    found = _NUMBER.match(caption)
    return caption[found.end() :].strip() if found else caption.strip()


def paired(
    before: Sequence[One], after: Sequence[One], name: Callable[[One], str]
) -> Iterator[tuple[One | None, One | None]]:
    """Yield each with the same one, else with one of no other's name that stands beside it."""
    left = list(before)
    new: list[One] = []
    same: dict[int, One] = {}
    for at, now in enumerate(after):
        was = next((one for one in left if name(one) == name(now)), None)
        if was is None:
            new.append(now)
        else:
            left.remove(was)
            same[at] = was
    renamed = iter(left if len(left) == len(new) else [])
    for at, now in enumerate(after):
        yield (same[at] if at in same else next(renamed, None)), now
    if len(left) != len(new):
        yield from ((one, None) for one in left)
