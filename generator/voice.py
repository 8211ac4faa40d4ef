"""How the command speaks: to standard output, to standard error, and of what nobody foresaw."""

import json
import os
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SCHEMA = 2
"""Of what --json prints: a key that is taken away, or means something else, is another one."""


def speak_anywhere() -> None:
    """Let Chinese through to any terminal, file or pipe: UTF-8 where it is not a terminal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def as_facts(facts: Mapping[str, Any]) -> str:
    """Return facts for programs, with the version of their shape."""
    return json.dumps({"schema": SCHEMA, **facts}, ensure_ascii=False, indent=2)


def say(text: str) -> None:
    """Say what was asked for."""
    print(text, flush=True)  # noqa: T201 - the command's voice


def complain(text: str) -> None:
    """Say what cannot be done."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - the command's voice


def unforeseen(problem: Exception) -> str:
    """Return one sentence on an error of the program itself; people must never see a traceback."""
    if os.environ.get("MAKE_REPORT_DEBUG"):
        traceback.print_exception(problem)
    last = traceback.extract_tb(problem.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"程序遇到了没有料到的问题（{type(problem).__name__}，{where}）。"
        "没有写完的文件不会留下。请把工作簿和这句话发给维护人员。"
    )
