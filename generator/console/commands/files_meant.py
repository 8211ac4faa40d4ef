"""Which file a name stands for that people typed without its folder or its ending."""

import os
from pathlib import Path

from generator.files.file_names import INPUTS, OUTPUTS
from generator.model.finding import Refusal

_WORKBOOK, _DOCUMENT = ".xlsx", ".docx"


def workbook_meant(typed: Path) -> Path:
    """Return the workbook: for 2024 the file inputs/2024.xlsx, where only that one is there."""
    return _meant(typed, INPUTS, _WORKBOOK)


def document_meant(typed: Path) -> Path:
    """Return the document: for 2024 the file outputs/2024.docx, where only that one is there."""
    return _meant(typed, OUTPUTS, _DOCUMENT)


def _meant(typed: Path, folder: str, ending: str) -> Path:
    """Return the one file that a name can stand for; itself where it is there, or there is none.

    A name with a folder is looked for in that folder alone. Raise Refusal where several are there.
    """
    if not typed.name or os.path.lexists(typed):
        return typed
    folders = [typed.parent] if len(typed.parts) > 1 else [Path(), Path(folder)]
    names = [typed.name, typed.name + ending]
    there = [path for above in folders for name in names if os.path.isfile(path := above / name)]  # noqa: PTH113 - is_file may raise
    if len(there) > 1:
        raise Refusal(f"{typed} 可能是 {' 或 '.join(map(str, there))}，请写明是哪一个。")
    return there[0] if there else typed
