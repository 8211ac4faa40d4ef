"""Runs the command of a case in its own folder, as if it had been typed."""

import os
import shutil
import sys
import traceback
import warnings
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from generator.console.cli import main
from tests.fuzzing.case import Case


@dataclass(frozen=True)
class Played:
    """What became of a case."""

    code: int | None
    """None where the command did not come back with an exit code."""
    out: str
    err: str
    after: Mapping[str, bytes]
    """All files that are in the folder now."""


def play(case: Case, folder: Path) -> Played:
    """Lay out the files of a case, run its command, and look at what there is."""
    lay_out(case.files, folder)
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    code: int | None = None
    with chdir(folder), _all_said(), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(case.command)
        except BaseException:  # noqa: BLE001 - whatever comes out of the command is its failure
            traceback.print_exc(file=sys.stderr)
    return Played(code, _said(out), _said(err), files_in(folder))


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder that holds these files and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder, by its path in there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def _all_said() -> Iterator[None]:
    """Let nothing be kept quiet: the traceback of what was caught, every warning."""
    debug = patch.dict(os.environ, {"MAKE_REPORT_DEBUG": "1"})
    with debug, warnings.catch_warnings():
        warnings.simplefilter("always", UserWarning)
        yield


def _said(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode("utf-8", "replace")
