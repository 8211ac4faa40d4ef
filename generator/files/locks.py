"""Tells whether a file is open in Excel, Word, WPS or LibreOffice, by what they leave beside it."""

import os
from pathlib import Path

LOCKS = ("~$", ".~lock.")
"""How the names of such files begin."""


def is_lock(name: str) -> bool:
    """Tell by its name whether a file only says that another is open."""
    return name.startswith(LOCKS)


def lock_of(path: Path) -> Path | None:
    """Return the file that says that another is open, or None.

    Excel and WPS put ~$ before the name, Word in place of its first two characters, LibreOffice
    makes .~lock.name#. After a crash such a file may be left over.
    """
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    locks = (path.with_name(name) for name in names)
    return next((lock for lock in locks if os.path.exists(lock)), None)  # noqa: PTH110 - of any length
