"""What is asked for many files, one after another: told before each, stopped between two."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from generator.model.finding import Refusal

_Result = TypeVar("_Result")

Progress = Callable[[int, int, Path], None]
"""Told before each file: (how many are done, of how many, which comes now)."""
Stop = Callable[[], bool]
"""Asked between two files whether no more is to be begun."""


class Watch(NamedTuple):
    """Who watches long work; by default nobody."""

    progress: Progress = lambda _done, _of, _file: None
    stop: Stop = lambda: False

    def over(self, files: Sequence[Path]) -> Iterator[Path]:
        """Yield files until it is to stop, telling of each before its turn."""
        for number, file in enumerate(files):
            if self.stop():
                return
            self.progress(number, len(files), file)
            yield file


class EachDone(NamedTuple, Generic[_Result]):
    """What became of some files."""

    results: dict[Path, _Result]
    refused: dict[Path, str]
    """Why some could not be used, a sentence each; the others were done."""
    left: tuple[Path, ...] = ()
    """Not begun, since it was stopped; what is done stays."""


def each_done(
    files: Sequence[Path], do: Callable[[Path], _Result], watch: Watch | None = None
) -> EachDone[_Result]:
    """Do the same with each file, as `make`, `publish` and their kind do it with one.

    One that cannot be used stops no other. Any other exception is the program's own, and goes on
    to who called.
    """
    results: dict[Path, _Result] = {}
    refused: dict[Path, str] = {}
    for file in (watch or Watch()).over(files):
        try:
            results[file] = do(file)
        except Refusal as refusal:
            refused[file] = str(refusal)
    done = {*results, *refused}
    return EachDone(results, refused, tuple(file for file in files if file not in done))
