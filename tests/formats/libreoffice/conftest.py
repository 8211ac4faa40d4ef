"""A program that takes the place of LibreOffice, and does what a test wants."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

Fake = Callable[[str], Path]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Return what puts a shell script there; `$out` and `$made` are where its result is due."""
    if sys.platform == "win32":
        pytest.skip("the stand-in for LibreOffice is a shell script")
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def put(script: str) -> Path:
        program = folder / "soffice"
        program.write_text(f"#!/bin/sh\nout=made; made=made/document.docx\n{script}\n")
        program.chmod(0o755)
        return program

    return put


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which temporary ones are made, to see that none is left."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder
