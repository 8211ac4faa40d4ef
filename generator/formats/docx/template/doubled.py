"""What may be in a package, or in a part of it, only once: Word repairs it, or takes either one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse, related
from generator.formats.docx.package.part_names import CONTENT_TYPES, DOCUMENT, TYPES, W
from generator.formats.docx.template.repeated import in_blocks

_STYLES = "word/styles.xml"
_OF_MANY = frozenset(
    {"header", "footer", "image", "hyperlink", "chart", "package", "customXml", "font"}
    | {"chartUserShapes", "chartEx", "diagramData", "diagramLayout", "diagramQuickStyle"}
    | {"diagramColors", "diagramDrawing", "chartStyle", "chartColorStyle"}
)
"""Relations that one part may have several of."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOOKMARK = W + "bookmarkStart"
_AGAIN = "请用 Word 或 WPS 打开后另存一份"
_NOTES = {
    "footnoteReference": ("footnotes", "footnote", "脚注"),
    "endnoteReference": ("endnotes", "endnote", "尾注"),
    "commentReference": ("comments", "comment", "批注"),
}
"""(the relation to the part that holds the notes, what one is called there, and by people)."""


def doubled(
    parts: Mapping[str, bytes], roots: Mapping[str, etree._Element], name: str
) -> Iterator[str]:
    """Find what is there twice in a package; `roots` are the parts that may hold tags."""
    for part in _twice(part.lower() for part in parts):
        yield f"内部文件 {part:.100} 有两份，{_AGAIN}"
    types = parse(parts[TYPES], TYPES, name)
    for kind, own in (("Default", "Extension"), ("Override", "PartName")):
        told = (one.get(own, "").lower() for one in types.iter(CONTENT_TYPES + kind))
        for one in _twice(told):
            yield f"{TYPES}：{one:.100} 的类型写了两次，{_AGAIN}"
    for part in (part for part in parts if part.endswith(".rels")):
        yield from _relations(part, parse(parts[part], part, name))
    yield from _styles(parse(parts[_STYLES], _STYLES, name))
    if len(list(roots[DOCUMENT].iterchildren(W + "body"))) != 1:
        yield f"{DOCUMENT}：应当正好有一个正文，{_AGAIN}"
    for part, root in roots.items():
        yield from _bookmarks(part, root)
        yield from _notes(parts, part, root, name)


def _relations(part: str, root: etree._Element) -> Iterator[str]:
    for one in _twice(relation.get("Id", "") for relation in root):
        yield f"{part}：编号 {one:.50} 用了两次，{_AGAIN}"
    kinds = (relation.get("Type", "").rpartition("/")[2] for relation in root)
    for one in _twice(kind for kind in kinds if kind not in _OF_MANY):
        yield f"{part}：有两个“{one:.50}”，{_AGAIN}"


def _styles(root: etree._Element) -> Iterator[str]:
    styles = list(root.iter(W + "style"))
    for one in _twice(style.get(W + "styleId", "") for style in styles):
        yield f"样式“{one:.50}”定义了两次，{_AGAIN}"
    usual = (style for style in styles if style.get(W + "default", "0") not in ("0", "false"))
    for one in _twice(style.get(W + "type", "paragraph") for style in usual):
        yield f"有两个默认的样式（{one:.50}），{_AGAIN}"


def _bookmarks(part: str, root: etree._Element) -> Iterator[str]:
    """Find bookmarks that cannot be told apart, but for those that are not printed.

    For older programs Word writes some once more.
    """
    unprinted = {element for element, _ in in_blocks(root)}
    marks = [
        mark
        for mark in root.iter(_BOOKMARK)
        if mark not in unprinted and next(mark.iterancestors(_FALLBACK), None) is None
    ]
    names = dict.fromkeys(_twice(mark.get(W + "name", "") for mark in marks))
    ids = set(_twice(mark.get(W + "id", "") for mark in marks))
    names |= {mark.get(W + "name", ""): None for mark in marks if mark.get(W + "id", "") in ids}
    for one in names:
        yield f"{part}：书签“{one:.50}”和别的书签重复，请在“插入—书签”里删去一个"


def _notes(parts: Mapping[str, bytes], part: str, root: etree._Element, name: str) -> Iterator[str]:
    """Find marks of notes that are not there."""
    for kind, (relation, own, called) in _NOTES.items():
        marks = {mark.get(W + "id", "") for mark in root.iter(W + kind)}
        if not marks:
            continue
        holder = related(parts, relation)
        notes = parse(parts[holder], holder, name).iter(W + own) if holder in parts else ()
        if marks - {note.get(W + "id", "") for note in notes}:
            yield f"{part}：有{called}的标记，却没有{called}，请删去这个标记"


def _twice(all_of: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(all_of).items() if times > 1]
