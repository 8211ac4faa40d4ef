"""A package in which nothing acts, leads outside, or belongs to nobody but its writers."""

import posixpath
from collections.abc import Mapping

from lxml import etree

from generator.formats.docx.package import allowed
from generator.formats.docx.package.links import leads_inside, may_link, seems_another
from generator.formats.docx.package.ooxml import kinds_of, parse, serialize
from generator.formats.docx.package.part_names import CORE, OFFICE, TYPES, W
from generator.formats.docx.publishing.bare_fields import take_out, unwrap
from generator.formats.docx.publishing.bare_properties import APPLICATION
from generator.formats.docx.text import visible_text

_R = f"{{{OFFICE}/relationships}}"
_OF_WRITERS = (
    *("comments+xml", "commentsExtended+xml", "commentsIds+xml", "commentsExtensible+xml"),
    *("people+xml", "custom-properties+xml", "customXmlProperties+xml", "webSettings+xml"),
    *("stylesWithEffects+xml", "classificationlabels+xml", "intelligence2+xml", "/xml"),
    *("obfuscatedFont", "x-font-ttf"),
)
_LINKS = (W + "hyperlink",)
_WHOLE = (W + "drawing", W + "pict", W + "object")
"""What is nothing without the picture that it shows."""
_SHOWN = ("blip", "imagedata", "svgBlip")


def bare_package(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return the parts that readers need, and of what leads elsewhere what they see."""
    kinds = kinds_of(parts, name)
    left = {
        part: content
        for part, content in parts.items()
        if part == TYPES or _stays(part, kinds.get(part, ""))
    }
    for part in [part for part in left if part.endswith(".rels")]:
        _keep_inside(left, part, name)
    return left


def _stays(part: str, kind: str) -> bool:
    if part in (CORE, APPLICATION) or kind == allowed.RELATIONSHIPS_KIND:
        return True
    if part.startswith(("docProps/", "customXml/")) or kind.endswith(_OF_WRITERS):
        return False
    return kind in allowed.XML_KINDS or kind in allowed.BEGINNINGS


def _keep_inside(parts: dict[str, bytes], relations: str, name: str) -> None:
    """Take out the relations of a part that may not be, with what uses them."""
    root = parse(parts[relations], relations, name)
    folder, _, own = relations.rpartition("_rels/")
    source = f"{folder}{own.removesuffix('.rels')}"
    leading: dict[str, str] = {}
    gone = []
    for one in root:
        outside, target = one.get("TargetMode") == "External", one.get("Target", "")
        kind = one.get("Type", "").rpartition("/")[2]
        if outside and kind == allowed.LINK and may_link(target) and not leads_inside(target):
            leading[one.get("Id", "")] = target
        elif outside or kind not in allowed.RELATIONS or _within(folder, target) not in parts:
            gone.append(one)
    for one in gone:
        root.remove(one)
    known = {one.get("Id", "") for one in root}
    if source in parts and source.endswith(".xml"):
        own_root = parse(parts[source], source, name)
        if _unhook(own_root, known, leading):
            parts[source] = serialize(own_root)
    parts[relations] = serialize(root)


def _unhook(root: etree._Element, known: set[str], leading: Mapping[str, str]) -> bool:
    """Take out what uses a relation that is not there; tell whether there was any."""
    changed = False
    for element in list(root.iter(etree.Element)):
        ids = {str(key): str(value) for key, value in element.attrib.items()}
        ids = {key: value for key, value in ids.items() if key.startswith(_R)}
        loose = [key for key, value in ids.items() if value and value not in known]
        if element.tag in _LINKS:
            target = leading.get(ids.get(_R + "id", ""), "")
            misleading = bool(target) and seems_another(visible_text(element), target)
            if loose or misleading or (target and not visible_text(element).strip()):
                unwrap(element)
                changed = True
        elif loose:
            _leave(element, loose)
            changed = True
    return changed


def _leave(element: etree._Element, loose: list[str]) -> None:
    """Take out what is nothing without the part that it names; else only the name of that."""
    own = element.tag.rpartition("}")[2]
    for key in loose:
        del element.attrib[key]
    if own in _SHOWN and any(str(key).startswith(_R) for key in element.attrib):
        return  # the picture lies in the document as well
    if own == "svgBlip":
        holder = element.getparent()
        take_out(holder if holder is not None else element)  # its picture in dots is beside it
        return
    if own in ("blip", "imagedata"):
        whole = next(element.iterancestors(*_WHOLE), element)
        take_out(whole)
        return
    take_out(element)


def _within(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
