"""What is done with one file of many: handed to processes and machines, and shown when done."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar

Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


class Task(Protocol[Result_co]):
    """What is to be done with one file; other processes get it as a pickle."""

    @property
    def file(self) -> Path:
        """The file."""
        ...

    def done(self) -> Result_co:
        """Do it. Whatever is wrong with the file is said in the result and not raised."""
        ...

    def given_up(self, why: str) -> Result_co:
        """Return what is said where whoever worked on it did not live to the end."""
        ...


class Shown(Protocol):
    """What became of a file, as people see it while the others are worked on."""

    @property
    def line(self) -> str:
        """What became of it, in a line."""
        ...

    @property
    def label(self) -> str:
        """How people know the file, shortly."""
        ...

    @property
    def counts(self) -> Mapping[str, int]:
        """What was found, to be added up: 错误 3."""
        ...

    @property
    def fine(self) -> bool:
        """Whether nobody has to do anything."""
        ...


ShownResult = TypeVar("ShownResult", bound=Shown)
