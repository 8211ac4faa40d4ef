"""Where the commands are typed: in an office that reports by the small form."""

from pathlib import Path

import pytest

from tests.form.small import SMALL
from tests.form.small_office import put_office
from tests.forms import let_know


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sit down in an office whose workbook is filled in."""
    let_know(monkeypatch, SMALL)
    monkeypatch.chdir(tmp_path)
    put_office(tmp_path)
    return tmp_path
