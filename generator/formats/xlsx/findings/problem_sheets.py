"""The worksheets of a list of problems, by which such a list is known."""

import stat
import zipfile
from pathlib import Path

from generator.files.zip_archive import WORKBOOK

WORKBOOKS, PROBLEMS = "各单位", "全部问题"
_MOST_READ = 100_000  # bytes, far more than the names of two worksheets take


def is_problem_list(path: Path) -> bool:
    """Tell by its worksheets whether a file is such a list, whoever has written in it since.

    Only their names are looked at: a folder may hold thousands of workbooks.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with zipfile.ZipFile(path) as archive, archive.open(WORKBOOK) as part:
            said = part.read(_MOST_READ)
    except Exception:  # noqa: BLE001 - what is wrong with a file is said when it is read
        return False
    return all(f'name="{name}"'.encode() in said for name in (WORKBOOKS, PROBLEMS))
