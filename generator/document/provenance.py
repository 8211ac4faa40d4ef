"""Where a document came from, written into it: so that a person's edits are seen later.

docProps/custom.xml holds short values (at most 255 characters each), the last of them a hash
over all the rest of the package: if it no longer fits, a person has touched the document. The
data it was made from rides along as a customXml part.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from lxml import etree

from generator.archive import fingerprint
from generator.document.ooxml import (
    CONTENT_TYPES,
    CUSTOM,
    DOCUMENT_RELATIONSHIPS,
    OFFICE,
    PACKAGE_RELATIONSHIPS,
    RELATIONSHIPS,
    TYPES,
    parse,
    serialize,
)
from generator.xml_characters import NOT_IN_XML

PREFIX = "make-report."
PARTS_HASH = "parts-sha256"
_PROPERTIES = f"{{{OFFICE}/custom-properties}}"
_VALUES = f"{{{OFFICE}/docPropsVTypes}}"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_NO_PROPERTIES = f'<Properties xmlns="{_PROPERTIES[1:-1]}"/>'.encode()
_SNAPSHOT = "urn:make-report:snapshot"
_STORE_ID = "{6F1A3C52-7B0E-4D52-9C11-2021003000F0}"


@dataclass(frozen=True)
class Wiring:
    """Where the provenance goes in a package that was made ready for it."""

    snapshot: str
    """Part that holds the data."""
    properties: bytes
    """The template's own custom properties, to which ours are added."""


def wire(parts: Mapping[str, bytes], name: str) -> tuple[dict[str, bytes], Wiring]:
    """Return the parts with the content types and relations that the provenance needs."""
    wired, properties = _with_properties(parts, name)
    wired, snapshot = _with_snapshot(wired, name)
    return wired, Wiring(snapshot, properties)


def _with_properties(parts: Mapping[str, bytes], name: str) -> tuple[dict[str, bytes], bytes]:
    """Return the parts made ready for custom properties, and those that are not ours."""
    wired = {part: content for part, content in parts.items() if part != CUSTOM}
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    wired[TYPES] = _overridden(parts[TYPES], {CUSTOM: kind}, name)
    wired[PACKAGE_RELATIONSHIPS] = _related(
        parts[PACKAGE_RELATIONSHIPS], f"{OFFICE}/relationships/custom-properties", CUSTOM, name
    )
    own = parse(parts.get(CUSTOM, _NO_PROPERTIES), CUSTOM, name)
    for element in list(own):
        if element.get("name", "").startswith(PREFIX):
            own.remove(element)
    return wired, serialize(own)


def _with_snapshot(parts: Mapping[str, bytes], name: str) -> tuple[dict[str, bytes], str]:
    """Return the parts made ready for a snapshot, and the name of the part that is to hold it."""
    wired = dict(parts)
    number = next(n for n in range(1, len(parts) + 2) if f"customXml/item{n}.xml" not in parts)
    snapshot, described = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    kinds = {described: kind, snapshot: "application/xml"}
    wired[TYPES] = _overridden(parts[TYPES], kinds, name)
    wired[DOCUMENT_RELATIONSHIPS] = _related(
        parts[DOCUMENT_RELATIONSHIPS],
        f"{OFFICE}/relationships/customXml",
        f"../{snapshot}",
        name,
    )
    wired[f"customXml/_rels/item{number}.xml.rels"] = _relations(
        f"{OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml"
    )
    wired[described] = _item_properties()
    return wired, snapshot


def snapshot_part(data: str) -> bytes:
    """Return the part that carries the data, itself JSON."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<snapshot xmlns="{_SNAPSHOT}">{escape(data, quote=False)}</snapshot>'
    ).encode()


def read_snapshot(parts: Mapping[str, bytes], name: str) -> str:
    """Return the data that a document was made from; empty where it has lost it."""
    part = _holder(parts, name)
    return (parse(parts[part], part, name).text or "") if part else ""


def rebased(
    parts: Mapping[str, bytes], data: str, values: Mapping[str, str], name: str
) -> dict[str, bytes]:
    """Return a document that carries other data than that it was made from.

    Of its own values those given are replaced, and the hash over its parts is gone: it no longer
    is as the program wrote it.
    """
    kept = {key: value for key, value in read_properties(parts, name).items() if key != PARTS_HASH}
    wired, properties = _with_properties(parts, name)
    part = _holder(parts, name)
    if not part:
        wired, part = _with_snapshot(wired, name)
    new = {**kept, **values, "snapshot-sha256": hashlib.sha256(data.encode()).hexdigest()}
    return {**wired, part: snapshot_part(data), CUSTOM: properties_part(properties, new)}


def _holder(parts: Mapping[str, bytes], name: str) -> str:
    """Return the part that holds the data; programs that save a document may rename it."""
    for part, content in parts.items():
        may_be = part.startswith("customXml/") and _SNAPSHOT.encode() in content
        if may_be and parse(content, part, name).tag == f"{{{_SNAPSHOT}}}snapshot":
            return part
    return ""


def properties_part(own: bytes, values: Mapping[str, str]) -> bytes:
    """Return docProps/custom.xml with our values, as far as XML holds them, after its own."""
    root = etree.fromstring(own)
    first = 2  # property ids begin at 2
    taken = [int(pid) for element in root if (pid := element.get("pid", "")).isdecimal()]
    for number, (name, value) in enumerate(values.items(), max(taken, default=first - 1) + 1):
        element = etree.SubElement(root, f"{_PROPERTIES}property")
        element.set("fmtid", _FORMAT_ID)
        element.set("pid", str(number))
        element.set("name", PREFIX + name)
        text = etree.SubElement(element, f"{_VALUES}lpwstr", nsmap={"vt": _VALUES[1:-1]})
        text.text = NOT_IN_XML.sub("", value)
    return serialize(root)


def seal(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts with a hash over all of them added to the custom properties."""
    sealed = properties_part(parts[CUSTOM], {PARTS_HASH: fingerprint(parts)})
    return {**parts, CUSTOM: sealed}


def untouched(parts: Mapping[str, bytes]) -> bool:
    """Tell whether a document is still exactly as it was sealed."""
    root = parse(parts.get(CUSTOM, _NO_PROPERTIES), CUSTOM, "")
    seals = [element for element in root if element.get("name") == PREFIX + PARTS_HASH]
    if len(seals) != 1 or not len(seals[0]):
        return False
    root.remove(seals[0])
    return seals[0][0].text == fingerprint({**parts, CUSTOM: serialize(root)})


def read_properties(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return our values from a document, or nothing where it has none."""
    if CUSTOM not in parts:
        return {}
    return {
        element.get("name", "").removeprefix(PREFIX): element[0].text or ""
        for element in parse(parts[CUSTOM], CUSTOM, name)
        if element.get("name", "").startswith(PREFIX) and len(element)
    }


def _overridden(types: bytes, kinds: Mapping[str, str], name: str) -> bytes:
    """Return the content types with those of some parts; the same bytes if they are there."""
    root = parse(types, TYPES, name)
    there = {
        element.get("PartName", "").lstrip("/"): element
        for element in root.findall(f"{CONTENT_TYPES}Override")
    }
    missing = {
        part: kind
        for part, kind in kinds.items()
        if part not in there or there[part].get("ContentType") != kind
    }
    for part, kind in missing.items():
        if part in there:
            root.remove(there[part])
        element = etree.SubElement(root, f"{CONTENT_TYPES}Override")
        element.set("PartName", f"/{part}")
        element.set("ContentType", kind)
    return serialize(root) if missing else types


def _related(relations: bytes, kind: str, target: str, name: str) -> bytes:
    root = parse(relations, target, name)
    if any(element.get("Target", "").lstrip("/") == target for element in root):
        return relations
    element = etree.SubElement(root, f"{RELATIONSHIPS}Relationship")
    taken = {other.get("Id") for other in root}
    element.set("Id", next(f"rId{n}" for n in range(1, len(root) + 2) if f"rId{n}" not in taken))
    element.set("Type", kind)
    element.set("Target", target)
    return serialize(root)


def _relations(kind: str, target: str) -> bytes:
    empty = f'<Relationships xmlns="{RELATIONSHIPS[1:-1]}"/>'
    return _related(empty.encode(), kind, target, target)


def _item_properties() -> bytes:
    namespace = f"{OFFICE}/customXml"
    root = etree.Element(f"{{{namespace}}}datastoreItem", nsmap={"ds": namespace})
    root.set(f"{{{namespace}}}itemID", _STORE_ID)
    references = etree.SubElement(root, f"{{{namespace}}}schemaRefs")
    etree.SubElement(references, f"{{{namespace}}}schemaRef").set(f"{{{namespace}}}uri", _SNAPSHOT)
    return serialize(root)
