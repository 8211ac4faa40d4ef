"""What takes a file's place is as private as that file was, whoever it belongs to."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from generator.files import rights
from generator.files.delivery import keep
from generator.files.rights import not_where_read_only
from generator.files.whole_file import write
from generator.model.finding import Refusal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
administrator = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only an administrator gives files away"
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def file(path: Path, its_mode: int) -> Path:
    path.write_bytes(b"before")
    path.chmod(its_mode)
    return path


def test_a_new_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    write(b"ours", tmp_path / "a.docx")
    assert mode(tmp_path / "a.docx") == mode(usual)


@pytest.mark.parametrize("its_mode", [0o600, 0o660, 0o640, 0o644, 0o666, 0o700])
def test_what_replaces_a_file_is_as_private_and_so_is_its_copy(
    tmp_path: Path, its_mode: int
) -> None:
    target = file(tmp_path / "a.docx", its_mode)
    copy = keep(target)
    write(b"after", target)
    assert (mode(target), mode(copy)) == (its_mode, its_mode)
    assert (target.read_bytes(), copy.read_bytes()) == (b"after", b"before")


@administrator
def test_owner_and_group_stay_and_so_they_do_on_the_copy(tmp_path: Path) -> None:
    target = file(tmp_path / "a.docx", 0o660)
    os.chown(target, 12345, 54321)
    copy = keep(target)
    write(b"after", target)
    for path in (target, copy):
        assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (12345, 54321, 0o660)


def test_a_group_that_cannot_be_given_gives_another_no_more_than_anybody_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = file(tmp_path / "old", 0o664), file(tmp_path / "new", 0o600)

    def refused(*_: object) -> None:
        raise PermissionError

    real = Path.stat

    def stat_of(path: Path) -> os.stat_result:
        found = list(real(path))
        if path == old:
            found[stat.ST_GID] += 1
        return os.stat_result(found)

    monkeypatch.setattr(os, "chown", refused)
    monkeypatch.setattr(Path, "stat", stat_of)
    rights.same_rights(old, new)
    assert stat.S_IMODE(real(new).st_mode) == 0o644


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such labels")
def test_labels_stay(tmp_path: Path) -> None:
    target = file(tmp_path / "a.docx", 0o640)
    try:
        os.setxattr(target, "user.label", b"secret")  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        pytest.skip("this file system has no labels")
    write(b"after", target)
    assert os.getxattr(target, "user.label") == b"secret"  # type: ignore[attr-defined,unused-ignore]


@administrator
def test_another_users_file_is_refused_though_the_folder_may_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    target = file(tmp_path / "a.docx", 0o644)
    script = (
        "import os; from pathlib import Path\n"
        "from generator.files.rights import not_where_read_only\n"
        "os.setgid(54321); os.setuid(12345); not_where_read_only(Path('a.docx'))"
    )
    not_where_read_only(target)
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "不归您写" in ended.stderr, ended.stderr


def test_a_file_that_may_be_written_or_is_not_there_is_well(tmp_path: Path) -> None:
    not_where_read_only(tmp_path / "none.docx")
    not_where_read_only(file(tmp_path / "a.docx", 0o600))
    with pytest.raises(Refusal, match="chmod u"):
        not_where_read_only(file(tmp_path / "b.docx", 0o444))
