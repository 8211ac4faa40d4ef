"""Strict parsing of the parts of a package, and what is asked of them most."""

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.part_names import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONSHIPS,
    TYPES,
    W,
)
from generator.model.finding import Refusal


def parse(content: bytes, part: str, name: str) -> etree._Element:
    """Parse a part strictly: no entities, no network, no recovery. Raise Refusal if broken."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise Refusal(f"{name} 的内部文件 {part} 已损坏。请换一份。") from problem


def serialize(root: etree._Element) -> bytes:
    """Return a part's bytes, always the same for the same content."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def element(tag: str, **attributes: str) -> etree._Element:
    """Return a new element of WordprocessingML with attributes of it."""
    own = {W + name: value for name, value in attributes.items()}
    return etree.Element(W + tag, own, nsmap={"w": W[1:-1]})


def kinds_of(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return the content types of all parts, there or not: their own, or their extension's."""
    if TYPES not in parts:
        return {}
    types = parse(parts[TYPES], TYPES, name)
    usual = {
        one.get("Extension", "").lower(): one.get("ContentType", "")
        for one in types.iter(f"{CONTENT_TYPES}Default")
    }
    kinds = {part: usual.get(part.rpartition(".")[2].lower(), "") for part in parts}
    del kinds[TYPES]  # which says of what kind all others are
    return kinds | {
        one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
        for one in types.iter(f"{CONTENT_TYPES}Override")
    }


def related_parts(parts: Mapping[str, bytes], source: str) -> dict[str, str]:
    """Return what a part refers to, by the ids that it uses: other parts, or addresses outside."""
    folder, _, own = source.rpartition("/")
    relations = f"{folder}/_rels/{own}.rels"
    found: dict[str, str] = {}
    for relation in parse(parts[relations], relations, "") if relations in parts else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        found[relation.get("Id", "")] = target
    return found


def related(parts: Mapping[str, bytes], kind: str) -> str:
    """Return the part of a kind, such as styles, that belongs to the document; empty if none."""
    if DOCUMENT_RELATIONSHIPS not in parts:
        return ""
    for relation in parse(parts[DOCUMENT_RELATIONSHIPS], DOCUMENT_RELATIONSHIPS, ""):
        target = relation.get("Target", "")
        if relation.get("Type", "").rpartition("/")[2] == kind and target:
            return target.lstrip("/") if target.startswith("/") else f"word/{target}"
    return ""


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield every paragraph in order, those in tables and text boxes too."""
    yield from root.iter(W + "p")


def paragraph_text(paragraph: etree._Element) -> str:
    """Return a paragraph's own text, without that of text boxes anchored in it."""
    return "".join(
        text.text or ""
        for text in paragraph.iter(W + "t")
        if next(text.iterancestors(W + "p"), None) is paragraph
    )
