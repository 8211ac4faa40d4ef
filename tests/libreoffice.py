"""LibreOffice for the tests that need it: an independent reader and re-saver of our files."""

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice (soffice)")


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
