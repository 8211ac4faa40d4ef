"""The lines that one row of the narrative is printed as: each a paragraph of the document."""

from typing import NamedTuple

from generator.form.pattern import Pattern
from generator.model.narrative import runs_in

NOT_IN_XML = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no document can hold: control characters and lone surrogates."""

_BREAKS = Pattern(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")


class PrintedLine(NamedTuple):
    """One of the lines that a row of the narrative is printed as: a paragraph of the document."""

    number: str
    heading: str
    text: str
    stands_alone: bool = False
    """Whether it is a heading in a paragraph of its own."""

    @property
    def whole(self) -> str:
        """All of it, as it is read."""
        return self.number + self.heading + self.text


def laid_out(level: int, number: str, heading: str, text: str) -> list[PrintedLine]:
    """Return the lines that a row is printed as: a line break in a cell begins a new one."""
    heading = " ".join(_BREAKS.split(heading))
    body = [line for line in _BREAKS.split(text) if line.strip()]
    if heading and not runs_in(level, heading):
        alone = PrintedLine(number, heading, "", stands_alone=True)
        return [alone, *(PrintedLine("", "", line) for line in body)]
    first = PrintedLine(number, heading, body[0] if body else "")
    return [first, *(PrintedLine("", "", line) for line in body[1:])]


def one_kind_of_break(text: str) -> str:
    """Return a text in which every line break, of whatever kind, is a line feed."""
    return _BREAKS.sub("\n", text)


def printable(text: str) -> str:
    """Return a text without the characters that no document can hold, and one kind of break."""
    if text.isprintable():  # most are, and have neither
        return text
    return NOT_IN_XML.sub("", one_kind_of_break(text))
