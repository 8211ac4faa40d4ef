"""A document without anything that its readers do not see: names, comments, what was deleted.

What 修订 leave open is taken as accepted. Hidden and struck words go; highlighting is taken off.
"""

import posixpath
import re
from collections.abc import Callable, Mapping

from lxml import etree

from generator.files.zip_archive import package
from generator.formats.docx.package.ooxml import parse, related, serialize
from generator.formats.docx.package.part_names import CORE, TYPES, W
from generator.formats.docx.publishing.bare_embedded import bare_workbooks
from generator.formats.docx.publishing.bare_properties import (
    APPLICATION,
    bare_application,
    bare_core,
)
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.reading.standing_text import leave_what_stands
from generator.formats.docx.template.left_out import without_unseen
from generator.formats.docx.tracked_changes.read.accepted_and_original import TRACE, accepted
from generator.model.publication import Publication

_SETTINGS, _MEDIA = "word/settings.xml", "word/media/"
_BODY = re.compile(r"word/(?:document|(?:header|footer)\d*|footnotes|endnotes)\.xml")
_OF_WRITERS = re.compile(r"word/(?:comments\w*|people)\.xml|docProps/custom\.xml|customXml/.*")
"""Parts that only those who write a document need."""
_NOT_SEEN = tuple(
    W + kind
    for kind in (
        *("commentRangeStart", "commentRangeEnd", "annotationRef", "proofErr", "highlight"),
        *("lastRenderedPageBreak", "permStart", "permEnd"),
    )
)
_OF_SETTINGS = frozenset(
    W + kind
    for kind in (
        *("rsids", "trackRevisions", "docVars", "revisionView", "attachedTemplate", "proofState"),
        *("mailMerge", "saveThroughXslt", "documentProtection", "writeProtection"),
    )
)
_NAMED = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr",
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    }
)
_PATH = re.compile(r"[\\/]")
_KEPT_PREFIXES = ("w", "r", "mc", "w14", "w15", "wp14", "wps", "v", "o")
"""What a document says may be ignored must be known by its prefix."""


def cleaned(
    parts: Mapping[str, bytes],
    publication: Publication,
    name: str,
    bare_picture: Callable[[bytes], bytes],
) -> bytes:
    """Return a document as it may go out, as the bytes of a .docx.

    `bare_picture` takes from the file of a picture what is not the picture.
    """
    looks = RunLooks(_styles(parts, name))
    bodies = {
        part: _clean_body(content, part, name, looks)
        for part, content in parts.items()
        if _BODY.fullmatch(part)
    }
    left = {**parts, **bodies}
    if _SETTINGS in left:
        left[_SETTINGS] = _without_settings(left[_SETTINGS], name)
    left = {part: one for part, one in left.items() if not _OF_WRITERS.fullmatch(part)}
    left = without_unseen(left, name)
    left |= {part: bare_picture(one) for part, one in left.items() if part.startswith(_MEDIA)}
    left |= bare_workbooks(left)
    left[CORE] = bare_core(publication)
    left[APPLICATION] = bare_application()
    return package(_without_loose(left, name))


def _styles(parts: Mapping[str, bytes], name: str) -> etree._Element | None:
    part = related(parts, "styles")
    return parse(parts[part], part, name) if part in parts else None


def _clean_body(content: bytes, part: str, name: str, looks: RunLooks) -> bytes:
    """Return a body, a header or a note as its readers see it."""
    root = accepted(parse(content, part, name))
    leave_what_stands(root, looks)
    for element in list(root.iter(*_NOT_SEEN, f"{TRACE}gone")):
        _remove(element)
    for element in root.iter(etree.Element):
        for attribute in [one for one in element.attrib if _of_a_sitting(str(one))]:
            del element.attrib[attribute]
        if element.tag in _NAMED and _PATH.search(element.get("name", "")):
            element.set("name", _PATH.split(element.get("name", ""))[-1])
    for reference in list(root.iter(f"{W}commentReference")):
        run = reference.getparent()
        if run is not None and run.tag == f"{W}r":
            _remove(run)
    etree.cleanup_namespaces(root, keep_ns_prefixes=_KEPT_PREFIXES)
    return serialize(root)


def _of_a_sitting(attribute: str) -> bool:
    """Tell whether an attribute says in which sitting, or by whom, something was typed."""
    own = attribute.rpartition("}")[2]
    return attribute.startswith(TRACE) or own.startswith("rsid")


def _remove(element: etree._Element) -> None:
    """Take an element out; the text that lxml has behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _without_settings(content: bytes, name: str) -> bytes:
    root = parse(content, _SETTINGS, name)
    for element in list(root):
        if element.tag in _OF_SETTINGS:
            root.remove(element)
    return serialize(root)


def _without_loose(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return a package in which nothing refers to what is not in it."""
    left = dict(parts)
    for part in [part for part in parts if part == TYPES or part.endswith(".rels")]:
        root = parse(parts[part], part, name)
        loose = [one for one in root if (target := _target(one, part)) and target not in parts]
        for one in loose:
            root.remove(one)
        if loose:
            left[part] = serialize(root)
    return left


def _target(element: etree._Element, part: str) -> str:
    """Return the part that a relation or a content type is of; empty where it is of none."""
    if part == TYPES:
        return element.get("PartName", "").lstrip("/")
    if element.get("TargetMode") == "External":
        return ""
    folder = f"/{part.rpartition('_rels/')[0]}"
    return posixpath.normpath(posixpath.join(folder, element.get("Target", ""))).lstrip("/")
