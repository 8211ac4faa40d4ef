"""Colour on a terminal, and nowhere else."""

import os
import re
import sys
from collections.abc import Callable
from typing import TextIO

from generator.messages.emphasis import Emphasis, Paint, plain

_OFF = "[0m"
_CODES = {
    Emphasis.ALARM: "[1;31m",
    Emphasis.RED: "[31m",
    Emphasis.YELLOW: "[33m",
    Emphasis.GREEN: "[32m",
    Emphasis.BOLD: "[1m",
}
_UNDERSTANDS_COLOUR = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING

_OUR_ESCAPE = f"\x1b{os.urandom(8).hex()}"
"""Begins a colour until it is shown. No name of a file can hold it: it is drawn in every run."""
_OURS = re.compile(f"{_OUR_ESCAPE}(?={'|'.join(map(re.escape, (_OFF, *_CODES.values())))})")


def coloured(text: str, emphasis: Emphasis) -> str:
    """Return the text in colour, as `shown` understands it."""
    if emphasis not in _CODES:
        return text
    return f"{_OUR_ESCAPE}{_CODES[emphasis]}{text}{_OUR_ESCAPE}{_OFF}"


def shown(text: str, harmless: Callable[[str], str]) -> str:
    """Return a text with our colours as a terminal takes them, and all else made harmless."""
    pieces = _OURS.split(text)
    return "\x1b".join(map(harmless, pieces))


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
