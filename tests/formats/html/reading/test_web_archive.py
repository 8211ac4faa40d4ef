"""A page with its pictures in one file."""

from base64 import encodebytes
from quopri import encodestring

import pytest

from generator.formats.html.reading.web_archive import archived
from generator.model.finding import Refusal

PAGE = '<p>报告</p><img src="p/1.png"><img src="cid:a@b">'


def archive(*parts: bytes) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    return head + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"


def page(encoding: str = "gbk") -> bytes:
    return (
        f"Content-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\nContent-Location: http://www.example.gov.cn/a/%E4%B8%80.html\r\n\r\n"
    ).encode() + encodestring(PAGE.encode(encoding))


def picture(header: str) -> bytes:
    said = f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n{header}\r\n\r\n"
    return said.encode() + encodebytes(b"picture")


def test_the_page_and_its_encoding_are_read() -> None:
    found = archived(archive(page()), "")
    assert found.page.decode("gbk") == PAGE
    assert found.encoding == "gbk"


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("Content-Location: http://www.example.gov.cn/a/p/1.png", "p/1.png"),
        ("Content-Location: http://www.example.gov.cn/a/p/1.png", "/a/p/1.png"),
        ("Content-Location: p/%E5%9B%BE.png", "p/图.png"),
        ("Content-ID: <a@b>", "cid:a@b"),
    ],
)
def test_pictures_are_found_by_what_the_page_calls_them(header: str, address: str) -> None:
    found = archived(archive(page(), picture(header)), "")
    assert found.file_at(address) == b"picture"
    assert found.file_at("p/2.png") is None


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(Refusal, match="里面没有网页"):
        archived(archive(picture("Content-ID: <a@b>")), "甲.mht")
