"""What is told of a folder that people work in."""

import os
import struct
from pathlib import Path

import pytest

from generator.web.listing import Listing
from generator.web.watching import Watch
from tests.paths import ROOT

_OF_SEVERAL_DISKS = struct.pack("<4sLQL", b"PK\x06\x07", 1, 0, 5) + b"PK\x05\x06" + b"\0" * 18
WHOLE = (ROOT / "inputs" / "2023.xlsx").read_bytes()


def watched(folder: Path) -> tuple[Watch, list[set[str]]]:
    told: list[set[str]] = []

    def tell(paths: set[Path], _now: Listing) -> None:
        told.append({path.name for path in paths})

    return Watch(folder, tell), told


def test_what_is_saved_renamed_or_gone_is_told_once(tmp_path: Path) -> None:
    watch, told = watched(tmp_path)
    file = tmp_path / "2023.xlsx"
    file.write_bytes(WHOLE)
    watch.look()
    watch.look()
    file.rename(tmp_path / "2024.xlsx")
    watch.look()
    (tmp_path / "2024.xlsx").unlink()
    watch.look()
    assert told == [{"2023.xlsx"}, {"2023.xlsx", "2024.xlsx"}, {"2024.xlsx"}]


def test_half_a_file_is_not_told_before_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "2023.xlsx"
    file.write_bytes(WHOLE)
    watch, told = watched(tmp_path)
    file.write_bytes(WHOLE[:5000])
    watch.look()
    assert told == []
    assert file in watch.seen, "what was known of it still stands"
    file.write_bytes(WHOLE + b"")
    watch.look()
    assert told in ([], [{"2023.xlsx"}])


@pytest.mark.parametrize("end", [_OF_SEVERAL_DISKS, b"PK\x05\x06", b"", b"\0" * 70_000])
def test_whatever_a_file_ends_with_the_folder_is_watched_on(tmp_path: Path, end: bytes) -> None:
    watch, told = watched(tmp_path)
    strange = tmp_path / "2023.xlsx"
    strange.write_bytes(b"PK\x03\x04" + end)
    os.utime(strange, (0, 0))
    watch.look()
    (tmp_path / "2024.xlsx").write_bytes(WHOLE)
    watch.look()
    assert told == [{"2023.xlsx"}, {"2024.xlsx"}]


def test_that_a_file_is_opened_and_closed_elsewhere_is_told(tmp_path: Path) -> None:
    watch, told = watched(tmp_path)
    for name in ("~$2023.xlsx", ".~lock.2023.xlsx#"):
        (tmp_path / name).write_bytes(b"x")
        watch.look()
        (tmp_path / name).unlink()
        watch.look()
        assert told.pop() == told.pop() == {name}


def test_what_lies_there_for_a_moment_is_not_told(tmp_path: Path) -> None:
    watch, told = watched(tmp_path)
    for name in (".make-report-abcdefgh.tmp", ".~tmp.xlsx", "~WRL0001.tmp", "lu123.tmp"):
        (tmp_path / name).write_bytes(b"x")
    watch.look()
    assert told == []


def test_links_and_folders_far_below_are_left_alone(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    (folder / "a" / "b" / "c").mkdir(parents=True)
    outside.mkdir()
    for place in (outside, folder / "a", folder / "a" / "b" / "c"):
        (place / "x.xlsx").write_bytes(WHOLE)
    (folder / "link").symlink_to(outside)
    (folder / "y.xlsx").symlink_to(outside / "x.xlsx")
    watch, _ = watched(folder)
    assert set(watch.seen) == {folder / "a" / "x.xlsx"}
