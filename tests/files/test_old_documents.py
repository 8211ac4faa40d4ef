"""Documents of other formats are known by their content, and what is locked is said to be."""

import struct
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.files.old_documents import old_document
from generator.files.zip_archive import package
from generator.model.finding import Refusal
from tests.few import each

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}
DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}


def doc(*, flags: int = 0, stream: str = "WordDocument", before: int = 1) -> bytes:
    """Return what tells a .doc: its magic, sectors, the head of its text, a name in a directory."""
    head = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x0804, 0, flags).ljust(512, b"\0")
    return OLE.ljust(512 * before, b"\0") + head + stream.encode("utf-16-le").ljust(1024, b"\0")


def ending(data: bytes, name: str = "年报.doc") -> str | None:
    found = old_document(data, name)
    return found and found.ending


@each(
    "data, due",
    [
        (doc(), "doc"),
        (rb"{\rtf1\ansi}", "rtf"),
        (b"\xef\xbb\xbf{\\rtf1\\ansi}", "rtf"),
        (package(ODT), "odt"),
        (b'<?xml version="1.0"?><office:document mimetype="x.opendocument.text"/>', "fodt"),
        (package({**DOCX, "word/vbaProject.bin": b"1"}), "docm"),
    ],
)
def test_a_document_is_known_by_what_is_in_it(data: bytes, due: str) -> None:
    for name in ("年报.doc", "年报.docx", "年报.wps", "年报"):
        assert ending(data, name) == due


@each(
    "data",
    [
        package(DOCX),
        package({"xl/workbook.xml": b"<workbook/>"}),
        package({**ODT, "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        doc(stream="Workbook"),
        doc(stream="EncryptedPackage"),
        b"<html><body>2023</body></html>",
        b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
        b"%PDF-1.7",
        b"plain words",
        b"",
    ],
)
def test_what_libreoffice_need_not_or_cannot_read_is_left_alone(data: bytes) -> None:
    assert old_document(data, "年报.doc") is None


@pytest.mark.parametrize("before", [1, 7])
def test_a_doc_with_a_password_is_refused(before: int) -> None:
    with pytest.raises(Refusal, match=r"年报\.doc 设了打开密码。请打开它，取消密码后再保存。"):
        old_document(doc(flags=0x0100, before=before), "年报.doc")


def test_other_flags_of_a_doc_lock_nothing() -> None:
    assert ending(doc(flags=0x1234 & ~0x0100)) == "doc"


def test_an_odt_with_a_password_is_refused() -> None:
    locked = {**ODT, "META-INF/manifest.xml": b"<manifest:encryption-data/>"}
    with pytest.raises(Refusal, match="设了打开密码"):
        old_document(package(locked), "年报.odt")


def test_an_archive_that_is_damaged_is_said_to_be() -> None:
    with pytest.raises(Refusal, match="不完整或已损坏"):
        old_document(package(ODT)[:-30], "年报.odt")


def test_one_that_unzips_to_too_much_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.files.zip_archive._LARGEST_CONTENT", 10_000)
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, data in {**DOCX, "word/vbaProject.bin": bytes(20_000)}.items():
            archive.writestr(name, data)
    with pytest.raises(Refusal, match="过于庞大"):
        old_document(content.getvalue(), "年报.docm")
