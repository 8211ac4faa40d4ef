"""What programs and owners leave in a template that no reader sees, and that no report takes along.

Data beside the text, the office and the computer of its owner, the names of its reviewers, a
picture of its first page, and headers, pictures and links that were deleted and that the program
kept. Nothing shows them: controls that would are refused.
"""

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package import allowed
from generator.formats.docx.package.fields import codes, word_of
from generator.formats.docx.package.ooxml import kinds_of, parse, serialize
from generator.formats.docx.package.part_names import CUSTOM, DOCUMENT, TYPES, W

_SETTINGS, _APPLICATION = "word/settings.xml", "docProps/app.xml"
_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_UNSEEN = {
    _SETTINGS: (W + "docVars", W + "documentProtection", W + "writeProtection"),
    _APPLICATION: tuple(_EXTENDED + own for own in ("Company", "Manager", "Template")),
}
"""A protection that is still there when a template is compiled protects nothing."""
_PERMITTED = b"permStart"
_SOURCES = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}Sources"
_DATA = allowed.DATA_KINDS | {allowed.RELATIONSHIPS_KIND}
_CITING = ("CITATION", "BIBLIOGRAPHY")
_SHOWS_PROPERTY = "DOCPROPERTY"
_NAMED = frozenset({"header", "footer", "image", "hyperlink", "chart", "chartEx"})
"""Relations that do nothing unless an element names them by their id."""


def without_unseen(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return a template that was found right, without what nobody sees in it."""
    left = dict(parts)
    for part, kinds in _UNSEEN.items():
        if part in left:
            left[part] = _without_elements(left[part], part, name, kinds)
    for part in [part for part, content in left.items() if _PERMITTED in content]:
        left[part] = _without_permissions(left[part], part, name)
    gone = {part for part in parts if part.startswith("customXml/")}
    if any(word_of(code) in _CITING for code in codes(parse(parts[DOCUMENT], DOCUMENT, name))):
        gone -= _holding_sources(parts, gone, name)
    kinds_there = kinds_of(parts, name)
    gone = {part for part in gone if kinds_there.get(part, "") in _DATA}
    gone |= {part for part, kind in kinds_there.items() if kind.endswith(".people+xml")}
    gone |= {part for part in parts if part.startswith("docProps/thumbnail.")}
    if CUSTOM in left:
        left[CUSTOM] = _shown_properties(left, name)
    left = _without_unnamed(_without_parts(left, gone, name), name)
    return _without_parts(left, left.keys() - _reached(left, name), name)


def _shown_properties(parts: Mapping[str, bytes], name: str) -> bytes:
    """Return the properties that somebody added, as far as a field shows them."""
    shown = " ".join(
        code
        for part, content in parts.items()
        if part.startswith("word/") and _SHOWS_PROPERTY.encode() in content.upper()
        for code in codes(parse(content, part, name))
        if word_of(code) == _SHOWS_PROPERTY
    )
    root = parse(parts[CUSTOM], CUSTOM, name)
    for one in list(root):
        if (one.get("name") or "?") not in shown:
            root.remove(one)
    return serialize(root)


def _without_unnamed(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return a package without the relations to what was deleted."""
    left = dict(parts)
    for part in (part for part in parts if part.endswith(".rels")):
        source = parts.get(_source_of(part), b"")
        root = parse(parts[part], part, name)
        loose = [
            one
            for one in root
            if one.get("Type", "").rpartition("/")[2] in _NAMED
            and not any(f"{mark}{one.get('Id')}{mark}".encode() in source for mark in "\"'")
        ]
        for one in loose:
            root.remove(one)
        if loose:
            left[part] = serialize(root)
    return left


def _reached(parts: Mapping[str, bytes], name: str) -> set[str]:
    """Return the parts to which relations lead from the package, with these."""
    reached, left = {TYPES, CUSTOM}, [""]  # every document has properties of its own
    while left:
        source = left.pop()
        folder, _, own = source.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{own}.rels")
        if relations in parts and relations not in reached:
            reached.add(relations)
            found = set(_targets(parts[relations], relations, name)) - reached
            reached |= found
            left += found
    return reached


def _targets(relations: bytes, part: str, name: str) -> Iterator[str]:
    return (_names(one, part) for one in parse(relations, part, name))


def _source_of(relations: str) -> str:
    """Return the part whose relations these are."""
    folder, _, own = relations.rpartition("_rels/")
    return f"{folder}{own.removesuffix('.rels')}"


def _without_permissions(content: bytes, part: str, name: str) -> bytes:
    """Return a part without whom a protection, which is gone, let edit what."""
    root = parse(content, part, name)
    for mark in list(root.iter(W + "permStart", W + "permEnd")):
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)
    return serialize(root)


def _without_elements(content: bytes, part: str, name: str, kinds: tuple[str, ...]) -> bytes:
    root = parse(content, part, name)
    there = [one for one in root if one.tag in kinds]
    for one in there:
        root.remove(one)
    return serialize(root) if there else content


def _holding_sources(parts: Mapping[str, bytes], among: set[str], name: str) -> set[str]:
    """Return the data parts of the literature that is cited, with what describes them."""
    holders = [
        part
        for part in among
        if part.endswith(".xml") and parse(parts[part], part, name).tag == _SOURCES
    ]
    numbers = {part.removeprefix("customXml/item").removesuffix(".xml") for part in holders}
    described = {f"customXml/itemProps{number}.xml" for number in numbers}
    related = {f"customXml/_rels/item{number}.xml.rels" for number in numbers}
    return {*holders, *described, *related}


def _without_parts(parts: Mapping[str, bytes], gone: set[str], name: str) -> dict[str, bytes]:
    """Return a package without some parts, and without what refers to them."""
    left = {part: content for part, content in parts.items() if part not in gone}
    if len(left) == len(parts):
        return left
    for part in [part for part in left if part == TYPES or part.endswith(".rels")]:
        root = parse(left[part], part, name)
        loose = [one for one in root if _names(one, part) in gone]
        for one in loose:
            root.remove(one)
        if loose:
            left[part] = serialize(root)
    return left


def _names(element: etree._Element, part: str) -> str:
    """Return the part that a relation, or a content type, is of."""
    if part == TYPES:
        return element.get("PartName", "").lstrip("/")
    if element.get("TargetMode") == "External":
        return ""
    folder = f"/{part.rpartition('_rels/')[0]}"
    return posixpath.normpath(posixpath.join(folder, element.get("Target", ""))).lstrip("/")
