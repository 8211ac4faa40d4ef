"""What a folder is that people should know of: read-only, or on another computer."""

import sys
import tempfile
from enum import Enum, auto
from pathlib import Path

_REMOTE = 4  # GetDriveType: DRIVE_REMOTE
_MOUNTS = Path("/proc/mounts")
_OVER_A_NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "davfs", "fuse.sshfs", "fuse.gvfsd-fuse"}


class KindOfPlace(Enum):
    """What a folder may be."""

    READ_ONLY = auto()
    ON_A_NETWORK = auto()


def kinds_of(folder: Path, mounts: Path = _MOUNTS) -> tuple[KindOfPlace, ...]:
    """Return what a folder is; asked of the system by trying."""
    found = (
        (KindOfPlace.READ_ONLY, not _may_write(folder)),
        (KindOfPlace.ON_A_NETWORK, _is_remote(folder, mounts)),
    )
    return tuple(kind for kind, true in found if true)


def _may_write(folder: Path) -> bool:
    """Tell whether a file can be made: rights alone say nothing of that on Windows."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix="~"):
            return True
    except OSError:
        return False


def _is_remote(folder: Path, mounts: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    mounted = (line.split(" ") for line in lines)
    kinds = {Path(one[1].replace("\\040", " ")): one[2] for one in mounted if len(one) > 2}  # noqa: PLR2004 - device, place, kind
    nearest = next((kinds[one] for one in (folder, *folder.parents) if one in kinds), "")
    return nearest in _OVER_A_NETWORK
