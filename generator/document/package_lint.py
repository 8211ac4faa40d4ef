"""Checks how the parts of a template hang together: no loose ends, a draft marked on every page."""

import posixpath
from collections.abc import Iterator, Mapping

from generator.document.ooxml import (
    CONTENT_TYPES,
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    OFFICE,
    TYPES,
    W,
    parse,
)
from generator.document.tags import DRAFT_MARK

_ID = f"{{{OFFICE}/relationships}}id"
_SETTINGS, _STYLES = "word/settings.xml", "word/styles.xml"
_KINDS = {"default": "普通页", "even": "偶数页", "first": "首页"}


def broken_links(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Find parts that are announced but not there: Word would not open the document."""
    for element in parse(parts[TYPES], TYPES, name).iter(f"{CONTENT_TYPES}Override"):
        part = element.get("PartName", "").lstrip("/")
        if part not in parts:
            yield f"缺少内部文件 {part}，请用 Word 或 WPS 打开后另存一份"
    for target in _targets(parts, name).values():
        if target not in parts:
            yield f"缺少内部文件 {target}，请用 Word 或 WPS 打开后另存一份"


def unknown_styles(parts: Mapping[str, bytes], part: str, name: str) -> Iterator[str]:
    """Find styles that a part uses but the template does not define: they would print as plain."""
    defined = {
        style.get(W + "styleId") for style in parse(parts[_STYLES], _STYLES, name).iter(W + "style")
    }
    used = {
        element.get(W + "val", ""): None
        for element in parse(parts[part], part, name).iter(W + "pStyle", W + "rStyle")
    }
    for style in used:
        if style not in defined:
            yield f"{part}：用到的样式“{style}”在模板里没有定义，请在 Word 里重新设置这些文字的样式"


def unmarked_pages(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Find kinds of pages whose header would not carry the mark of a draft."""
    targets = _targets(parts, name)
    due = {"default"}
    if _SETTINGS in parts and _switched_on(parts, _SETTINGS, "evenAndOddHeaders", name):
        due.add("even")
    if _switched_on(parts, DOCUMENT, "titlePg", name):
        due.add("first")
    marked: set[str] = set()
    for reference in parse(parts[DOCUMENT], DOCUMENT, name).iter(W + "headerReference"):
        kind, header = reference.get(W + "type", "default"), targets.get(reference.get(_ID, ""), "")
        texts = parse(parts.get(header, b"<none/>"), header, name).iter(W + "t")
        if DRAFT_MARK in "".join(text.text or "" for text in texts):
            marked.add(kind)
        elif kind in due:
            yield f"{_KINDS[kind]}的页眉里没有 {{{{ {DRAFT_MARK} }}}}，草稿会没有标记"
            marked.add(kind)
    for kind in sorted(due - marked):
        yield f"没有{_KINDS[kind]}的页眉，草稿会没有标记，请加上页眉并写 {{{{ {DRAFT_MARK} }}}}"


def _targets(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return the parts that the document refers to, by the id of the relation."""
    relations = parse(parts[DOCUMENT_RELATIONSHIPS], DOCUMENT_RELATIONSHIPS, name)
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/word", relation.get("Target", ""))
        ).lstrip("/")
        for relation in relations
        if relation.get("TargetMode") != "External"
    }


def _switched_on(parts: Mapping[str, bytes], part: str, switch: str, name: str) -> bool:
    return any(
        element.get(W + "val", "true") not in ("0", "false", "off")
        for element in parse(parts[part], part, name).iter(W + switch)
    )
