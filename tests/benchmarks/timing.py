"""Times things in turn, so that whatever else the machine does slows all of them alike."""

import time
from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import TypeVar

_Name = TypeVar("_Name", str, int)


def in_turn(
    things: Mapping[_Name, Callable[[], float]],
    rounds: int,
    of: Callable[[Iterable[float]], float] = median,
) -> dict[_Name, float]:
    """Return the median of the seconds that each thing takes, over rounds in which all have a turn.

    A first round, in which caches fill, does not count. `of=min` suits what is so short that
    anything else on the machine counts for more than what is measured.
    """
    taken: dict[_Name, list[float]] = {name: [] for name in things}
    for _ in range(rounds + 1):
        for name, thing in things.items():
            taken[name].append(thing())
    return {name: of(seconds[1:]) for name, seconds in taken.items()}


def repeated(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """Return what does some work so often and says how many seconds once takes."""

    def timed() -> float:
        begun = time.perf_counter()
        for _ in range(times):
            work()
        return (time.perf_counter() - begun) / times

    return timed
