"""On Windows, what a double click means; and keeps the window open that it has opened."""

import os
import sys
from collections.abc import Sequence

from generator.console.typed_words import DESK

_BY_ITS_EXE = not sys.argv[0].endswith("__main__.py")
_OWN_PROCESSES = 1 + _BY_ITS_EXE + (sys.prefix != sys.base_prefix)
"""make-report.exe and the Python it starts, by way of a launcher in a virtual environment. A batch
file that starts Python as `python -m generator` keeps its window open by itself."""


def opened_by_double_click() -> bool:
    """Tell whether the console window belongs to this program alone and will close with it."""
    if sys.platform == "win32":
        import ctypes

        processes = (ctypes.c_uint * 8)()
        count: int = ctypes.windll.kernel32.GetConsoleProcessList(processes, len(processes))
        return 0 < count <= _OWN_PROCESSES
    return False


def meant_by_double_click(given: Sequence[str]) -> list[str]:
    """Return the words of the command: people who click twice on it, or drag a folder, want a page.

    What was typed in a window that was open before stays as it is.
    """
    alone = not given or (len(given) == 1 and os.path.isdir(given[0]))  # noqa: PTH112 - may raise
    return [DESK, *given] if alone and opened_by_double_click() else list(given)


def wait_for_enter() -> None:
    """Wait until the person has read the window."""
    try:
        input("\n按回车键关闭窗口……")
    except (EOFError, KeyboardInterrupt):
        return
