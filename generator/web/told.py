"""What is told of something that was done: a headline, what else is known, what comes next."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from generator.web.desk import Desk
from generator.web.request import Answer, answer

_FOR_A_TERMINAL = re.compile(r"make-report |(?<![\w-])--?[a-z]")
"""What tells people which command to type; here there are buttons."""


class Tone(StrEnum):
    """How it went."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


def told(
    desk: Desk,
    said: str,
    lines: Iterable[str] = (),
    *,
    tone: Tone = Tone.GOOD,
    choices: Sequence[dict[str, Any]] = (),
    goto: str = "",
    more: Mapping[str, Any] = MappingProxyType({}),
) -> Answer:
    """Answer with what was done. `goto` is the view to show next, `more` is data."""
    record: dict[str, Any] = {
        "said": as_seen(said, desk),
        "lines": [as_seen(line, desk) for line in _without_commands(lines)],
        "tone": tone.value,
        "choices": list(choices),
        **more,
    }
    return answer({**record, "goto": goto} if goto else record)


def choice(label: str, path: str, given: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a button that asks for something else."""
    return {"label": label, "path": path, "given": given or {}}


def view(label: str, goto: str) -> dict[str, Any]:
    """Return a button that shows another view."""
    return {"label": label, "goto": goto}


def as_seen(said: str, desk: Desk) -> str:
    """Return what is said with files named as people see them in the folder."""
    return said.replace(f"{desk.folder}{os.sep}", "")


def _without_commands(lines: Iterable[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if not _FOR_A_TERMINAL.search(line):
            found.append(line)
        elif found and found[-1].endswith("："):
            found[-1] = f"{found[-1][:-1]}。"
    return found
