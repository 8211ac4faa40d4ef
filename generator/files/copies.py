"""Names of the copies that this program puts beside a person's files."""

from pathlib import Path

KEPT = ".修改稿-"
"""What comes after the name of a file in the name of its dated copy."""
BEFORE = ".写回前-"
"""What comes after the name of a workbook in the name of its copy from before it was changed."""
_CHECKED = ".核对"


def annotated_copy(workbook: Path) -> Path:
    """Return where the copy of a workbook goes in which its findings are marked."""
    return workbook.with_name(f"{workbook.stem}{_CHECKED}.xlsx")


def is_annotated_copy(path: Path) -> bool:
    """Tell by its name whether a file is such a copy, or an older one that was kept."""
    return path.stem.endswith(_CHECKED) or f"{_CHECKED}{KEPT}" in path.stem


def is_copy(path: Path) -> bool:
    """Tell by its name whether this program put a file beside the workbook."""
    return is_annotated_copy(path) or BEFORE in path.stem
