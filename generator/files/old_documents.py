"""Tells documents of other formats that LibreOffice reads, whatever their names say.

What old systems and WPS hand out as .doc may be RTF or a web page, and .wps is mostly a .doc.
"""

from collections.abc import Mapping

from generator.files.foreign_files import Foreign, Holds, foreign_archive, foreign_file
from generator.files.zip_archive import DOCUMENT, members_of
from generator.model.finding import Refusal

_WITH_MACROS = Foreign("含有宏的 Word 文档（.docm）", Holds.TEXT, ending="docm")
_MACROS = b"vbaproject.bin"
_FIB, _SECTOR = b"\xec\xa5", 512
"""How the stream of a .doc begins ([MS-DOC], 2.5.2), which is at the start of a sector."""
_FLAGS, _ENCRYPTED = 10, 0x01  # the second byte of its flags: fEncrypted
_ENCRYPTED_PART = b"manifest:encryption-data"
_LOCKED = "{} 设了打开密码。请打开它，取消密码后再保存。"


def old_document(data: bytes, name: str) -> Foreign | None:
    """Return what a file is; None for a .docx, and for what LibreOffice cannot make one of.

    Raise Refusal where it is locked by a password, or too large to be unzipped.
    """
    if data.startswith(b"PK"):
        return _of_archive(data, name)
    found = foreign_file(data, name)
    if not found.ending:
        return None
    if found.ending == "doc" and _is_locked(data):
        raise Refusal(_LOCKED.format(name))
    return found


def _of_archive(data: bytes, name: str) -> Foreign | None:
    is_docx = DOCUMENT.encode() in data  # names are not compressed
    if is_docx and _MACROS not in data.lower():
        return None
    parts = members_of(data, name)
    if is_docx:
        return _WITH_MACROS
    found = foreign_archive(parts, parts.get("mimetype", b"")[:100])
    if not found.ending:
        return None
    if _ENCRYPTED_PART in _manifest(parts):
        raise Refusal(_LOCKED.format(name))
    return found


def _manifest(parts: Mapping[str, bytes]) -> bytes:
    return parts.get("META-INF/manifest.xml", b"")


def _is_locked(data: bytes) -> bool:
    sectors = range(_SECTOR, len(data) - _SECTOR, _SECTOR)
    begins = next((at for at in sectors if data.startswith(_FIB, at)), None)
    return begins is not None and bool(data[begins + _FLAGS + 1] & _ENCRYPTED)
