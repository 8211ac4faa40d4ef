"""The text of a page from its bytes: pages often say another encoding than they have."""

import codecs
import re
from typing import NamedTuple

_BEGINNING = 20_000  # bytes: some sites have their scripts before the encoding
_DECLARED = (
    re.compile(rb"""<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]+)"""),
    re.compile(rb"""<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE),
)
_UTF_8, _GB = "utf-8", "gb18030"
_OF_CHINA = {"gb2312", "gb_2312-80", "csgb2312", "gbk", "x-gbk", "cp936", "ms936", "gb18030"}
"""They are all read as GB 18030, which holds them: a page that says gb2312 has 〇 and ㎡ in GBK."""
_OF_ANYTHING = {"iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii", "utf-16", "unicode"}
"""What no page of Chinese text is in, but says where nobody set it; or cannot be said in ASCII."""
_MARKS = (
    (codecs.BOM_UTF8, _UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UNREAD = "\ufffd"
_MOST_UNREAD = 0.01  # of the characters: what is worse is another encoding


class Decoded(NamedTuple):
    """The text of a page."""

    text: str
    said: str = ""
    """The encoding that the page says, where its bytes are in another."""
    encoding: str = _UTF_8
    unread: int = 0
    """How many characters could not be read, and are � in the text."""


def decoded(data: bytes, outside: str = "") -> Decoded | None:
    """Return the text of a page; None where it is in no encoding that is known.

    `outside` is the encoding that was said with the page, but not in it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], encoding, "")
    for start, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if data.startswith(start):
            return _as(data, encoding, "")
    said = outside or _declared(data[:_BEGINNING])
    due = _known(said)
    likely = tuple(dict.fromkeys((due or _UTF_8, _UTF_8, _GB)))
    found = _UTF_8 if due == _GB and _is_utf_8(data) else _strictly(data, likely)
    if found is None:
        found = min(likely, key=lambda one: _unread(data, one))
    differs = due is not None and found != due
    return _as(data, found, said if differs else "")


def _declared(start: bytes) -> str:
    found = next((match for shape in _DECLARED if (match := shape.search(start))), None)
    return found[1].decode("ascii", "replace") if found else ""


def _known(said: str) -> str | None:
    """Return an encoding that was said, as Python calls it; None where that says nothing."""
    name = said.strip().lower()
    if name in _OF_CHINA:
        return _GB
    if not name or name in _OF_ANYTHING:
        return None
    try:
        b"a".decode(name)  # which refuses what is no encoding of text, such as base64
    except LookupError:
        return None
    return codecs.lookup(name).name


def _is_utf_8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 with Chinese in it: three bytes a character, never by chance."""
    try:
        return bool(_CHINESE.search(data.decode(_UTF_8)))
    except UnicodeDecodeError:
        return False


def _strictly(data: bytes, encodings: tuple[str, ...]) -> str | None:
    for encoding in encodings:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return None


def _unread(data: bytes, encoding: str) -> int:
    return data.decode(encoding, "replace").count(_UNREAD)


def _as(data: bytes, encoding: str, said: str) -> Decoded | None:
    text = data.decode(encoding, "replace")
    unread = text.count(_UNREAD)
    if unread > _MOST_UNREAD * len(text):
        return None
    return Decoded(_CONTROLS.sub("", text), said, encoding, unread)
