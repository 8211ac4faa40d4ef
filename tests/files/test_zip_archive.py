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
        (OLD + b"\0" * 600, "旧格式的文件（.doc、.wps、.xls 或 .et）"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "设了打开密码"),
        ("机关,年度\n".encode(), "纯文本（如 TXT、CSV）"),
        (b"<html><table></table></html>", "网页（HTML）"),
        (b"%PDF-1.7", "PDF"),
        (b"\x00\x01\x02\x03", "不是 Excel 工作簿"),
        (workbook()[:3000], "不完整或已损坏"),
        (workbook()[:-30], "不完整或已损坏"),
        (workbook()[:3000] + workbook()[5000:], "不完整或已损坏"),
        (package({"word/document.xml": b"<a/>"}), "是 Word 文档"),
        (package({"content.xml": b"<a/>"}), "OpenDocument"),
        (package({"readme.txt": b""}), "压缩包（里面有 readme.txt）"),
        (package({WORKBOOK: "<x/>".encode("utf-16")}), "不是 UTF-8 编码"),
        (package({WORKBOOK: b"<?xml version='1.0' encoding='utf-7'?><x/>"}), "不是 UTF-8 编码"),
        (package({WORKBOOK: b"", **{f"{n}.xml": b"" for n in range(2_100)}}), "内部结构不正常"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_workbook_is_refused_with_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=re.escape(said)) as refusal:
        open_archive(data, "甲.xlsx", WORKBOOK)
    assert str(refusal.value).startswith("甲.xlsx ")
    assert "\n" not in str(refusal.value)


@pytest.mark.long
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


def test_a_directory_of_a_million_members_is_refused_unread() -> None:
    with pytest.raises(Refusal, match="过于庞大"):
        open_archive(b"PK\x03\x04" + b"PK\x01\x02" * 1_000_000, "甲.xlsx", WORKBOOK)


def test_a_member_with_a_password_is_told_as_such() -> None:
    data = bytearray(package({WORKBOOK: b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refusal, match="设了打开密码"):
        open_archive(bytes(data), "甲.xlsx", WORKBOOK)


SMALL = {DOCUMENT: b"<a/>"}
TOO_MANY = b"<a>" + b"<style/>" * 10_001 + b"</a>"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({DOCUMENT: TOO_MANY}, "多得不正常"),
        ({**SMALL, "word/embeddings/1.xlsx": package({"xl/a.xml": TOO_MANY})}, "1.xlsx/xl/a.xml"),
        ({DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "DOCTYPE"),
        ({DOCUMENT: b"<!DOCTYPE a><a/>"}, "DOCTYPE"),
        ({**SMALL, "word/media/1.svg": b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"}, "DOCTYPE"),
        ({DOCUMENT: b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}, "Strict"),
        ({**SMALL, "word/vbaProject.bin": b"1"}, "含有宏"),
        ({DOCUMENT: b"<a>"}, "已损坏"),
    ],
    ids=["elements", "embedded", "entities", "DOCTYPE", "picture", "strict", "macros", "broken"],
)
def test_a_document_goes_through_the_same_door_as_a_workbook(
    parts: dict[str, bytes], said: str
) -> None:
    with pytest.raises(Refusal, match=re.escape(said)):
        open_archive(package(parts), "甲.docx", DOCUMENT)


def test_files_in_files_in_files_are_refused() -> None:
    deep = package({"a.xml": b"<a/>"})
    for _ in range(5):
        deep = package({"a.zip": deep})
    with pytest.raises(Refusal, match="一层套一层"):
        open_archive(package({**SMALL, "a.zip": deep}), "甲.docx", DOCUMENT)


def test_what_is_in_the_files_in_a_file_counts_together() -> None:
    zeros = package({"a.bin": b"\0" * 53_000_000})
    both = package({**SMALL, "a.zip": zeros, "b.zip": zeros})
    with pytest.raises(Refusal, match="过于庞大"):
        open_archive(both, "甲.docx", DOCUMENT)


def test_what_is_embedded_and_harmless_passes() -> None:
    svg = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://a/svg11.dtd"><svg/>'
    parts = {
        **SMALL,
        "word/embeddings/1.xlsx": package({"xl/workbook.xml": b"<a/>"}),
        "word/embeddings/2.bin": b"PK, and then something else",
        "word/media/1.svg": svg,
    }
    assert open_archive(package(parts), "甲.docx", DOCUMENT) == parts


def test_the_parts_of_a_good_file_are_returned() -> None:
    parts = open_archive(workbook(), "甲.xlsx", WORKBOOK)
    assert WORKBOOK in parts
    assert DOCUMENT not in parts


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="找不到文件"):
        read_file(tmp_path / "没有.xlsx")
    with pytest.raises(Refusal, match="是文件夹"):
        read_file(tmp_path)
