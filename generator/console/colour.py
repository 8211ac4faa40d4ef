"""Colour on a terminal, and nowhere else."""

import os
import sys
from typing import TextIO

from generator.messages.emphasis import Emphasis, Paint, plain

_OFF = "\x1b[0m"
_CODES = {
    Emphasis.ALARM: "\x1b[1;31m",
    Emphasis.RED: "\x1b[31m",
    Emphasis.YELLOW: "\x1b[33m",
    Emphasis.GREEN: "\x1b[32m",
    Emphasis.BOLD: "\x1b[1m",
}
_UNDERSTANDS_COLOUR = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING

CODES = (_OFF, *_CODES.values())
"""All codes that ever colour anything."""


def coloured(text: str, emphasis: Emphasis) -> str:
    """Return the text in colour."""
    return f"{_CODES[emphasis]}{text}{_OFF}" if emphasis in _CODES else text


def paint_for(stream: TextIO) -> Paint:
    """Return how to paint on a stream: in colour only where a person sees it as such."""
    wanted = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return coloured if wanted and stream.isatty() and _takes_colour() else plain


def _takes_colour() -> bool:
    """Ask a Windows console to take ANSI codes; other terminals do."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
        if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        return bool(kernel.SetConsoleMode(handle, mode.value | _UNDERSTANDS_COLOUR))
    return True
