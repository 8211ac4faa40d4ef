"""Texts that were planted and have come alive: as a formula, a link, a field or a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from tests.fuzzing.texts import PLANTED
from tests.fuzzing.whole import members_or_none

_LIVE_ELEMENTS = {
    *("f", "formula", "formula1", "formula2", "definedName", "oldFormula"),
    *("instrText", "delInstrText"),
}
_SHEET = re.compile(r"'(?:[^']|'')*'!")  # a sheet may be called anything, between quotes
_LIVE_ATTRIBUTES = {"Target", "instr", "location", "anchor", "href", "link", "display"}


@lru_cache(maxsize=16)
def live_texts(name: str, data: bytes) -> frozenset[str]:
    """Return the planted texts of an archive that programs would run, follow or refer to."""
    parts = () if name.endswith(".json") else members_or_none(data) or ()
    return frozenset(
        text
        for _, content in parts
        if PLANTED.encode() in content
        for text in _live(content)
        if PLANTED in _SHEET.sub("", text)
    )


def _live(content: bytes) -> Iterator[str]:
    """Yield what would be run, followed or referred to; of broken XML, as much as can be read."""
    try:
        root = etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False))
    except etree.XMLSyntaxError:  # nothing at all
        return
    for element in root.iter("*") if root is not None else ():
        if _local(element.tag) in _LIVE_ELEMENTS:
            yield element.text or ""
        for name, value in element.attrib.items():
            if _local(name) in _LIVE_ATTRIBUTES:
                yield str(value)


def _local(name: object) -> str:
    """Return a name without its namespace, whatever a lenient parser takes for one."""
    return str(name).rpartition("}")[2]
