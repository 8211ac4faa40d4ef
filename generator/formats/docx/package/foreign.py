"""Finds what does not belong in a published document: what acts, refers outside or is hidden.

A template is refused for it, since it would travel into every report; of a document that people
worked on it is told.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from generator.files import zip_archive as archive
from generator.formats.docx.package import allowed
from generator.formats.docx.package.fields import codes, link_of, word_of
from generator.formats.docx.package.ooxml import kinds_of, parse
from generator.formats.docx.package.part_names import OFFICE, W
from generator.model.finding import Refusal

_REFERENCE = f"{{{OFFICE}/relationships}}"
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\\<>\"]+", re.IGNORECASE)
_DATA = "customXml/"
_CORE_STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_LOADED = ("src", "althref")
_LONGEST = 80  # characters of a target or a code that are shown


class Foreign(NamedTuple):
    """Something that does not belong in a published document."""

    part: str
    what: str
    """As people know it, with where it leads."""

    def __str__(self) -> str:
        return f"{self.what}（内部文件 {self.part:.100}）"


def foreign(parts: Mapping[str, bytes], name: str) -> list[Foreign]:
    """Return all that does not belong, each once. Raise Refusal for what is no XML."""
    found: list[Foreign] = []
    kinds = kinds_of(parts, name)
    for part, content in parts.items():
        kind = kinds.get(part, "")
        found += _of_kind(part, kind, content)
        if part.endswith(".rels"):
            found += _of_relations(part, parse(content, part, name))
        elif not part.startswith(_DATA) and (kind in allowed.XML_KINDS or part.endswith(".xml")):
            outside = _leading_outside(parts, part, name)
            found += _of_content(part, parse(content, part, name), outside)
    return list(dict.fromkeys(found))


def _of_kind(part: str, kind: str, content: bytes) -> Iterator[Foreign]:
    """Say whether a part is of a kind that may be there, and what it is said to be."""
    if not kind or kind in allowed.XML_KINDS:
        return
    if kind == allowed.FONT_IN_DISGUISE:
        honest = not content.startswith(allowed.PROGRAMS_BEGIN)
    elif kind in allowed.BEGINNINGS:
        honest = content.startswith(allowed.BEGINNINGS[kind])
    else:
        yield Foreign(part, _called(kind) or f"类型为“{kind:.{_LONGEST}}”的内容")
        return
    if not honest:
        yield Foreign(part, f"冒充“{kind}”的内容")
    elif kind == allowed.EMBEDDED_WORKBOOK:
        yield from _of_workbook(part, content)


def _of_workbook(part: str, content: bytes) -> Iterator[Foreign]:
    """Look into the workbook of a chart. Nothing of it is read, so its size alone is limited."""
    try:
        inside = archive.open_archive(content, part, archive.WORKBOOK)
        archive.scan_parts(inside, part, lambda _, __: None, frozenset())
        kinds = kinds_of(inside, part)
    except (Refusal, KeyError):
        yield Foreign(part, "打不开的图表数据")
        return
    for one, kind in kinds.items():
        if kind and kind not in allowed.WORKBOOK_KINDS:
            yield Foreign(part, f"图表数据里的{_called(kind) or f'“{kind:.{_LONGEST}}”'}")
        if one.endswith(".rels") and one in inside:
            for found in _of_relations(one, parse(inside[one], one, part)):
                yield Foreign(part, f"图表数据里的{found.what}")
    if any(function in each for each in inside.values() for function in allowed.FETCHING_FUNCTIONS):
        yield Foreign(part, "图表数据里会取外部数据的公式")


def _of_relations(part: str, relations: etree._Element) -> Iterator[Foreign]:
    for relation in relations.iter(etree.Element):
        kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
        if not kind:
            continue
        outside = relation.get("TargetMode") == "External"
        leads = f"（指向 {target:.{_LONGEST}}）" if outside else ""
        if outside and kind == allowed.LINK:
            if not _may_link(target):
                yield Foreign(part, f"不是网页或邮箱的链接{leads}")
        elif outside:
            called = _called(kind) or ("外部图片" if kind == "image" else "外部内容")
            yield Foreign(part, f"{called}{leads}")
        elif kind not in allowed.RELATIONS:
            yield Foreign(part, _called(kind) or f"“{kind:.{_LONGEST}}”")


def _leading_outside(parts: Mapping[str, bytes], part: str, name: str) -> dict[str, str]:
    """Return where the links of a part lead that leave the document, by their ids."""
    folder, own = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{own}.rels")
    if relations not in parts:
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in parse(parts[relations], relations, name)
        if relation.get("TargetMode") == "External"
        and relation.get("Type", "").endswith(f"/{allowed.LINK}")
    }


def _of_content(part: str, root: etree._Element, outside: Mapping[str, str]) -> Iterator[Foreign]:
    """Look at every element; `outside` are links, which only what a reader sees may use."""
    for element in root.iter(etree.Element):
        kind = element.tag.rpartition("}")[2]
        if kind in allowed.ACTING:
            yield Foreign(part, allowed.ACTING[kind])
        elif kind == "dataBinding" and _stored_elsewhere(element):
            yield Foreign(part, "从隐藏数据取文字的内容控件")
        for attribute, value in element.attrib.items():
            if leads := _leads(kind, str(attribute), str(value), outside):
                yield Foreign(part, f"外部图片、内容或链接（指向 {leads:.{_LONGEST}}）")
    for code in codes(root):
        word, shown = word_of(code), f"域“{code.strip():.{_LONGEST}}”"
        if word not in allowed.FIELDS:
            yield Foreign(part, shown)
        elif word == "HYPERLINK" and not _may_link(link_of(code)):
            yield Foreign(part, f"不是网页或邮箱的链接（{shown}）")


def _leads(kind: str, attribute: str, value: str, outside: Mapping[str, str]) -> str:
    """Return where an attribute of an element leads outside, if it may not; else nothing."""
    if attribute.startswith(_REFERENCE):
        return outside.get(value, "") if kind not in allowed.LINKING else ""
    own = attribute.rpartition("}")[2]
    return value if own in _LOADED or (own == "href" and not _may_link(value)) else ""


def _stored_elsewhere(binding: etree._Element) -> bool:
    """Tell whether a control shows other data than the document's own properties."""
    return binding.get(f"{W}storeItemID", "").upper() != _CORE_STORE


def _may_link(target: str) -> bool:
    return target.startswith("#") or _WEB.fullmatch(target) is not None


def _called(kind: str) -> str:
    """Return what people call a kind of part or of relation that may not be there."""
    return next((called for word, called in allowed.UNWANTED if word in kind), "")
