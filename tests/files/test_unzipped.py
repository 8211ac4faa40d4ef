"""The program as a folder that was unzipped."""

from pathlib import Path

import pytest

from generator.files.unzipped import OWN, manuals, own_folder, unzipped_at
from generator.model.finding import Refusal
from tests.paths import WORKBOOK

EXAMPLE = f"{OWN}/inputs/2023.xlsx"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return where the program lies in a folder as it was unzipped, of a path with spaces."""
    inner = tmp_path / "某局 办公室" / "make-report" / "program"
    program = inner / "lib-0123abcd" / "generator"
    program.mkdir(parents=True)
    (inner / "清单.txt").write_bytes(b"parts")
    (inner / "example").mkdir()
    (inner / "example" / "2023.xlsx").write_bytes(WORKBOOK.read_bytes())
    (inner.parent / "使用手册.pdf").write_bytes(b"%PDF")
    return program


def root_of(program: Path) -> Path:
    root = unzipped_at(program)
    assert root is not None
    return root


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_a_checkout_and_what_was_installed_are_no_such_folder(tmp_path: Path) -> None:
    assert unzipped_at() is None
    assert manuals() == {}
    assert unzipped_at(tmp_path / "site-packages" / "generator") is None


def test_the_first_start_makes_a_folder_for_peoples_own_files_with_the_example(
    program: Path,
) -> None:
    root = root_of(program)
    before = files(root)
    own = own_folder(root, program)
    assert files(root) == {**before, EXAMPLE: WORKBOOK.read_bytes()}
    assert sorted(path.name for path in own.iterdir()) == ["inputs", "outputs", "templates"]


def test_whatever_people_made_of_it_stays(program: Path) -> None:
    own = own_folder(root_of(program), program)
    (own / "inputs" / "2023.xlsx").unlink()
    (own / "templates").rmdir()
    (own / "2024.xlsx").write_bytes(b"own")
    before = files(own)
    assert own_folder(root_of(program), program) == own
    assert files(own) == before
    assert not (own / "templates").exists()


def test_libraries_of_an_earlier_version_are_cleared_away_and_nothing_else(program: Path) -> None:
    inner = program.parents[1]
    for name in ("lib-ffffffff", "gone-lib-eeeeeeee", "library"):
        (inner / name).mkdir()
        (inner / name / "module.py").write_bytes(b"")
    own_folder(root_of(program), program)
    left = {path.name for path in inner.iterdir() if path.is_dir()}
    assert left == {"lib-0123abcd", "library", "example"}


def test_where_nothing_can_be_written_people_are_told_what_to_do(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("tempfile.TemporaryDirectory", refused)
    with pytest.raises(Refusal, match="请把整个文件夹复制到能写的地方"):
        own_folder(root_of(program), program)


def test_only_manuals_that_are_there_are_named(program: Path) -> None:
    assert manuals(program) == {"使用手册": root_of(program) / "使用手册.pdf"}
