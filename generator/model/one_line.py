"""Names and texts from files that stand within a line of a message."""

from collections.abc import Iterable

_BREAK = "↵"


def on_one_line(text: str) -> str:
    """Return a text whose line breaks are shown: none of them begins a line of the message."""
    return text.replace("\r\n", _BREAK).replace("\n", _BREAK)


def lines_said(lines: Iterable[str]) -> str:
    """Return the lines of a message, each of which is one, whatever the files in it are called."""
    return "\n".join(map(on_one_line, lines))
