"""An archive with some members changed, the others as they were."""

import copy
import zipfile
from collections.abc import Mapping
from io import BytesIO


def repacked(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """Return an archive with some members changed, in the same order and dressed as before."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.comment = archive.comment
        for member in archive.infolist():
            new, dressed = changed.get(member.filename), copy.copy(member)
            packed.writestr(dressed, archive.read(member) if new is None else new)
            dressed.external_attr = member.external_attr  # zipfile does not leave a 0 there
    return content.getvalue()
