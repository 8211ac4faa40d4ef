"""Colour on a terminal, and nowhere else."""

import os
import sys
from collections.abc import Callable
from enum import Enum
from typing import TextIO

_OFF = "\x1b[0m"
_UNDERSTANDS_COLOUR = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING


class Ink(Enum):
    """The few inks that are used, as ANSI codes."""

    ALARM = "\x1b[1;31m"
    RED = "\x1b[31m"
    YELLOW = "\x1b[33m"
    GREEN = "\x1b[32m"
    BOLD = "\x1b[1m"
    NONE = ""


INKS = (_OFF, *(ink.value for ink in Ink if ink.value))
"""All codes that ever colour anything."""
Paint = Callable[[str, Ink], str]
"""Returns a text in an ink."""


def plain(text: str, ink: Ink) -> str:  # noqa: ARG001 - the shape of every Paint
    """Return the text as it is."""
    return text


def coloured(text: str, ink: Ink) -> str:
    """Return the text in colour."""
    return f"{ink.value}{text}{_OFF}" if ink.value else text


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
