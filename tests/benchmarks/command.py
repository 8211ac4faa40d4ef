"""The command as people run it: a process of its own, timed from outside."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import stopwatch
from tests.benchmarks.project import ROOT

MAKE_REPORT = shutil.which("make-report", path=Path(sys.executable).parent) or "make-report"


@dataclass(frozen=True)
class Run:
    """What one process took."""

    seconds: float
    """Of the clock."""
    busy: float
    """Seconds of the processor, whatever else the machine did meanwhile."""
    megabytes: float
    """Of memory, at the peak."""


def run(
    *command: str | Path, folder: Path = ROOT, cache_folder: Path | None = None, most: int = 0
) -> Run:
    """Run a command in a folder; what it says is not shown.

    With `cache_folder` the program keeps there what it keeps from one run to the next. An exit
    code of more than `most` is a failure.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    if cache_folder:
        environment |= {"XDG_CACHE_HOME": str(cache_folder), "LOCALAPPDATA": str(cache_folder)}
    done = subprocess.run(
        [sys.executable, "-m", stopwatch.__name__, str(most), *map(str, command)],
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
    )
    return Run(*json.loads(done.stdout))
