"""Where the document of a workbook is, and the workbook of a document: inputs/ beside outputs/."""

from pathlib import Path

from generator.files.copies import KEPT

INPUTS, OUTPUTS = "inputs", "outputs"
DRAFT = ".草稿"
"""What comes after the name of a workbook in the name of its draft."""


def default_document(workbook: Path, *, draft: bool = False) -> Path:
    """Return where a workbook's document goes: inputs/ has outputs/ beside it."""
    name = f"{workbook.stem}{DRAFT if draft else ''}.docx"
    return beside(workbook, INPUTS, OUTPUTS, name)


def default_json(workbook: Path) -> Path:
    """Return where a workbook's report goes as JSON."""
    return beside(workbook, INPUTS, OUTPUTS, f"{workbook.stem}.json")


def default_workbook(document: Path) -> Path:
    """Return where the workbook of a document is: outputs/ has inputs/ beside it."""
    stem = document.stem.partition(KEPT)[0].removesuffix(DRAFT)
    name = f"{stem}.xlsx"
    return beside(document, OUTPUTS, INPUTS, name)


def beside(file: Path, folder: str, other: str, name: str) -> Path:
    """Return the path of a file that goes with another: in the folder `other` beside `folder`.

    Where the file lies in no such folder, the two lie together.
    """
    if file.absolute().parent.name != folder:
        return file.with_name(name)
    above = file.parent.parent if file.parent.name == folder else file.parent / ".."
    return above / other / name
