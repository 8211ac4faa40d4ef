"""A folder with a workbook in it, and a document that somebody edits."""

from pathlib import Path

import docx

from tests.samples import workbook


def put(folder: Path, name: str = "2024.xlsx", **changes: object) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook(**changes))  # type: ignore[arg-type]  # passed through
    return path


def edit(document: Path) -> None:
    opened = docx.Document(str(document))
    opened.paragraphs[2].add_run("审核人改过")
    opened.save(str(document))
