"""How the command speaks: to standard output, to standard error, and of what nobody foresaw."""

import os
import re
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TextIO

from generator.console.colour import shown
from generator.files.os_reason import reason

_LONGEST_LINE = 2000  # characters; a file may hold a "number" of a million
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What moves the cursor, rings the bell, turns the line round, or cannot be shown at all."""


class OutputFailed(Exception):  # noqa: N818 - what became of what was said
    """Standard output takes nothing more; says why in a sentence."""


def speak_anywhere() -> None:
    """Let Chinese through to any terminal, file or pipe: UTF-8 where it is not a terminal."""
    if sys.stdout is None:  # closed by whoever started the program
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def harmless(text: str) -> str:
    """Return what is safe to show: names and texts come from files that anybody may have made."""
    return shown("\n".join(map(_cut, text.split("\n"))), partial(_UNSAFE.sub, "\ufffd"))


def _cut(line: str) -> str:
    if len(line) <= _LONGEST_LINE:
        return line
    return f"{line[:_LONGEST_LINE]}……（这一行有 {len(line)} 字，只显示开头）"


def say(text: str) -> None:
    """Say to people what was asked for. Raise OutputFailed where it cannot be written."""
    _write(harmless(text))


def hand_over(json: str) -> None:
    """Write what programs asked for: the same JSON, with escapes for what is not safe to show.

    Raise OutputFailed where it cannot be written.
    """
    _write(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json))


def _write(text: str) -> None:
    """Write to standard output. Who stops reading, as `head` does, has read enough.

    Raise OutputFailed where it could not be written, as to a file on a full disk.
    """
    try:
        print(text, flush=True)  # noqa: T201 - the command's voice
    except BrokenPipeError:
        sys.stdout = _nowhere()
    except OSError as problem:
        sys.stdout = _nowhere()  # or Python would try again at the end
        raise OutputFailed(
            f"结果写不到标准输出：{reason(problem)}。已经写好的文件不受影响，没轮到的没有处理。"
            "请换个地方存放输出，再运行一次。"
        ) from problem


def complain(text: str) -> None:
    """Say what cannot be done."""
    with suppress(OSError):  # then there is nobody left to tell
        print(harmless(text), file=sys.stderr, flush=True)  # noqa: T201 - the command's voice


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
