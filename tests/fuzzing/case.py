"""One case: files in a folder, a command, and what it may write. Its number makes it, again too."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent.parent


class Kind(StrEnum):
    """Which of the files is not as it should be."""

    WORKBOOK = "workbook"
    TEMPLATE = "template"
    DOCUMENT = "document"
    JSON = "json"
    PAGE = "page"
    PDF = "pdf"


@dataclass(frozen=True)
class Name:
    """What a case is called, such as workbook:1234."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.number}"

    @property
    def random(self) -> Random:
        """Random numbers that are the same whenever and wherever the case is made."""
        return Random(str(self))


@dataclass(frozen=True)
class Case:
    """What is run: `command` in a folder that holds `files`."""

    files: Mapping[str, bytes]
    command: tuple[str, ...]
    writes: str = ""
    """The files that the command may write, as a pattern; it may write none that this is not."""
    changes: tuple[str, ...] = ()
    """What was done to the files."""


def named(name: str) -> Name:
    """Return the name that is written so. Raise ValueError for anything else."""
    kind, _, number = name.partition(":")
    return Name(Kind(kind), int(number))


def published(path: str) -> bytes:
    """Return a file of this project, such as inputs/2023.xlsx."""
    return (ROOT / path).read_bytes()
