"""Where LibreOffice is on this computer."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

NAMES = ("soffice", "libreoffice")
_ON_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
"""Variables that name the folders into which programs are installed."""
_USUAL = (
    *(
        Path(os.environ[one]) / "LibreOffice/program/soffice.com"  # waits; soffice.exe may not
        for one in _ON_WINDOWS
        if one in os.environ
    ),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path.home() / "Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PACKAGES = Path("/opt")
"""Where the packages of libreoffice.org go on Linux, a folder for each version."""


def libreoffice() -> Path | None:
    """Return the program, the one on PATH first; None where there is none."""
    return next(_found(), None)


def _found() -> Iterator[Path]:
    for name in NAMES:
        there = shutil.which(name)
        # Windows also looks in the current folder, where files of others lie.
        if there and Path(there).absolute().parent != Path.cwd():
            yield Path(there).absolute()
    yield from (path for path in _USUAL if path.is_file())
    packaged = _PACKAGES.glob("libreoffice*/program/soffice")
    yield from sorted(packaged, key=_version, reverse=True)


def _version(program: Path) -> list[int]:
    return [int(number) for number in re.findall(r"[0-9]+", program.parent.parent.name)]
