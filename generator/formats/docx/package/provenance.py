"""Where a document came from: made room for in a package, and read from one.

What is written into every document is in seal.py.
"""

import hashlib
from collections.abc import Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import (
    CONTENT_TYPES,
    CUSTOM,
    CUSTOM_PROPERTIES,
    DOCUMENT_RELATIONSHIPS,
    OFFICE,
    PACKAGE_RELATIONSHIPS,
    RELATIONSHIPS,
    TYPES,
)
from generator.formats.docx.package.seal import (
    PARTS_HASH,
    PREFIX,
    SNAPSHOT,
    properties_part,
    snapshot_part,
)
from generator.model.finding import Refusal

_NO_PROPERTIES = f'<Properties xmlns="{CUSTOM_PROPERTIES}"/>'.encode()
_STORE_ID = "{6F1A3C52-7B0E-4D52-9C11-2021003000F0}"


def with_provenance_parts(
    parts: Mapping[str, bytes], name: str
) -> tuple[dict[str, bytes], str, bytes]:
    """Return the parts with the content types and relations that the provenance needs.

    And the name of the part that is to hold the data, and the custom properties that are not
    ours, to which ours are added.
    """
    wired, properties = with_properties(parts, name)
    wired, snapshot = _with_snapshot(wired, name)
    return wired, snapshot, properties


def with_properties(parts: Mapping[str, bytes], name: str) -> tuple[dict[str, bytes], bytes]:
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
    own.text = own.text or ""  # so that it has an end tag
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


def read_snapshot(parts: Mapping[str, bytes], name: str) -> str:
    """Return the data that a document was made from; empty where it has lost it."""
    part = _holder(parts, name)
    return (parse(parts[part], part, name).text or "") if part else ""


def rebased(
    parts: Mapping[str, bytes], data: str, values: Mapping[str, str], name: str
) -> dict[str, bytes]:
    """Return a document that carries other data than that it was made from.

    Of its own values those given are replaced, and the hash over its parts is gone: it no longer
    is as the program wrote it. Raise Refusal where the package is not whole.
    """
    for needed in (TYPES, PACKAGE_RELATIONSHIPS, DOCUMENT_RELATIONSHIPS):
        if needed not in parts:
            raise Refusal(
                f"{name} 缺少内部文件 {needed}，没有写。请用 Word 或 WPS 打开它，另存一份再试。"
            )
    kept = {key: value for key, value in read_properties(parts, name).items() if key != PARTS_HASH}
    wired, properties = with_properties(parts, name)
    part = _holder(parts, name)
    if not part:
        wired, part = _with_snapshot(wired, name)
    new = {**kept, **values, "snapshot-sha256": hashlib.sha256(data.encode()).hexdigest()}
    return {**wired, part: snapshot_part(data), CUSTOM: properties_part(properties, new)}


def _holder(parts: Mapping[str, bytes], name: str) -> str:
    """Return the part that holds the data; programs that save a document may rename it."""
    for part, content in parts.items():
        may_be = part.startswith("customXml/") and SNAPSHOT.encode() in content
        if may_be and parse(content, part, name).tag == f"{{{SNAPSHOT}}}snapshot":
            return part
    return ""


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
    etree.SubElement(references, f"{{{namespace}}}schemaRef").set(f"{{{namespace}}}uri", SNAPSHOT)
    return serialize(root)
