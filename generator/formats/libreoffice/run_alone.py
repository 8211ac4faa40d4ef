"""Runs a program of which nothing is left afterwards, however it ends: it and all that it began."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

_TEMPORARY = ("TMPDIR", "TMP", "TEMP")
_DYING = 5.0  # seconds in which processes that were killed are gone
_silent = partial(
    subprocess.Popen[bytes],
    stdin=subprocess.DEVNULL,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)


def run_alone(command: Sequence[str], folder: Path, *, seconds: float) -> None:
    """Run a program in a folder, in a process group of its own, which Ctrl+C does not reach.

    What it writes for a while lies in the folder too, whoever ends it.
    Raise TimeoutError where it takes longer, OSError where it cannot be started.
    """
    try:
        _run(command, folder, {**os.environ, **dict.fromkeys(_TEMPORARY, str(folder))}, seconds)
    except subprocess.TimeoutExpired:
        raise TimeoutError from None


if sys.platform == "win32":

    def _run(
        command: Sequence[str], folder: Path, variables: Mapping[str, str], seconds: float
    ) -> None:
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        process = _silent(command, cwd=folder, env=variables, creationflags=flags)
        try:
            process.wait(timeout=seconds)
        finally:
            if process.poll() is None:  # the tree is known only while its root is there
                system = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32"
                kill = [str(system / "taskkill.exe"), "/T", "/F", "/PID", str(process.pid)]
                subprocess.run(kill, check=False, capture_output=True)  # noqa: S603 - its own
            process.wait()

else:

    def _run(
        command: Sequence[str], folder: Path, variables: Mapping[str, str], seconds: float
    ) -> None:
        alive, held = os.pipe()  # by all of its processes: it ends with the last of them
        try:
            try:
                process = _silent(
                    command, cwd=folder, env=variables, start_new_session=True, pass_fds=(held,)
                )
            finally:
                os.close(held)
            try:
                process.wait(timeout=seconds)
            finally:
                # macOS says that one may not kill what is dead, but was not waited for.
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                select.select([alive], [], [], _DYING)
        finally:
            os.close(alive)
