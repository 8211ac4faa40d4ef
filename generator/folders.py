"""Where the document of a workbook is, and the workbook of a document: inputs/ beside outputs/."""

from pathlib import Path

INPUTS, OUTPUTS = "inputs", "outputs"


def beside(file: Path, folder: str, other: str, name: str) -> Path:
    """Return the path of a file that goes with another: in the folder `other` beside `folder`.

    Where the file lies in no such folder, the two lie together.
    """
    if file.absolute().parent.name != folder:
        return file.with_name(name)
    above = file.parent.parent if file.parent.name == folder else file.parent / ".."
    return above / other / name
