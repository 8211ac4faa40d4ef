"""LibreOffice for the tests that need it: an independent reader and re-saver of our files."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

Test = TypeVar("Test", bound=Callable[..., None])
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECOND_OPINION = (
    pytest.mark.long,  # to start it takes seconds
    pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice (soffice)"),
)


def needs_libreoffice(test: Test) -> Test:
    """Mark a test that LibreOffice is started for."""
    for mark in SECOND_OPINION:
        test = mark(test)
    return test


def convert(source: Path, kind: str, folder: Path) -> Path:
    """Return the file that LibreOffice makes of another; `kind` is such as docx or txt:Text."""
    subprocess.run(
        [
            SOFFICE or "soffice",
            f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    made = folder / f"{source.stem}.{kind.split(':')[0]}"
    assert made.exists(), "LibreOffice says it converted, but there is no file"
    return made
