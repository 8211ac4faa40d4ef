"""What a folder is that people should know of."""

import sys
from pathlib import Path

import pytest

from generator.files.kinds_of_place import KindOfPlace, kinds_of

MOUNTS = """\
/dev/vda / ext4 rw 0 0
//server/share {where} cifs rw 0 0
/dev/vdb {where}/disk ext4 rw 0 0
broken
"""


def test_a_folder_of_ones_own_is_nothing_to_know_of(tmp_path: Path) -> None:
    assert kinds_of(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_nothing_can_be_written_to_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: object) -> None:
        raise OSError(30, "read-only")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    assert kinds_of(tmp_path) == (KindOfPlace.READ_ONLY,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked itself")
def test_a_folder_on_another_computer_is_known_by_the_nearest_mount(tmp_path: Path) -> None:
    share = tmp_path / "网络 盘"
    disk = share / "disk"
    disk.mkdir(parents=True)
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(where=str(share).replace(" ", "\\040")), encoding="utf-8")
    assert kinds_of(share, mounts) == (KindOfPlace.ON_A_NETWORK,)
    assert kinds_of(disk, mounts) == ()
    assert kinds_of(share, tmp_path / "none") == ()
