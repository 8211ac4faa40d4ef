"""What was published and is damaged: pages as browsers and sites mangle them, and PDFs."""

import re
import zlib
from collections.abc import Callable
from functools import cache
from random import Random

from generator.pipeline.for_programs import publish
from tests.fuzzing.case import ROOT
from tests.fuzzing.offices import DOCUMENT, WORKBOOK
from tests.fuzzing.texts import PLANTED
from tests.fuzzing.zip_bytes import OF_BYTES, Change

PAGE, PDF = "html", "pdf"
_ENCODINGS = ("gb18030", "utf-16", "big5", "latin-1", "utf-8-sig")
_TAG = re.compile(rb"<[^>]*>")
_TEXT = re.compile(rb">([^<>]+)<")
_NUMBER = re.compile(rb"[0-9]+")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_DEEP = 3_000


@cache
def published_as(form: str) -> bytes:
    """Return the report of this project as it was published."""
    made = publish(ROOT / DOCUMENT, workbook=ROOT / WORKBOOK, only=[form], force=True)
    return next(iter(made.files.values()))


def page_damaged(rng: Random) -> tuple[bytes, list[str]]:
    """Return a page that something has happened to, and what."""
    return _changed(published_as(PAGE), (*OF_BYTES, *_OF_PAGES, *_OF_PAGES), rng)


def pdf_damaged(rng: Random) -> tuple[bytes, list[str]]:
    """Return a PDF that something has happened to, and what."""
    return _changed(published_as(PDF), (*OF_BYTES, *_OF_PDFS, *_OF_PDFS), rng)


def _changed(data: bytes, ways: tuple[Change, ...], rng: Random) -> tuple[bytes, list[str]]:
    done = []
    for _ in range(rng.choice((1, 1, 2, 5))):
        change = rng.choice(ways)
        data = change(data, rng)
        done.append(change.__name__)
    return data, done


def tags_lost(data: bytes, rng: Random) -> bytes:
    """Leave out tags here and there."""
    share = rng.choice((0.01, 0.1, 0.5, 1.0))
    return _TAG.sub(lambda found: b"" if rng.random() < share else found[0], data)


def tags_exchanged(data: bytes, rng: Random) -> bytes:
    """Put tags in each other's places."""
    tags = _TAG.findall(data) or [b"<td>"]
    return _TAG.sub(lambda found: rng.choice(tags) if rng.random() < 0.05 else found[0], data)


def spans_changed(data: bytes, rng: Random) -> bytes:
    """Have cells go over many rows and columns."""
    span = rng.choice((b"0", b"-1", b"3", b"1000", b"65535", b"99999999999", b"x"))
    kind = rng.choice((b"rowspan", b"colspan"))
    return re.sub(b"<t([dh])", b"<t\\1 " + kind + b'="' + span + b'"', data)


def texts_planted(data: bytes, rng: Random) -> bytes:
    """Write formulas, links and scripts into the text."""
    planted = rng.choice(PLANTED).encode("utf-8", "replace")
    return _TEXT.sub(lambda found: b">" + planted + b"<" if rng.random() < 0.05 else found[0], data)


def numbers_changed(data: bytes, rng: Random) -> bytes:
    """Put other numbers, long ones too, in the place of some."""
    number = rng.choice((b"0", b"-5", b"1e9", b"9" * 400, b"1,2,3", b"12.5.6", "５".encode()))
    return _NUMBER.sub(lambda found: number if rng.random() < 0.02 else found[0], data)


def nested_deep(data: bytes, rng: Random) -> bytes:
    """Put everything into very many elements, or tables into tables."""
    tag = rng.choice((b"div", b"span", b"table><tr><td", b"b"))
    return data.replace(b"<body>", b"<body>" + b"<%s>" % tag * _DEEP, 1)


def otherwise_encoded(data: bytes, rng: Random) -> bytes:
    """Write it in another encoding than it says, or say another one."""
    if rng.random() < 0.5:
        return data.replace(b"utf-8", rng.choice(_ENCODINGS).encode()).replace(b"UTF-8", b"gbk")
    return data.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")


def streams_changed(data: bytes, rng: Random) -> bytes:
    """Change what is drawn on the pages, beneath its compression."""

    def other(found: re.Match[bytes]) -> bytes:
        try:
            drawn = zlib.decompress(found[1])
        except zlib.error:
            return found[0]
        if rng.random() < 0.7:
            return found[0]
        return b"stream\n" + zlib.compress(rng.choice(OF_BYTES)(drawn, rng)) + b"\nendstream"

    return _STREAM.sub(other, data)


def objects_exchanged(data: bytes, rng: Random) -> bytes:
    """Have references lead to other objects, also to themselves."""
    most = data.count(b" obj") + 2
    return re.sub(
        rb"\b[0-9]+ 0 R",
        lambda found: b"%d 0 R" % rng.randrange(most) if rng.random() < 0.03 else found[0],
        data,
    )


def numbers_of_pdf_changed(data: bytes, rng: Random) -> bytes:
    """Change sizes, counts and offsets outside of the streams."""
    return re.sub(
        rb"/(Length|Count|W|Size|Width|Height|Rotate|First|N) (-?[0-9]+)",
        lambda found: b"/%s %d" % (found[1], rng.choice((0, -1, 90, 2**31, 10**12))),
        data,
        count=rng.choice((1, 3, 0)),
    )


_OF_PAGES: tuple[Change, ...] = (
    tags_lost,
    tags_exchanged,
    spans_changed,
    texts_planted,
    numbers_changed,
    nested_deep,
    otherwise_encoded,
)
_OF_PDFS: tuple[Callable[[bytes, Random], bytes], ...] = (
    streams_changed,
    objects_exchanged,
    numbers_of_pdf_changed,
)
