"""Archives in which people pack files: a .zip that is no document itself."""

import zipfile
from io import BytesIO

_OF_DOCUMENTS = {"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"}
"""Members by which a document that is an archive is known."""
_ZIP = b"PK\x03\x04"
_UTF_8 = 0x800


def is_plain_archive(content: bytes) -> bool:
    """Tell whether it is an archive of files, and no document that happens to be one."""
    if not content.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return not _OF_DOCUMENTS.intersection(archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def shown_name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; Chinese Windows writes GBK where the format says nothing."""
    if member.flag_bits & _UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
