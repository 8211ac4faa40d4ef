"""How an archive is unpacked, and what is in it is run: by itself, by wine, in another root."""

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pins import ROOT

_IN_ROOT = """
root=$1 program=$2
shift 2
exec chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 \\
    sh -c 'cd "$0" && exec "$@"' "${PWD#"$root"}" "$program" "$@"
"""


def unpack(archive: Path, place: Path) -> None:
    """Unpack an archive, over whatever is there."""
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(place)  # noqa: S202 - our own
        return
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="data")


def command_in(folder: Path, by: list[str], root: Path | None) -> list[str]:
    """Return what runs the program of a folder, in the folder in which it is called."""
    if root:
        within = Path("/") / folder.relative_to(root.resolve())
        return ["sh", "-c", _IN_ROOT, "sh", str(root.resolve()), f"{within}/make-report.sh"]
    windows = folder / "program" / "python.exe"
    return (
        [*by, str(windows), "-m", "generator"] if windows.exists() else [f"{folder}/make-report.sh"]
    )


@contextmanager
def page_of(command: list[str], folder: Path) -> Iterator[str]:
    """Open the page as a double click does, and yield its address."""
    process = subprocess.Popen(  # noqa: S603 - the archive that is tried
        [*command, "desk", "--no-browser"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,  # a pipe as well: under wine nothing else will do
        encoding="utf-8",
    )
    lines = iter(process.stdout or [])
    yield next(line.strip() for line in lines if line.startswith("http://127.0.0.1:"))
    process.kill()
    process.communicate()


def said_by(command: list[str], folder: Path) -> str:
    """Return what a command says, with slashes as they are here. Exit where it fails."""
    path = {"PYTHONPATH": str(ROOT)} if command[0] == sys.executable else {}
    done = subprocess.run(  # noqa: S603 - the archive that is tried
        command,
        cwd=folder,
        input=b"",
        capture_output=True,
        check=False,
        env={**os.environ, **path, "PYTHONUTF8": "1"},
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace").replace("\r\n", "\n")
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: {done.returncode}\n{said}")
    return said.replace("\\", "/")
