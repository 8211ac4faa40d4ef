"""Colour, where a person sees it as such."""

from io import StringIO

import pytest

from generator.console.colour import coloured, paint_for, shown
from generator.messages.emphasis import Emphasis, plain


class Terminal(StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture(autouse=True)
def usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_text_is_coloured_on_a_terminal_only() -> None:
    assert paint_for(StringIO()) is plain
    assert shown(coloured("错", Emphasis.RED), str) == "\x1b[31m错\x1b[0m"
    assert coloured("错", Emphasis.NONE) == plain("错", Emphasis.RED) == "错"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("NO_COLOR", ""), ("TERM", "dumb")])
def test_people_may_do_without(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert paint_for(Terminal()) is plain
