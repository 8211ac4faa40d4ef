"""Commands as people are told to type them.

A sentence says what is to be done, and in brackets （…） what is typed for it: so a page, which has
buttons, says the same sentence without.
"""

import re
from pathlib import Path

from generator.files.file_names import default_workbook
from generator.files.quoted import quoted

_COMMAND = r"(?:\bmake-report |(?<![\w-])--?[a-z])"
_TYPED = re.compile(rf"（(?=[^）]*{_COMMAND})(?:[^（）]|（[^（）]*）)*）", re.ASCII)
_ANY_COMMAND = re.compile(_COMMAND, re.ASCII)


def without_commands(said: str) -> str:
    """Return a sentence as a page says it."""
    return _TYPED.sub("", said)


def names_a_command(said: str) -> bool:
    """Tell whether a sentence can only be followed where commands are typed."""
    return _ANY_COMMAND.search(said) is not None


def command_to_write_back(document: Path, workbook: Path | None) -> str:
    """Return the command that writes a document's changes into its workbook."""
    return shown_command("make-report", "review", "--apply", *_with_workbook(document, workbook))


def command_to_review(document: Path, workbook: Path | None) -> str:
    """Return the command that lists a document's changes."""
    return shown_command("make-report", "review", *_with_workbook(document, workbook))


def _with_workbook(document: Path, workbook: Path | None) -> list[object]:
    """Return a document, with its workbook where that has not the usual name and place."""
    if workbook and workbook.absolute() != default_workbook(document).absolute():
        return [document, "--workbook", workbook]
    return [document]


def shown_command(*words: object) -> str:
    """Return a command that can be copied: what a shell would take apart is in quotation marks."""
    return " ".join(quoted(str(word)) for word in words)
