"""A folder in memory → an archive: the same bytes for the same files."""

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

Folder = Mapping[str, bytes]
"""What is in a folder, by its path below it, with slashes."""

TOP = "make-report"
"""The folder that an archive unpacks to, always the same: so an update lands on the old one."""
_WHEN = (2024, 1, 1, 0, 0, 0)
_SECONDS = 1_704_067_200
_UNIX, _FILE, _TO_RUN = 3, 0o100644, 0o100755


def as_zip(folder: Folder, target: Path) -> None:
    """Write a .zip that Windows unpacks by itself, names in Chinese too."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(folder):
            entry = zipfile.ZipInfo(f"{TOP}/{name}", _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _FILE << 16
            archive.writestr(entry, folder[name])


def as_tar(folder: Folder, target: Path) -> None:
    """Write a .tar, which keeps what may be run; wheels are compressed already."""
    with tarfile.open(target, "w", format=tarfile.PAX_FORMAT) as archive:
        for name in sorted(folder):
            entry = tarfile.TarInfo(f"{TOP}/{name}")
            entry.size = len(folder[name])
            entry.mtime = _SECONDS
            entry.mode = _TO_RUN if name.endswith(".sh") else _FILE
            archive.addfile(entry, io.BytesIO(folder[name]))


def unpacked(archive: Path | io.BytesIO) -> dict[str, bytes]:
    """Return the files of a .zip or a wheel."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
