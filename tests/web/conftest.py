"""A page that is open on an office's folder."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree

import pytest

from tests.paths import ROOT
from tests.web.pages import Page, open_page


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder as offices have it, with one report."""
    folder = tmp_path / "年报"
    for name in ("inputs", "outputs"):
        (folder / name).mkdir(parents=True)
    copytree(ROOT / "templates", folder / "templates")
    copy(ROOT / "inputs" / "2023.xlsx", folder / "inputs")
    return folder


@pytest.fixture
def page(office: Path) -> Iterator[Page]:
    """Return its page."""
    with open_page(office) as opened:
        yield opened
