"""Telling what a file is, and whether it is safe to open."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.files.zip_archive import DOCUMENT, WORKBOOK, open_archive, read_file
from generator.model.finding import Refusal
from tests.files.limits import HUNDREDTH, divide_limits
from tests.opened import saved
from tests.packages import package


@pytest.fixture(params=[HUNDREDTH, pytest.param(1, marks=pytest.mark.long)])
def divided(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return by what the limits are divided: as many times less is too much."""
    divide_limits(monkeypatch, request.param)
    return int(request.param)


GOOD = saved(Workbook())
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
        (GOOD[:2000], "不完整或已损坏"),
        (GOOD[:-30], "不完整或已损坏"),
        (GOOD[:2000] + GOOD[3000:], "不完整或已损坏"),
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


def test_far_too_large_a_part_is_refused(divided: int) -> None:
    data = package({WORKBOOK: b"\0" * (120_000_000 // divided)})
    with pytest.raises(Refusal, match=r"^甲\.xlsx 解开后过于庞大.*\Z"):
        open_archive(data, "甲.xlsx", WORKBOOK)


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


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "DOCTYPE"),
        ({DOCUMENT: b"<!DOCTYPE a><a/>"}, "DOCTYPE"),
        ({**SMALL, "word/media/1.svg": b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"}, "DOCTYPE"),
        ({DOCUMENT: b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}, "Strict"),
        ({**SMALL, "word/vbaProject.bin": b"1"}, "含有宏"),
        ({DOCUMENT: b"<a>"}, "已损坏"),
    ],
    ids=["entities", "DOCTYPE", "picture", "strict", "macros", "broken"],
)
def test_a_document_goes_through_the_same_door_as_a_workbook(
    parts: dict[str, bytes], said: str
) -> None:
    with pytest.raises(Refusal, match=re.escape(said)):
        open_archive(package(parts), "甲.docx", DOCUMENT)


def test_far_too_many_elements_are_refused_wherever_they_are(divided: int) -> None:
    too_many = b"<a>" + b"<w/>" * (600_000 // divided) + b"</a>"
    embedded = {**SMALL, "word/embeddings/1.xlsx": package({"xl/a.xml": too_many})}
    for parts, said in (({DOCUMENT: too_many}, "多得不正常"), (embedded, "1.xlsx/xl/a.xml")):
        with pytest.raises(Refusal, match=re.escape(said)):
            open_archive(package(parts), "甲.docx", DOCUMENT)


def test_files_in_files_in_files_are_refused() -> None:
    deep = package({"a.xml": b"<a/>"})
    for _ in range(5):
        deep = package({"a.zip": deep})
    with pytest.raises(Refusal, match="一层套一层"):
        open_archive(package({**SMALL, "a.zip": deep}), "甲.docx", DOCUMENT)


def test_what_is_in_files_in_a_file_counts_together(divided: int) -> None:
    zeros = package({"a.bin": b"\0" * (60_000_000 // divided)})
    one, both = {**SMALL, "a.zip": zeros}, {**SMALL, "a.zip": zeros, "b.zip": zeros}
    open_archive(package(one), "甲.docx", DOCUMENT)
    with pytest.raises(Refusal, match="过于庞大"):
        open_archive(package(both), "甲.docx", DOCUMENT)


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
    parts = open_archive(GOOD, "甲.xlsx", WORKBOOK)
    assert WORKBOOK in parts
    assert DOCUMENT not in parts


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="找不到文件"):
        read_file(tmp_path / "没有.xlsx")
    with pytest.raises(Refusal, match="是文件夹"):
        read_file(tmp_path)
