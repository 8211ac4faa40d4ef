"""A page is known by what is in it, whatever it is called."""

import codecs

import pytest

from generator.files.web_pages import is_web_archive, is_web_page
from tests.few import each

ARCHIVE = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;"


@each(
    "data",
    [
        b"<!DOCTYPE html><html>",
        b"\r\n <HTML xmlns:o='urn:schemas-microsoft-com:office:office'><head>",
        codecs.BOM_UTF8 + b"<html>",
        codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"),
        "<table><tr>".encode("utf-16-le"),
        b"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html xmlns='http://www.w3.org'>",
        b"<!-- saved from url=(0014)about:internet -->\n<META charset=gb2312><P>",
        b"<!-- \xc4\xe3 --><div class=TRS_Editor><p>",
        b"<p>a</p>",
        b"<h1 align=center>",
        b"<td>1</td>",
    ],
)
def test_a_page_or_a_piece_of_one_is_known_by_its_beginning(data: bytes) -> None:
    assert is_web_page(data, "年报.doc")
    assert not is_web_archive(data, "年报.doc")


@each(
    "data",
    [
        b"PK\x03\x04<html>",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<?xml version='1.0'?><w:wordDocument/>",
        b'{"a": 1}',
        b"",
    ],
)
def test_what_is_another_format_is_no_page_even_by_its_name(data: bytes) -> None:
    assert not is_web_page(data, "年报.html")


def test_text_without_tags_is_a_page_only_by_its_name() -> None:
    text = "一、总体情况<br>".encode()
    assert is_web_page(text, "年报.HTM")
    assert not is_web_page(text, "年报.txt")


@pytest.mark.parametrize("name", ["年报.mht", "年报.doc"])
def test_a_page_saved_as_a_mail_is_an_archive(name: str) -> None:
    assert is_web_archive(ARCHIVE, name)
    assert not is_web_page(ARCHIVE, name)
