"""Finds what does not belong in a published document: what acts, refers outside or is hidden.

A template is refused for it, since it would travel into every report; of a document that people
worked on it is told.
"""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from lxml import etree

from generator.files import zip_archive as archive
from generator.formats.docx.package import allowed
from generator.formats.docx.package.fields import fields, link_of, shown_in, word_of
from generator.formats.docx.package.links import may_link, seems_another
from generator.formats.docx.package.ooxml import kinds_of, parse
from generator.formats.docx.package.part_names import OFFICE, TYPES, W
from generator.model.finding import Refusal

_REFERENCE = f"{{{OFFICE}/relationships}}"
_CORE_STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_ACTING = tuple(f"{{*}}{kind}" for kind in (*allowed.ACTING, "dataBinding"))
_POINTING = etree.XPath(
    "//*[@*[local-name()='src' or local-name()='althref' or local-name()='href'"
    " or local-name()='action'"
    f" or namespace-uri()='{_REFERENCE[1:-1]}']]"
)
_BROKEN = "读不出来的内容"
_LOADED = ("src", "althref")
_RUN = "ppaction://"
_LONGEST = 80  # characters of a target or a code that are shown


class Foreign(NamedTuple):
    """Something that does not belong in a published document."""

    part: str
    what: str
    """As people know it, with where it leads."""

    def __str__(self) -> str:
        return f"{self.what}（内部文件 {self.part:.100}）"


def foreign(parts: Mapping[str, bytes], name: str) -> list[Foreign]:
    """Return all that does not belong, each once; what cannot be read does not either."""
    try:
        kinds = kinds_of(parts, name)
    except Refusal:
        return [Foreign(TYPES, _BROKEN)]
    found: list[Foreign] = []
    for part, content in parts.items():
        kind = kinds.get(part, "")
        try:
            found += _of_kind(part, kind, content)
            if part.lower().endswith(".rels"):
                found += _of_relations(part, parse(content, part, name))
            elif kind in allowed.XML_KINDS or part.lower().endswith(".xml"):
                root = parse(content, part, name)
                if _data_alone(part, kind, root):
                    continue
                found += _acting(part, root)
                links = _links(parts, part, name)
                found += _pointing(part, root, links)
                found += _misleading(part, root, links)
                found += _fetching(part, root)
        except Refusal:
            found.append(Foreign(part, _BROKEN))
    return list(dict.fromkeys(found))


def _of_kind(part: str, kind: str, content: bytes) -> Iterator[Foreign]:
    """Say whether a part is of a kind that may be there, and what it is said to be."""
    if not kind or kind in allowed.XML_KINDS:
        return
    if kind == allowed.FONT_IN_DISGUISE:
        honest = not content.startswith(allowed.PROGRAMS_BEGIN)
    elif kind in allowed.BEGINNINGS:
        honest = content.startswith(allowed.BEGINNINGS[kind])
        honest = honest and allowed.ENDINGS.get(kind, b"") in content
    else:
        yield Foreign(part, _called(kind) or f"类型为“{kind:.{_LONGEST}}”的内容")
        return
    if not honest:
        yield Foreign(part, f"冒充“{kind}”的内容")
    elif kind == allowed.EMBEDDED_WORKBOOK:
        yield from _of_workbook(part, content)


def _of_workbook(part: str, content: bytes) -> Iterator[Foreign]:
    """Look into the workbook of a chart; its XML was looked through with that of the document."""
    try:
        inside = archive.unpacked(content, part, archive.WORKBOOK)
        kinds = kinds_of(inside, part)
    except Refusal:
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
            if not may_link(target):
                yield Foreign(part, f"不是网页或邮箱的链接{leads}")
        elif outside:
            called = _called(kind) or ("外部图片" if kind == "image" else "外部内容")
            yield Foreign(part, f"{called}{leads}")
        elif kind not in allowed.RELATIONS:
            yield Foreign(part, _called(kind) or f"“{kind:.{_LONGEST}}”")


def _links(parts: Mapping[str, bytes], part: str, name: str) -> dict[str, str]:
    """Return where the links of a part lead that leave the document, by their ids."""
    folder, own = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{own}.rels")
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in (parse(parts[relations], relations, name) if relations in parts else ())
        if relation.get("TargetMode") == "External"
        and relation.get("Type", "").endswith(f"/{allowed.LINK}")
    }


def _data_alone(part: str, kind: str, root: etree._Element) -> bool:
    """Tell whether Word shows nothing of a part, whatever its elements are called."""
    data = part.startswith("customXml/") and kind in allowed.DATA_KINDS
    return data and next(root.iter(f"{W}*"), None) is None


def _acting(part: str, root: etree._Element) -> Iterator[Foreign]:
    """Find elements that make Word do something."""
    for element in root.iter(*_ACTING):
        kind = element.tag.rpartition("}")[2]
        if kind == "dataBinding" and _stored_elsewhere(element):
            yield Foreign(part, "从隐藏数据取文字的内容控件")
        elif kind in allowed.ACTING and not _says_nothing(kind, element):
            yield Foreign(part, allowed.ACTING[kind])


def _pointing(part: str, root: etree._Element, links: Mapping[str, str]) -> Iterator[Foreign]:
    """Find elements that show what stands elsewhere, those too that use a link for it."""
    for element in cast("list[etree._Element]", _POINTING(root)):
        kind = element.tag.rpartition("}")[2]
        for attribute, value in element.attrib.items():
            if leads := _leads(kind, str(attribute), str(value), links):
                yield Foreign(part, f"外部图片、内容或链接（指向 {leads:.{_LONGEST}}）")


def _misleading(part: str, root: etree._Element, links: Mapping[str, str]) -> Iterator[Foreign]:
    """Find links that nobody sees, or that name another address than they lead to."""
    for link in root.iter(f"{W}hyperlink"):
        target = links.get(link.get(f"{_REFERENCE}id", ""), "")
        if target and may_link(target):
            yield from _seen(part, target, shown_in(link))


def _seen(part: str, target: str, shown: str) -> Iterator[Foreign]:
    leads = f"（指向 {target:.{_LONGEST}}）"
    if not shown.strip():
        yield Foreign(part, f"没有文字的链接{leads}")
    elif seems_another(shown, target):
        yield Foreign(part, f"写的是“{shown:.{_LONGEST}}”、却指向别处的链接{leads}")


def _fetching(part: str, root: etree._Element) -> Iterator[Foreign]:
    """Find fields that do more than to show what the document itself knows."""
    for field in fields(root):
        word, shown = word_of(field.code), f"域“{field.code.strip():.{_LONGEST}}”"
        if word not in allowed.FIELDS or _names_folder(word, field.code):
            yield Foreign(part, shown)
        elif field.misplaced.strip():
            yield Foreign(part, f"代码里夹着正文的{shown}")
        elif word == "HYPERLINK":
            target = link_of(field.code)
            if not may_link(target):
                yield Foreign(part, f"不是网页或邮箱的链接（{shown}）")
            elif not target.startswith("#"):
                yield from _seen(part, target, field.result)


def _names_folder(word: str, code: str) -> bool:
    """Tell whether a field shows in which folder of whose computer the document lay."""
    return word == "FILENAME" and r"\p" in code.lower()


def _leads(kind: str, attribute: str, value: str, links: Mapping[str, str]) -> str:
    """Return where an attribute of an element leads outside, if it may not; else nothing."""
    if attribute.startswith(_REFERENCE):
        return links.get(value, "") if kind not in allowed.LINKING else ""
    own = attribute.rpartition("}")[2]
    if own == "action":
        return value if value.lower().startswith(_RUN) else ""
    followed = kind in allowed.SHAPES and may_link(value)
    return value if own in _LOADED or (own == "href" and not followed) else ""


def _says_nothing(kind: str, element: etree._Element) -> bool:
    """Tell whether an element of text has none: programs write an empty base for links."""
    return kind in allowed.ACTING_BY_TEXT and not (element.text or "").strip()


def _stored_elsewhere(binding: etree._Element) -> bool:
    """Tell whether a control shows other data than the document's own properties."""
    return binding.get(f"{W}storeItemID", "").upper() != _CORE_STORE


def _called(kind: str) -> str:
    """Return what people call a kind of part or of relation that may not be there."""
    return next((called for word, called in allowed.UNWANTED if word in kind), "")
