"""File names in commands that people copy: one word to any shell, and nothing but a name."""

import re
import shlex
import sys

_TAKEN_APART = re.compile(r"[^\w./\\:~+,@%=·…（）【】《》、，。-]")
"""What cmd, PowerShell or bash may give a meaning of its own: spaces, brackets, quotation marks."""
_ALSO_IN_QUOTES = re.compile(r'[$`"\\!]')
"""What means something to bash between double quotation marks, too; no name on Windows has it."""


def quoted(word: str) -> str:
    """Return a word of a command as it is typed."""
    if not _TAKEN_APART.search(word):
        return word
    if sys.platform != "win32" and _ALSO_IN_QUOTES.search(word):
        return shlex.quote(word)
    return f'"{word}"'
