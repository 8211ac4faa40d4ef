"""Telling what a file is, and whether it is safe to open."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.files.zip_archive import DOCUMENT, WORKBOOK, open_archive, read_file
from generator.model.finding import Refusal
from tests.packages import package
from tests.samples import workbook

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空文件"),
        (OLD + b"\0" * 600, "旧格式（.xls、.et 或 .doc）"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "设了打开密码"),
        ("机关,年度\n".encode(), "纯文本（如 CSV）"),
        (b"<html><table></table></html>", "网页（HTML）"),
        (b"%PDF-1.7", "PDF"),
        (b"\x00\x01\x02\x03", "不是 Excel 工作簿"),
        (workbook()[:3000], "不完整或已损坏"),
        (workbook()[:-30], "不完整或已损坏"),
        (workbook()[:3000] + workbook()[5000:], "不完整或已损坏"),
        (package({"word/document.xml": b"<a/>"}), "是 Word 文档"),
        (package({"content.xml": b"<a/>"}), "OpenDocument"),
        (package({"readme.txt": b""}), "别的压缩文件"),
        (package({WORKBOOK: "<x/>".encode("utf-16")}), "不是 UTF-8 编码"),
        (package({WORKBOOK: b"<?xml version='1.0' encoding='utf-7'?><x/>"}), "不是 UTF-8 编码"),
        (package({WORKBOOK: b"", **{f"{n}.xml": b"" for n in range(600)}}), "内部结构不正常"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_workbook_is_refused_with_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=re.escape(said)) as refusal:
        open_archive(data, "甲.xlsx", WORKBOOK)
    assert str(refusal.value).startswith("甲.xlsx ")
    assert "\n" not in str(refusal.value)


def test_far_too_large_a_part_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^甲\.xlsx 解开后过于庞大.*\Z"):
        open_archive(package({WORKBOOK: b"\0" * 120_000_000}), "甲.xlsx", WORKBOOK)


def test_a_part_that_stands_twice_is_refused() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr(WORKBOOK, b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr(WORKBOOK, b"2")
    with pytest.raises(Refusal, match="内部结构不正常"):
        open_archive(content.getvalue(), "甲.xlsx", WORKBOOK)


def test_the_parts_of_a_good_file_are_returned() -> None:
    parts = open_archive(workbook(), "甲.xlsx", WORKBOOK)
    assert WORKBOOK in parts
    assert DOCUMENT not in parts


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="找不到文件"):
        read_file(tmp_path / "没有.xlsx")
    with pytest.raises(Refusal, match="是文件夹"):
        read_file(tmp_path)
