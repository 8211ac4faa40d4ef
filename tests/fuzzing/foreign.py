"""What people hand over in place of a workbook or a document: files of other kinds, renamed."""

from random import Random

from tests.fuzzing.members import archive_of
from tests.fuzzing.texts import text_in_xml

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
_BEGINNINGS = (
    *(b"{\\rtf1 ", b"{", b"[", b"%PDF-1.7\n", b"<html>", b"MIME-Version: 1.0\r\n", b"\xff\xfe"),
    *(b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"PK"),
    *(b"PK\x03\x04", b"PK\x05\x06", b"bplist00", b"\0" * 300, b"", b"<?xml version='1.0'?><a/>"),
    *(_OLE, _OLE + "WordDocument".encode("utf-16-le"), _OLE + "Workbook".encode("utf-16-le")),
)
_MEMBERS = (
    "content.xml",
    "mimetype",
    "OFD.xml",
    "xl/workbook.bin",
    "甲.docx",
    "a\nb/\x1b[31m.xlsx",
)


def other_file(rng: Random) -> bytes:
    """Return a file that is neither a workbook nor a document."""
    said = text_in_xml(rng)[:2_000].encode("utf-8", "replace")
    if rng.random() < 0.3:
        names = rng.sample(_MEMBERS, rng.randint(1, len(_MEMBERS)))
        return archive_of([(name, said) for name in names], rng)
    return rng.choice(_BEGINNINGS) + rng.choice((b"", said, rng.randbytes(400)))
