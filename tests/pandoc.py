"""Pandoc for the tests that need it: an independent reader of tracked changes."""

import shutil
import subprocess
from pathlib import Path

import pytest

PANDOC = shutil.which("pandoc")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="needs pandoc")


def plain_text(document: Path, track_changes: str) -> str:
    """Return the text that pandoc reads; `track_changes` is accept or reject."""
    ran = subprocess.run(
        [
            PANDOC or "pandoc",
            *("-f", "docx", "-t", "plain", "--wrap=none"),
            f"--track-changes={track_changes}",
            str(document),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return ran.stdout.decode()
