"""On Windows, keeps the window open that a double click or a dragged workbook has opened."""

import sys

_OWN_PROCESSES = 2 + (sys.prefix != sys.base_prefix)
"""make-report.exe and the Python it starts, by way of a launcher in a virtual environment."""


def opened_by_double_click() -> bool:
    """Tell whether the console window belongs to this program alone and will close with it."""
    if sys.platform == "win32":
        import ctypes

        processes = (ctypes.c_uint * 8)()
        count: int = ctypes.windll.kernel32.GetConsoleProcessList(processes, len(processes))
        return 0 < count <= _OWN_PROCESSES
    return False


def wait_for_enter() -> None:
    """Wait until the person has read the window."""
    try:
        input("\n按回车键关闭窗口……")
    except (EOFError, KeyboardInterrupt):
        return
