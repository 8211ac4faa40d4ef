"""Which files of a folder are read, and which are said not to be."""

import zipfile
from pathlib import Path

import pytest

from generator.model.finding import Refusal
from generator.pipeline.collecting.handed_in import handed_in


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(folder: Path, *leave_out: Path) -> list[str]:
    return [one.name for one in handed_in(folder, leave_out)]


def test_every_file_below_is_one_but_what_systems_and_programs_leave(tmp_path: Path) -> None:
    put(tmp_path, "甲局.xlsx", "乙局/报告.docx", "乙局/附/照片.jpg")
    put(tmp_path, "Thumbs.db", "~$甲局.xlsx", ".~lock.甲局.xlsx#", ".DS_Store", "乙局/desktop.ini")
    assert names(tmp_path) == ["乙局/报告.docx", "乙局/附/照片.jpg", "甲局.xlsx"]


def test_what_belongs_to_the_collection_is_none(tmp_path: Path) -> None:
    put(tmp_path, "甲局.xlsx", "汇总2024.xlsx", "整改单/甲局.docx")
    left_out = tmp_path / "汇总2024.xlsx", tmp_path / "整改单"
    assert names(tmp_path, *left_out) == ["甲局.xlsx"]


def test_what_a_browser_saved_beside_a_page_is_part_of_it(tmp_path: Path) -> None:
    put(tmp_path, "年报.html", "年报_files/图.png", "别的_files/图.png")
    assert names(tmp_path) == ["别的_files/图.png", "年报.html"]


def test_files_in_an_archive_are_read_and_known_by_their_chinese_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "甲局.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("GBK?.docx", (2025, 1, 9, 8, 30, 0)), b"x")
        archive.writestr("报送/表.xlsx", b"x")
        archive.writestr("__MACOSX/._表.xlsx", b"x")
    as_utf_8 = (tmp_path / "甲局.zip").read_bytes()
    (tmp_path / "甲局.zip").write_bytes(as_utf_8.replace(b"GBK?", "年报".encode("gbk")))
    found = handed_in(tmp_path, [])
    assert [one.name for one in found] == ["甲局.zip›年报.docx", "甲局.zip›报送/表.xlsx"]
    assert found[0].modified == "2025-01-09 08:30:00"


def test_an_archive_that_cannot_be_opened_is_one_file_that_says_so(tmp_path: Path) -> None:
    put(tmp_path, "甲局.zip")
    (found,) = handed_in(tmp_path, [])
    assert "甲局.zip 打不开" in found.problem
    with zipfile.ZipFile(tmp_path / "甲局.zip", "w") as archive:
        for number in range(300):
            archive.writestr(f"{number}.docx", b"")
    (found,) = handed_in(tmp_path, [])
    assert "有 300 个文件" in found.problem


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不是文件夹"):
        handed_in(tmp_path / "没有", [])
