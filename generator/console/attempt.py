"""What became of one file of a command: one bad file does not stop the others."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.messages.unforeseen import unforeseen
from generator.model.finding import Refusal
from generator.model.one_line import on_one_line

_Done = TypeVar("_Done")


def attempted(file: Path, run: Callable[[Path], _Done]) -> _Done | tuple[Path, str]:
    """Return what became of a file, or why it could not be used."""
    try:
        return run(file)
    except Refusal as refusal:
        return file, str(refusal)
    except Exception as problem:  # noqa: BLE001 - one bad file must not stop the others
        return file, on_one_line(f"{file}：{unforeseen(problem)}")
