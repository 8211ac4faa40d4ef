"""What --help shows."""

import re
import unicodedata

import pytest

from generator.console.arguments import _OPTIONS
from generator.console.cli import main
from generator.console.help_pages import OVERVIEW, PAGES
from generator.console.typed_words import COMMANDS, MAKE, NEW

_LINES, _COLUMNS = 24, 80


def width(line: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in line)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out.rstrip("\n") + "\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["help"], ["帮助"], ["help", "无此命令"]]
)
def test_the_first_page_fits_a_window(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert shown(capsys, *arguments) == OVERVIEW
    lines = OVERVIEW.splitlines()
    assert len(lines) < _LINES
    assert [line for line in lines if width(line) > _COLUMNS] == []
    assert [command for command in COMMANDS if command not in OVERVIEW] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_page_with_its_own_options_and_examples(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    page = shown(capsys, command, "--help")
    assert page == shown(capsys, "help", command) == PAGES[command]
    words = "" if command == MAKE else f"{command} "
    assert re.search(rf"^  make-report {words}\S", page, flags=re.MULTILINE)
    assert "退出码" in page
    own = {
        name
        for commands, names, _ in _OPTIONS
        for name in names
        if command in commands and name.startswith("--")
    }
    everywhere = {"--help", "--version", *(["--json"] if command == NEW else [])}
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", page)) == own - everywhere
