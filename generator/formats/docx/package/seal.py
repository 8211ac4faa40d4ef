"""What each document is given on top of its template: its data, where it is from, and a seal.

docProps/custom.xml holds short values (at most 255 characters each), the last of them a hash
over all the rest of the package: if it no longer fits, a person has touched the document. The
data it was made from rides along as a customXml part. All this is written for every document,
so it is written as text.
"""

import re
from collections.abc import Mapping
from html import escape

from generator.files.zip_archive import fingerprint
from generator.formats.docx.package.part_names import CUSTOM, CUSTOM_PROPERTIES, PROPERTY_VALUES
from generator.model.printed_lines import NOT_IN_XML

PREFIX = "make-report."
PARTS_HASH = "parts-sha256"
FORM_ID = "form"
"""Value that says of which form a document is, unless it is of the usual one."""
SNAPSHOT = "urn:make-report:snapshot"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2  # property ids begin at 2
_ID = re.compile(rb'\bpid="(\d+)"')
_SEAL = re.compile(
    rb'<property\b[^<>]*\bname="' + f"{PREFIX}{PARTS_HASH}".encode() + rb'"[^<>]*>'
    rb"<[^<>]*>([0-9a-f]{64})</[^<>]*></property>"
)


def snapshot_part(data: str) -> bytes:
    """Return the part that carries the data, itself JSON."""
    text = escape(data, quote=False)
    return f'{_HEAD}<snapshot xmlns="{SNAPSHOT}">{text}</snapshot>'.encode()


def properties_part(own: bytes, values: Mapping[str, str]) -> bytes:
    """Return docProps/custom.xml with our values, as far as XML holds them, after its own.

    `own` has an end tag, whatever is in it.
    """
    end = own.rindex(b"</")
    first = max(map(int, _ID.findall(own)), default=_FIRST_ID - 1) + 1
    added = "".join(
        f'<property xmlns="{CUSTOM_PROPERTIES}" fmtid="{_FORMAT_ID}" pid="{number}" '
        f'name="{PREFIX}{name}"><vt:lpwstr xmlns:vt="{PROPERTY_VALUES}">'
        f"{_written(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), first)
    )
    return own[:end] + added.encode() + own[end:]


def _written(value: str) -> str:
    return escape(NOT_IN_XML.sub("", value)).replace("\r", "&#13;")


def sealed(parts: Mapping[str, bytes]) -> bytes:
    """Return the custom properties of a package with a hash over all of its parts added."""
    return properties_part(parts[CUSTOM], {PARTS_HASH: fingerprint(parts)})


def untouched(parts: Mapping[str, bytes]) -> bool:
    """Tell whether a document is still exactly as it was sealed."""
    custom = parts.get(CUSTOM, b"")
    seals = list(_SEAL.finditer(custom))
    if len(seals) != 1:
        return False
    before = custom[: seals[0].start()] + custom[seals[0].end() :]
    return seals[0][1].decode() == fingerprint({**parts, CUSTOM: before})
