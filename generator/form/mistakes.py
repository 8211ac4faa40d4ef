"""What is wrong with how a form is written down: data, told all at once."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import NamedTuple

Steps = tuple[str | int, ...]
"""The way to a value: names of keys, and places in lists counted from 0."""


class Mistake(NamedTuple):
    """One thing that cannot be so."""

    steps: Steps
    """The way to it, as far as it is there."""
    what: str
    """In Chinese: what is wrong, and what is nearest to it or expected."""
    file: str = ""
    """Name of the file in which it stands; empty for a form that comes from none."""
    line: int = 0
    """Its line there; 0 where it is not known."""

    @property
    def place(self) -> str:
        """Where it is, for people."""
        if self.line:
            return f"{self.file} 第 {self.line} 行"
        return self.file or "．".join(str(step) for step in self.steps)


class FormMistakes(ValueError):  # noqa: N818 - it is all of them, not one error
    """A form that cannot be used, with everything that is wrong with it."""

    def __init__(self, form: str, mistakes: Sequence[Mistake], refused: object = None) -> None:
        self.form = form
        self.mistakes = tuple(mistakes)
        self.refused = refused
        """The form itself, in which more may be wrong; None where it could not be put together."""
        said = [f"{mistake.place}：{mistake.what}" for mistake in mistakes]
        super().__init__("\n".join([f"表式“{form}”用不了：", *said]))


def nearest(name: str, known: Collection[str]) -> str:
    """Return a remark on the name that is nearest, empty where none is near."""
    near = get_close_matches(name, known, n=1, cutoff=0.3)
    return f"；最接近的是“{near[0]}”" if near else ""
