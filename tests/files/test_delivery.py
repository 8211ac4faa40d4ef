"""Putting a finished file in its place."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files.delivery import (
    AlreadyThere,
    Delivery,
    deliver,
    replace_edited,
    replace_in_place,
    write_new,
)
from generator.files.whole_file import clear_up
from generator.model.finding import Refusal


def compared(content: bytes, there: bytes) -> AlreadyThere:
    if not there.startswith(b"ours"):
        return AlreadyThere.EDITED
    return AlreadyThere.SAME if content.split() == there.split() else AlreadyThere.OLDER


def put(
    content: bytes, target: Path, *, force: bool = False, again: bool = False
) -> tuple[Delivery, Path | None]:
    return deliver(content, target, compare=compared, over_edits=force, again=again)


def test_a_new_file_is_written_with_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "新 文件夹" / "2023.docx"
    assert put(b"ours 1", target) == (Delivery.WRITTEN, None)
    assert target.read_bytes() == b"ours 1"
    assert list(target.parent.iterdir()) == [target]


def test_what_is_up_to_date_is_not_written_again(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    put(b"ours 1", target)
    before = target.stat().st_mtime_ns
    assert put(b"ours 1", target) == (Delivery.CURRENT, None)
    assert put(b"ours  1", target) == (Delivery.CURRENT, None)
    assert target.stat().st_mtime_ns == before
    assert put(b"ours  1", target, again=True) == (Delivery.WRITTEN, None)
    assert target.read_bytes() == b"ours  1"


def test_our_own_untouched_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    put(b"ours 1", target)
    assert put(b"ours 2", target) == (Delivery.WRITTEN, None)
    assert target.read_bytes() == b"ours 2"


def test_an_edited_file_is_never_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"edited")
    assert put(b"ours 1", target) == (Delivery.EDITED, None)
    assert target.read_bytes() == b"edited"


def test_the_edited_file_may_be_kept_in_another_folder(tmp_path: Path) -> None:
    target, folder = tmp_path / "a.docx", tmp_path / "以前的"
    target.write_bytes(b"edited")
    _, kept = deliver(b"ours 1", target, compare=compared, over_edits=True, kept_in=folder)
    assert kept is not None
    assert (kept.parent, kept.read_bytes()) == (folder, b"edited")
    assert target.read_bytes() == b"ours 1"


def test_with_force_the_edited_file_is_kept_under_a_dated_name(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    kept = set()
    for version in (b"edited 1", b"edited 2"):
        target.write_bytes(version)
        delivery, copy = put(b"ours 1", target, force=True)
        assert delivery == Delivery.WRITTEN
        assert copy
        assert copy.name.startswith("a.修改稿-")
        assert copy.read_bytes() == version
        kept.add(copy)
    assert len(kept) == 2
    assert target.read_bytes() == b"ours 1"


def test_a_folder_in_the_way_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="是文件夹"):
        put(b"ours 1", tmp_path)


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"ours 1")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="写不了"):
        put(b"ours 2", target)
    assert target.read_bytes() == b"ours 1"
    assert list(tmp_path.iterdir()) == [target]


def test_through_a_link_the_file_it_points_to_is_written(tmp_path: Path) -> None:
    real = tmp_path / "真的.docx"
    real.write_bytes(b"ours 1")
    link = tmp_path / "a.docx"
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert put(b"ours 2", link)[0] == Delivery.WRITTEN
    assert link.is_symlink()
    assert real.read_bytes() == b"ours 2"


def test_a_name_that_is_too_long_is_refused_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="太长"):
        put(b"ours 1", tmp_path / ("长" * 300 + ".docx"))


def test_what_a_killed_run_left_is_cleared_up_where_nothing_is_to_be_written(
    tmp_path: Path,
) -> None:
    put(b"ours 1", tmp_path / "a.docx")
    left = tmp_path / ".make-report-abcd1234.tmp"
    left.write_bytes(b"half")
    os.utime(left, (1_000_000, 1_000_000))
    clear_up.cache_clear()
    assert put(b"ours 1", tmp_path / "a.docx") == (Delivery.CURRENT, None)
    assert not left.exists()


@pytest.mark.parametrize("there", [b"ours 1", b"edited"])
def test_what_is_read_only_is_not_replaced_even_by_force(tmp_path: Path, there: bytes) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(there)
    target.chmod(0o444)
    with pytest.raises(Refusal, match="只读的，没有改动。要重写，请先取消只读"):
        put(b"ours 2", target, force=True)
    with pytest.raises(Refusal, match="只读"):
        replace_edited(b"ours 2", target, before=there)
    assert target.read_bytes() == there
    assert list(tmp_path.iterdir()) == [target]
    target.chmod(0o644)
    assert put(b"ours 2", target, force=True)[0] == Delivery.WRITTEN


def test_what_is_read_only_and_up_to_date_is_well(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"ours 1")
    target.chmod(0o444)
    assert put(b"ours 1", target) == (Delivery.CURRENT, None)


def test_the_longest_name_that_a_system_takes_has_its_dated_copy(tmp_path: Path) -> None:
    target = tmp_path / ("某" * 83 + "a.docx")
    target.write_bytes(b"edited")
    _, kept = put(b"ours", target, force=True)
    assert kept
    assert kept.read_bytes() == b"edited"
    assert len(os.fsencode(target.name)) == 255


def test_links_that_lead_round_in_a_circle_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "a.docx", tmp_path / "b.docx"
    try:
        one.symlink_to(other)
        other.symlink_to(one)
    except OSError:
        pytest.skip("this system lets nobody make links")
    with pytest.raises(Refusal, match="链接绕成了圈"):
        put(b"ours", one)


def test_what_is_no_plain_file_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "a.docx")
    with pytest.raises(Refusal, match="不是普通文件"):
        put(b"ours", tmp_path / "a.docx")


def test_a_file_that_is_open_leaves_no_copy_behind_either(tmp_path: Path) -> None:
    target = tmp_path / "2024.docx"
    target.write_bytes(b"edited")
    lock = tmp_path / "~$24.docx"
    lock.write_bytes(b"")
    with pytest.raises(Refusal, match="正在 Word、WPS 里打开"):
        put(b"ours", target, force=True)
    assert sorted(tmp_path.iterdir()) == sorted([target, lock])


def test_what_people_work_in_is_replaced_with_a_dated_copy_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "2023.xlsx"
    target.write_bytes(b"before")
    kept = replace_edited(b"after", target, before=b"before", infix=".写回前-")
    assert (target.read_bytes(), kept.read_bytes()) == (b"after", b"before")
    assert kept.name.startswith("2023.写回前-")


def test_what_was_saved_in_between_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "2023.xlsx"
    target.write_bytes(b"saved just now")
    with pytest.raises(Refusal, match="刚刚被保存过"):
        replace_edited(b"after", target, before=b"before")
    assert [path.name for path in tmp_path.iterdir()] == ["2023.xlsx"]


@pytest.mark.parametrize("act", ["replace_edited", "replace_in_place", "deliver", "write_new"])
def test_what_others_save_while_a_file_is_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    target, theirs = tmp_path / "2023.xlsx", b"saved by others"
    before = b"ours before"
    if act != "write_new":
        target.write_bytes(before)
    acts: dict[str, Callable[[], object]] = {
        "replace_edited": lambda: replace_edited(b"after", target, before=before),
        "replace_in_place": lambda: replace_in_place(b"after", target, before=before),
        "deliver": lambda: put(b"ours after", target),
        "write_new": lambda: write_new(b"after", target),
    }
    flushed = os.fsync

    def saved_meanwhile(file: int) -> None:
        flushed(file)
        target.write_bytes(theirs)

    monkeypatch.setattr("generator.files.whole_file.os.fsync", saved_meanwhile)
    with pytest.raises(Refusal, match="刚刚"):
        acts[act]()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {target.name: theirs}


def test_where_files_cannot_have_two_names_a_new_one_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("generator.files.whole_file.os.link", no_links)
    write_new(b"new", tmp_path / "2023.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["2023.xlsx"]


def test_what_is_open_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "2023.xlsx"
    target.write_bytes(b"before")
    (tmp_path / "~$2023.xlsx").touch()
    with pytest.raises(Refusal, match="Excel、WPS 里打开"):
        replace_edited(b"after", target, before=b"before")
    assert target.read_bytes() == b"before"


def test_through_a_link_the_file_itself_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.xlsx", tmp_path / "2023.xlsx"
    real.write_bytes(b"before")
    link.symlink_to(real)
    replace_edited(b"after", link, before=b"before")
    assert link.is_symlink()
    assert real.read_bytes() == b"after"


def test_on_a_full_disk_the_old_file_stays_and_no_copy_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "2023.xlsx"
    target.write_bytes(b"before")

    def full(content: bytes, *_: object, **__: object) -> None:
        if content == b"after":
            raise OSError(28, "No space left on device")
        (tmp_path / "copy").write_bytes(content)

    monkeypatch.setattr("generator.files.delivery.write", full)
    monkeypatch.setattr("generator.files.delivery.keep", lambda *_: tmp_path / "copy")
    (tmp_path / "copy").write_bytes(b"before")
    with pytest.raises(Refusal, match="原有文件没有改动"):
        replace_edited(b"after", target, before=b"before")
    assert target.read_bytes() == b"before"
    assert not (tmp_path / "copy").exists()
