"""Archives in which people pack files: a .zip that is no document itself."""

import zipfile
from io import BytesIO

_OF_DOCUMENTS = {"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"}
"""Members by which a document that is an archive is known."""
_ZIP = b"PK\x03\x04"
_UTF_8 = 0x800
_MOST_IN_MEMBER = 50_000_000  # bytes
_UNREADABLE = (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile)
"""What zipfile raises for a member with a password, of an unknown method, or broken."""
_SYSTEM = {"thumbs.db", "desktop.ini", ".ds_store"}
_LOCKS = ("~$", ".~")


class TooLargeError(Exception):
    """A member is larger than any report."""


def is_plain_archive(content: bytes) -> bool:
    """Tell whether it is an archive of files, and no document that happens to be one."""
    if not content.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return not _OF_DOCUMENTS.intersection(archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def member_content(archive: zipfile.ZipFile, member: str | zipfile.ZipInfo) -> bytes | None:
    """Return what a member holds; None where it is locked or broken.

    Raise TooLargeError where it is more than any report.
    """
    try:
        with archive.open(member) as file:
            content = file.read(_MOST_IN_MEMBER + 1)
    except _UNREADABLE:
        return None
    if len(content) > _MOST_IN_MEMBER:
        raise TooLargeError
    return content


def is_left_behind(name: str) -> bool:
    """Tell by its name whether a file is what systems and programs leave among those of people."""
    return name.lower() in _SYSTEM or name.startswith((*_LOCKS, "."))


def shown_name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; Chinese Windows writes GBK where the format says nothing."""
    if member.flag_bits & _UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
