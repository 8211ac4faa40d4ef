"""LibreOffice is found on PATH, else where it is usually installed."""

from pathlib import Path

import pytest

from generator.formats.libreoffice import program
from generator.formats.libreoffice.program import libreoffice
from tests.formats.libreoffice.conftest import Fake


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(program, "_USUAL", ())
    monkeypatch.setattr(program, "_PACKAGES", tmp_path / "opt")
    return tmp_path


def test_the_one_on_path_comes_first(fake: Fake) -> None:
    there = fake("")
    assert libreoffice() == there


def test_where_there_is_none_there_is_none(nowhere: Path) -> None:
    assert nowhere.is_dir()
    assert libreoffice() is None


def test_the_usual_folders_are_looked_into(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [nowhere / "absent", nowhere / "soffice.com"]
    usual[1].touch()
    monkeypatch.setattr(program, "_USUAL", usual)
    assert libreoffice() == usual[1]


def test_of_packages_the_newest_is_taken(nowhere: Path) -> None:
    for version in ("7.6", "24.8"):
        there = nowhere / "opt" / f"libreoffice{version}" / "program"
        there.mkdir(parents=True)
        (there / "soffice").touch()
    found = libreoffice()
    assert found is not None
    assert found.parts[-3] == "libreoffice24.8"


def test_what_lies_in_the_current_folder_is_not_run(
    fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    program_there = fake("")
    monkeypatch.chdir(program_there.parent)
    assert libreoffice() != program_there
