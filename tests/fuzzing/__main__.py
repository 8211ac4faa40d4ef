"""Hostile and broken files, thousands of them: python -m tests.fuzzing [cases]."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.fuzzing.case import Kind, Name, named
from tests.fuzzing.judge import DONE, HELD_BACK, UNUSABLE, judge
from tests.fuzzing.kills import kill_all
from tests.fuzzing.kinds import case_of
from tests.fuzzing.playing import play
from tests.fuzzing.workers import Verdict, try_all

_EVERY = 30.0  # seconds between two lines of progress
_ENDS = {DONE: "done", HELD_BACK: "held", UNUSABLE: "refused", None: "died"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; return 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0, help="number of the first case")
    parser.add_argument("--only", type=Kind, choices=list(Kind), help="cases of one kind")
    parser.add_argument("--case", type=named, help="one case again, such as workbook:1234")
    parser.add_argument("--kill", type=int, help="kill the command so many times instead")
    given = parser.parse_args(arguments)
    if given.case:
        return _again(given.case)
    if given.kill:
        return kill_all(given.kill, given.seed)
    kinds = [given.only] if given.only else list(Kind)
    numbers = range(given.seed, given.seed + -(-given.cases // len(kinds)))
    names = [Name(kind, number) for number in numbers for kind in kinds][: given.cases]
    verdicts = list(_told(try_all(names), len(names)))
    _table(verdicts, kinds)
    return 1 if any(verdict.faults for verdict in verdicts) else 0


def _again(name: Name) -> int:
    """Run one case where its files stay, and say all about it."""
    folder = Path(tempfile.mkdtemp(prefix=f"fuzzing-{name.kind}-{name.number}-"))
    case = case_of(name)
    _say(f"{name}: make-report {' '.join(case.command)}", *case.changes)
    played = play(case, folder)
    faults = judge(case, played)
    _say(played.out, played.err, f"exit code {played.code}", f"files: {folder}", *faults)
    return 1 if faults else 0


def _told(verdicts: Iterable[Verdict], count: int) -> Iterator[Verdict]:
    """Say now and then how far it is, and at once what failed."""
    start = said = time.monotonic()
    failed = 0
    for number, verdict in enumerate(verdicts, 1):
        if verdict.faults:
            failed += 1
            _say(f"{verdict.name} failed: make-report {' '.join(verdict.command)}")
            _say(*verdict.changes, *(f"  {fault}" for fault in verdict.faults))
        if time.monotonic() - said > _EVERY or number == count:
            said = time.monotonic()
            speed = number / (said - start)
            _say(f"{number} of {count}, {speed:.1f} a second, {failed} failed")
        yield verdict


def _table(verdicts: Sequence[Verdict], kinds: Sequence[Kind]) -> None:
    heads = ("cases", *_ENDS.values(), "failed")
    _row("kind", *heads)
    for kind in [*kinds, *(["all"] if len(kinds) > 1 else [])]:
        own = [verdict for verdict in verdicts if kind in (verdict.name.kind, "all")]
        ends = Counter(verdict.code for verdict in own)
        failed = sum(1 for verdict in own if verdict.faults)
        _row(kind, len(own), *(ends[end] for end in _ENDS), failed)
    slowest = max(verdicts, key=lambda verdict: verdict.seconds)
    _say(f"slowest: {slowest.name}, {slowest.seconds:.1f} s")
    _say(*(f"failed: {verdict.name}" for verdict in verdicts if verdict.faults))


def _row(name: str, *cells: object) -> None:
    _say(f"{name:12}" + "".join(f"{cell:>9}" for cell in cells))


def _say(*lines: str) -> None:
    for line in lines:
        print(line, flush=True)  # noqa: T201 - the command's voice


if __name__ == "__main__":
    sys.exit(main())
