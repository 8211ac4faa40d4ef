"""Cases in processes of their own, so that one that hangs or dies is no more than a failure."""

import faulthandler
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

from tests.fuzzing.case import Name
from tests.fuzzing.judge import judge
from tests.fuzzing.kinds import case_of
from tests.fuzzing.playing import play

SECONDS = 20.0
"""How long one case may take."""
_MEMORY = 2 * 1024**3  # bytes of address space that a process may use
_LAST_WORDS = "last_words.txt"
_SHOWN = 1_500


@dataclass(frozen=True)
class Verdict:
    """How a case ended."""

    name: Name
    code: int | None
    faults: tuple[str, ...]
    seconds: float
    changes: tuple[str, ...] = ()
    command: tuple[str, ...] = ()


Trial = Callable[[Name, Path], Verdict]
"""Tries one case in a folder."""


def try_case(name: Name, folder: Path) -> Verdict:
    """Make a case, run it in a folder and judge what became of it."""
    start = time.monotonic()
    case = case_of(name)
    played = play(case, folder)
    faults = tuple(judge(case, played))
    return Verdict(name, played.code, faults, time.monotonic() - start, case.changes, case.command)


@dataclass
class _Worker:
    """A process at work on a case."""

    folder: Path
    trial: Trial
    seconds: float
    process: multiprocessing.process.BaseProcess = field(init=False)
    ours: Connection = field(init=False)
    name: Name | None = None
    started: float = 0.0

    def __post_init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.ours, theirs = context.Pipe()
        given = (theirs, self.folder, self.trial, self.seconds)
        self.process = context.Process(target=_work, args=given, daemon=True)
        self.process.start()
        theirs.close()

    def begin(self, name: Name) -> None:
        self.name, self.started = name, time.monotonic()
        self.ours.send(name)

    def result(self) -> Verdict:
        """Return the verdict; where the process died, what it said last."""
        assert self.name
        try:
            verdict: Verdict = self.ours.recv()
        except (EOFError, ConnectionError):
            self.process.join()
            said = (self.folder / _LAST_WORDS).read_text(encoding="utf-8", errors="replace")
            fault = f"died or took too long ({self.process.exitcode}): {said[:_SHOWN]}"
            return Verdict(self.name, None, (fault,), time.monotonic() - self.started)
        return verdict


def try_all(
    names: Iterable[Name],
    *,
    trial: Trial = try_case,
    seconds: float = SECONDS,
    processes: int | None = None,
) -> Iterator[Verdict]:
    """Try every case, several at a time, and yield the verdicts as they come."""
    left = iter(names)
    with tempfile.TemporaryDirectory(prefix="fuzzing-", ignore_cleanup_errors=True) as place:
        count = processes or os.cpu_count() or 1
        workers = [_Worker(Path(place) / str(nth), trial, seconds) for nth in range(count)]
        busy = {worker.ours: worker for worker in workers if _begun(worker, left)}
        try:
            while busy:
                ready = wait(list(busy))
                for worker in [busy.pop(ours) for ours in list(busy) if ours in ready]:
                    yield worker.result()
                    alive = worker.process.is_alive()
                    again = worker if alive else _Worker(worker.folder, trial, seconds)
                    if _begun(again, left):
                        busy[again.ours] = again
                    else:
                        again.process.kill()
        finally:
            for worker in busy.values():
                worker.process.kill()


def _begun(worker: _Worker, left: Iterator[Name]) -> bool:
    name = next(left, None)
    if name is not None:
        worker.begin(name)
    return name is not None


def _work(theirs: Connection, folder: Path, trial: Trial, seconds: float) -> None:
    """Try what comes through the pipe; end, and say where it was, when one takes too long."""
    _limit_memory()
    folder.mkdir(exist_ok=True)
    with (folder / _LAST_WORDS).open("w", encoding="utf-8") as last_words:
        faulthandler.enable(last_words)
        with suppress(EOFError):
            while True:
                name = theirs.recv()
                faulthandler.dump_traceback_later(seconds, exit=True, file=last_words)
                try:
                    verdict = trial(name, folder / "case")
                except Exception:  # noqa: BLE001 - what fails here is the fuzzing itself
                    traceback.print_exc(file=last_words)
                    raise SystemExit(1) from None
                faulthandler.cancel_dump_traceback_later()
                theirs.send(verdict)


def _limit_memory() -> None:
    if sys.platform != "win32":  # there is no such limit there
        import resource

        with suppress(ValueError, OSError):  # macOS does not know it either
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
