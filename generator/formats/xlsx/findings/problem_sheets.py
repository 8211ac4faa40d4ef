"""The worksheets of a list of problems, by which such a list is known."""

import os
import stat
import zipfile
from pathlib import Path

from generator.files.zip_archive import WORKBOOK

WORKBOOKS, PROBLEMS = "各单位", "全部问题"
_MOST_READ = 100_000  # bytes, far more than the names of two worksheets take
_END, _LOCATOR = 22, 20  # bytes of the record that ends an archive, and of one before it if huge
_LARGEST_DIRECTORY = 10_000  # bytes; that of a list takes a tenth of it


def is_problem_list(path: Path) -> bool:
    """Tell by its worksheets whether a file is such a list, whoever has written in it since.

    Only their names are looked at: a folder may hold thousands of workbooks.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        if not _has_few_members(path):
            return False
        with zipfile.ZipFile(path) as archive, archive.open(WORKBOOK) as part:
            said = part.read(_MOST_READ)
    except Exception:  # noqa: BLE001 - what is wrong with a file is said when it is read
        return False
    return all(f'name="{name}"'.encode() in said for name in (WORKBOOKS, PROBLEMS))


def _has_few_members(path: Path) -> bool:
    """Tell by the end of an archive, before zipfile makes an object of each of its members."""
    with path.open("rb") as file:
        file.seek(-_LOCATOR - _END, os.SEEK_END)
        end = file.read()
    size = int.from_bytes(end[_LOCATOR + 12 : _LOCATOR + 16], "little")
    of_usual_size = not end.startswith(b"PK\x06\x07") and size < _LARGEST_DIRECTORY
    return end[_LOCATOR:].startswith(b"PK\x05\x06") and of_usual_size
