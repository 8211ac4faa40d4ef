"""Which pictures and tables of a document stand elsewhere than where they were generated."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from generator.manuscript.looks import Looks, Stand


class StayedLines:
    """The lines that are in a document as they were generated, or reworded."""

    def __init__(self, origins: Mapping[int, int]) -> None:
        """Take for every line, by its number now, which it was."""
        self._origins = origins
        self._now, self._were = sorted(origins), sorted(origins.values())

    def keep(self, was: Stand, now: Stand) -> bool:
        """Tell whether something stands behind the same such line as it did, or before the same.

        A line that came or went beside it does not move it.
        """
        behind, ahead = _around(now, self._now)
        there = (self._origins.get(line) if line is not None else None for line in (behind, ahead))
        return any(one == other for one, other in zip(_around(was, self._were), there, strict=True))


def _around(stand: Stand, lines: Sequence[int]) -> tuple[int | None, int | None]:
    """Return the nearest of some lines, in their order, before something and after it."""
    behind = bisect_right(lines, stand.after) - 1
    ahead = len(lines) if stand.before is None else bisect_left(lines, stand.before)
    return (
        lines[behind] if behind >= 0 else None,
        lines[ahead] if ahead < len(lines) else None,
    )


def displaced_pictures(was: Looks, now: Looks, stayed: StayedLines) -> Iterator[int]:
    """Yield the line that each displaced picture stands behind now.

    Nothing where other pictures are there than were: that is told as what came and went.
    """
    if sorted(one.shown for one in was.pictures) != sorted(one.shown for one in now.pictures):
        return
    waiting = list(was.pictures)
    for picture in now.pictures:
        same = [one for one in waiting if one.shown == picture.shown]
        old = next((one for one in same if stayed.keep(one.stands, picture.stands)), same[0])
        waiting.remove(old)
        if not stayed.keep(old.stands, picture.stands):
            yield max(0, picture.stands.after)
