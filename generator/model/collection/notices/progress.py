"""What a unit has mended since the last collection: what it was told then, and is told now."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from generator.form.pattern import Pattern
from generator.model.collection.collection import State, UnitStanding
from generator.model.finding import Finding
from generator.model.reading_order import Standing, standing
from generator.model.report import Place

MUST_BE_MENDED = (Standing.HOLDS_BACK, Standing.WRONG)
"""For which a unit is asked to file again."""
TOLD = (*MUST_BE_MENDED, Standing.NOTICE)
"""What units are told: not what people verified, nor what could not be checked."""
_NOT_READ = (State.MISSING, State.UNUSABLE, State.OTHER_YEAR)

_VARYING = Pattern(r"（[^（）]*）|[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?|[多少](?= ?\d)|-?\d+(?:\.\d+)?")
"""What of a message depends on the values: sums spelled out, cells, 多 or 少, numbers."""


class Noted(NamedTuple):
    """A finding as the last collection recorded it in its workbook."""

    unit: str
    """Name of the unit that was told."""
    key: str
    """The finding's."""
    rule: str
    place: Place
    message: str
    advice: str
    standing: Standing
    digest: str = ""
    """sha256 of the file in which it was found; empty where that is not recorded."""


class Remaining(NamedTuple):
    """A finding that the unit was told of before and that still stands."""

    finding: Finding
    changed: bool
    """Whether it says something else than last time: it was touched, and is not right yet."""


class Progress(NamedTuple):
    """What became of what a unit was told, and what it is told now."""

    mended: tuple[Noted, ...] = ()
    remaining: tuple[Remaining, ...] = ()
    new: tuple[Finding, ...] = ()
    unheard: tuple[Noted, ...] = ()
    """All that it was told, where it has no file now in which one could look for it."""
    again: bool = True
    """Whether it has filed anything else since; True where it was told nothing."""


def progress_of(
    unit: UnitStanding, findings: Sequence[Finding], before: Iterable[Noted]
) -> Progress:
    """Compare all findings on a unit with those of last time, which are of the same unit.

    Nothing was mended where there is no file to look in, or the very file of last time; nor is
    anything that cannot be checked now, or that people have verified. Findings keep their order.
    """
    told = [noted for noted in before if noted.standing in TOLD]
    if unit.filing is None or unit.state in _NOT_READ:
        return Progress(unheard=tuple(told), again=not told)
    stands = [(finding, standing(finding)) for finding in findings]
    found = [finding for finding, asked in stands if asked in TOLD]
    now = [_Trace(one.key, one.rule, one.place, one.message) for one in found]
    was = _recognised(now, [_Trace(one.key, one.rule, one.place, one.message) for one in told])
    known = set(was)
    again = not any(noted.digest and noted.digest == unit.filing.digest for noted in told)
    settled = {finding.key for finding, asked in stands if asked not in TOLD}
    unchecked = {one.rule for one, asked in stands if asked == Standing.UNCHECKED}
    return Progress(
        mended=tuple(
            noted
            for at, noted in enumerate(told)
            if again and at not in known
            if noted.key not in settled and noted.rule not in unchecked
        ),
        remaining=tuple(
            Remaining(finding, changed=trace.key != told[at].key)
            for finding, trace, at in zip(found, now, was, strict=True)
            if at is not None
        ),
        new=tuple(finding for finding, at in zip(found, was, strict=True) if at is None),
        again=again,
    )


class _Trace(NamedTuple):
    """That of a finding by which it is known again."""

    key: str
    rule: str
    place: Place
    message: str


def _recognised(now: Sequence[_Trace], then: Sequence[_Trace]) -> list[int | None]:
    """Return which of those of last time each of these is, by its number; none is two.

    The surest likeness goes first.
    """
    was: list[int | None] = [None] * len(now)
    for likeness in _LIKENESSES:
        taken, free = set(was), dict[Hashable, list[int]]()
        for at in reversed(range(len(then))):
            if at not in taken:
                free.setdefault(likeness(then[at]), []).append(at)
        for number, trace in enumerate(now):
            if was[number] is None and (same := free.get(likeness(trace))):
                was[number] = same.pop()
    return was


def _same_in_its_place(trace: _Trace) -> Hashable:
    return trace.key, _spot(trace.place)


def _same(trace: _Trace) -> Hashable:
    """Know it by rule, substance and values, wherever it has moved."""
    return trace.key


def _in_its_place(trace: _Trace) -> Hashable:
    """Know a cell that is still wrong by the same rule: its values have changed.

    What is of the report as a whole has no place by which it could be told from others.
    """
    where = _spot(trace.place)
    return (trace.rule, where) if any(where) else trace.key


def _of_other_numbers(trace: _Trace) -> Hashable:
    """Know a sentence on other numbers: its values have changed, and its row has moved."""
    return trace.rule, trace.place.within, _VARYING.sub("#", trace.message)


_LIKENESSES: tuple[Callable[[_Trace], Hashable], ...] = (
    _same_in_its_place,
    _same,
    _in_its_place,
    _of_other_numbers,
)


def _spot(place: Place) -> tuple[str, str]:
    """Return a place without its file, which units name anew."""
    return place.within, place.spot
