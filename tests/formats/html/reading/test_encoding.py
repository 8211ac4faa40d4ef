"""Bytes are what they are, whatever the page says."""

import pytest

from generator.formats.html.reading.encoding import decoded
from tests.few import each

TEXT = "<p>某某市人民政府办公室 2023 年政府信息公开工作年度报告，镕㎡</p>"


def page(said: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={said}">{TEXT}'


@each(
    "said, encoding",
    [
        *((said, "gb18030") for said in ("gb2312", "GB2312", "gbk", "x-gbk", "GB18030", "cp936")),
        *((said, "utf-8") for said in ("utf-8", "UTF8", "utf-16")),
        *((said, "gb18030") for said in ("iso-8859-1", "windows-1252", "", "klingon")),
        ("big5", "gb18030"),
    ],
)
def test_a_page_is_read_as_it_says_or_as_it_is(said: str, encoding: str) -> None:
    found = decoded(page(said).encode(encoding))
    assert found is not None
    assert TEXT in found.text
    assert found.encoding == encoding
    assert found.said == ("big5" if said == "big5" else "")


@each("said, encoding", [("gb2312", "utf-8"), ("utf-8", "gb18030")])
def test_another_encoding_than_the_page_says_is_told(said: str, encoding: str) -> None:
    found = decoded(page(said).encode(encoding))
    assert found is not None
    assert TEXT in found.text
    assert (found.said, found.encoding) == (said, encoding)


@each(
    "mark, encoding", [("", "utf-8"), ("", "gb18030"), ("\ufeff", "utf-8"), ("\ufeff", "utf-16-le")]
)
def test_a_piece_that_says_nothing_is_known_by_its_bytes(mark: str, encoding: str) -> None:
    found = decoded((mark + TEXT).encode(encoding))
    assert found is not None
    assert (found.text, found.said) == (TEXT, "")


def test_a_short_text_in_gbk_that_could_be_utf_8_is_as_it_says() -> None:
    found = decoded("<meta charset=gbk>联通".encode("gbk"))
    assert found is not None
    assert found.text.endswith("联通")


def test_what_was_said_outside_the_page_goes_before_what_it_says() -> None:
    found = decoded(page("utf-8").encode("gbk", "ignore"), "gbk")
    assert found is not None
    assert found.said == ""


def test_some_broken_bytes_are_counted() -> None:
    found = decoded(page("utf-8").encode() * 20 + b"\xe4\xb8")
    assert found is not None
    assert (found.unread, found.encoding) == (1, "utf-8")


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 3, b"\xff\xff\x81" * 50])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decoded(data) is None


def test_control_signs_are_left_out() -> None:
    found = decoded(b"<p>1\x00\x082</p>")
    assert found is not None
    assert found.text == "<p>12</p>"
