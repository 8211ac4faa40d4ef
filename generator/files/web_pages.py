"""Is a file a web page, whatever its name says? Old systems hand out pages as .doc and .xls."""

import codecs
import re
from pathlib import PurePath

_BEGINNING = 4_000  # bytes in which a page says that it is one
_PAGES = {".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".jsp", ".php"}
_ARCHIVES = {".mht", ".mhtml"}
_OTHER_FORMATS = (
    b"pk\x03\x04",
    b"%pdf",
    b"{",
    b"\xd0\xcf\x11\xe0",
    b"\x89png",
    b"\xff\xd8\xff",
    b"gif8",
)
_BEFORE_TAGS = re.compile(rb"\A(?:\s+|<!--.*?-->|<!--.*\Z|<!\[[^>]*>)+", re.DOTALL)
_FIRST_TAG = re.compile(
    rb"<!doctype html|</?(?:html|head|body|meta|title|link|style|script|base|div|p|h[1-6]|table"
    rb"|tbody|tr|td|span|font|center|section|article|main|ul|ol|br|a|img|strong|b|frameset"
    rb"|iframe)[\s>/]"
)
_MULTIPART = (b"multipart/related", b"text/html")


def is_web_page(data: bytes, name: str) -> bool:
    """Tell by the beginning; by the name only where there is no tag and it is text."""
    start = _beginning(data)
    if start.startswith(b"<?xml"):
        return b"<html" in start
    if start.startswith(_OTHER_FORMATS):
        return False
    start = _BEFORE_TAGS.sub(b"", start)
    if _FIRST_TAG.match(start) or b"<html" in start:
        return True
    named = PurePath(name).suffix.lower() in _PAGES
    return named and bool(start) and b"\0" not in start


def is_web_archive(data: bytes, name: str) -> bool:
    """Tell whether a file is a page with its pictures in one file, as mail is: .mht."""
    start = _beginning(data)
    if any(kind in start for kind in _MULTIPART) and b"mime-version:" in start:
        return not start.startswith(b"<")
    named = PurePath(name).suffix.lower() in _ARCHIVES
    return named and start.startswith(b"from:")


def _beginning(data: bytes) -> bytes:
    """Return how a file begins, in small letters; text in UTF-16 as UTF-8."""
    start = data[:_BEGINNING]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode()
    elif start[:2] in (b"<\0", b"\0<"):
        order = "utf-16-le" if start[:1] == b"<" else "utf-16-be"
        start = start.decode(order, "ignore").encode()
    return start.removeprefix(codecs.BOM_UTF8).lstrip(b" \r\n\t").lower()
