"""Opens a file or a page in the program that a person's system has for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.files.os_reason import reason
from generator.model.finding import Refusal

_FOR_READING = (".xlsx", ".docx", ".pdf", ".html", ".json")
"""What holds no program that the system would start."""


def may_be_opened(path: Path) -> bool:
    """Tell whether a file is of a kind that people read, and none that would be carried out."""
    return path.suffix.lower() in _FOR_READING


def open_for_people(path: Path) -> None:
    """Open a file as a double click does. Raise Refusal where the system has nothing to do so."""
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - as a double click does
        else:
            _by_command(str(path))
    except OSError as problem:
        raise Refusal(f"打不开 {path.name}：{reason(problem)}。请从文件夹里打开它。") from None


def _by_command(what: str) -> None:
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        raise Refusal(f"这台计算机上没有打开文件的程序。请从文件夹里打开 {Path(what).name}。")
    nowhere = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - no shell
        [opener, what], start_new_session=True, stdin=nowhere, stdout=nowhere, stderr=nowhere
    )
