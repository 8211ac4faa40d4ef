"""Searches published files to the ground: each part of a package, each object of a PDF."""

import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSLiteral

_WITHIN = re.compile(rb"base64,([A-Za-z0-9+/=]+)")
_DAY = re.compile(rb"(?:D:|[>\"'])(20\d\d)-?([01]\d)-?([0-3]\d)(?:T|\d{6}|Z)")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def found_in(file: Path, *secrets: str) -> list[str]:
    """Return where which secret is in a file."""
    said = []
    for where, content in _pieces(file.name, file.read_bytes()):
        for secret in secrets:
            if any(secret.encode(one) in content for one in _ENCODINGS):
                said.append(f"{where}: {secret}")
    return sorted(set(said))


def days_in(file: Path) -> set[str]:
    """Return the days that are said anywhere in a file, but for those that are text of it."""
    said = set()
    for _, content in _pieces(file.name, file.read_bytes()):
        said |= {"-".join(map(bytes.decode, found)) for found in _DAY.findall(content)}
    return said


def _pieces(where: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    if content.startswith(b"%PDF"):
        yield from _objects(where, content)
    elif is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            for name in archive.namelist():
                yield where, name.encode()
                yield from _pieces(f"{where}/{name}", archive.read(name))
    else:
        yield where, content
        for number, encoded in enumerate(_WITHIN.findall(content)):
            yield f"{where}/base64 {number}", b64decode(encoded)


def _objects(where: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    document = PDFDocument(PDFParser(BytesIO(content)))
    for table in document.xrefs:
        yield where, b"".join(_values(table.get_trailer()))
        for number in table.get_objids():
            yield f"{where}/{number}", b"".join(_values(document.getobj(number)))


def _values(value: object) -> Iterator[bytes]:
    if isinstance(value, PDFStream):
        yield value.get_data()
        yield from _values(value.attrs)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key).encode()
            yield from _values(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _values(one)
    elif isinstance(value, bytes):
        yield value + b"\n"
    elif isinstance(value, str | PSLiteral):
        yield f"{value}\n".encode()
