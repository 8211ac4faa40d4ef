"""Builds a notice as a Word document: the same bytes for the same notice and template."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.files.delivery import AlreadyThere
from generator.files.zip_archive import DOCUMENT, fingerprint, package, unpacked
from generator.formats.docx.notices.template import NoticeTemplate
from generator.formats.docx.notices.values import values_of
from generator.formats.docx.package.part_names import CUSTOM
from generator.formats.docx.package.provenance import read_properties
from generator.formats.docx.package.seal import properties_part, sealed, untouched
from generator.model.collection.notices.notice import Notice
from generator.model.finding import Refusal

_UNIT, _COLLECTION, _YEAR = "notice-of-unit", "notice-of-collection", "notice-of-year"
_SAYS = "notice-sha256"
_LONGEST = 255  # characters of a custom property


class NoticeOf(NamedTuple):
    """Whose notice a file is, as it carries that itself."""

    unit: str
    collection: str
    """Name of the workbook of the collection, without .xlsx."""
    year: str


def notice_document(notice: Notice, template: NoticeTemplate, collection: str) -> bytes:
    """Return a notice as the bytes of a .docx, sealed, so that edits by people can be told.

    `collection` is the name of the collection that it is of: several may have notices in a folder.
    """
    values = values_of(notice, template.styles, template.width)
    parts = {part: one.render(values).encode() for part, one in template.changing.items()}
    says = fingerprint({**template.static, **parts})
    whose = NoticeOf(notice.unit[:_LONGEST], collection[:_LONGEST], str(notice.year))
    carried = {_UNIT: whose.unit, _COLLECTION: whose.collection, _YEAR: whose.year, _SAYS: says}
    parts[CUSTOM] = properties_part(template.properties, carried)
    parts[CUSTOM] = sealed({**template.static, **parts})
    return package(parts, template.begun)


def whose_notice(content: bytes) -> NoticeOf | None:
    """Return whose notice a file is, edited or not; None where it is no notice."""
    try:
        carried = _properties(unpacked(content, "", DOCUMENT))
    except Refusal:
        return None
    if not carried.get(_UNIT):
        return None
    return NoticeOf(carried[_UNIT], carried.get(_COLLECTION, ""), carried.get(_YEAR, ""))


def compared(notice: bytes, there: bytes) -> AlreadyThere:
    """Compare a notice with what lies in its place.

    One that people have edited is the same as long as there is nothing else to say: they may have
    filled in a day.
    """
    try:
        parts = unpacked(there, "", DOCUMENT)
        properties = _properties(parts)
    except Refusal:
        return AlreadyThere.EDITED
    if properties.get(_SAYS) == _properties(unpacked(notice, "", DOCUMENT)).get(_SAYS):
        return AlreadyThere.SAME
    return AlreadyThere.OLDER if untouched(parts) else AlreadyThere.EDITED


def _properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    return read_properties(parts, "")
