"""Checks the parts of a template: no loose ends, nothing foreign, each page of a draft stamped."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.form.reserved_names import DRAFT_STAMP
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.ooxml import kinds_of, parse
from generator.formats.docx.package.part_names import (
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    OFFICE,
    PACKAGE_RELATIONSHIPS,
    W,
)

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KNOWN = "application/vnd."
_OF_WORD = re.compile(r"word/[^/]+\.xml")
_ID = f"{{{OFFICE}/relationships}}id"
_SETTINGS = "word/settings.xml"
_OFF = ("0", "false", "off")
_KINDS = {"default": "普通页", "even": "偶数页", "first": "首页"}


def broken_links(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Find what would keep Word from opening the document, and what must not travel with it.

    Raise Refusal where one is broken.
    """
    for part, content in parts.items():
        if part.endswith((".xml", ".rels")):
            parse(content, part, name)
    if not _is_announced(parts, name):
        yield "内部文件没有说明正文在哪里，请用 Word 或 WPS 打开后另存一份"
    kinds = kinds_of(parts, name)
    for part, kind in kinds.items():
        known = _KNOWN if _OF_WORD.fullmatch(part) else ""
        if not kind or not kind.startswith(known):
            yield f"内部文件 {part} 没有说明类型，请用 Word 或 WPS 打开后另存一份"
    for one in foreign(parts, name):
        yield f"不能有{one}，请删去；找不到的，请把全部内容复制到新建的空白文档里，另存为模板"
    relations = [part for part in parts if part.endswith(".rels")]
    targets = [target for part in relations for target in _targets(parts, name, part).values()]
    for part in dict.fromkeys([*kinds, *targets]):
        if part not in parts:
            yield f"缺少内部文件 {part:.100}，请用 Word 或 WPS 打开后另存一份"


def _is_announced(parts: Mapping[str, bytes], name: str) -> bool:
    """Tell whether the package says that its main part is a Word document."""
    relations = parse(parts[PACKAGE_RELATIONSHIPS], PACKAGE_RELATIONSHIPS, name)
    kind = f"{OFFICE}/relationships/officeDocument"
    targets = [one.get("Target", "") for one in relations if one.get("Type") == kind]
    return (
        targets in ([DOCUMENT], [f"/{DOCUMENT}"]) and kinds_of(parts, name).get(DOCUMENT) == _MAIN
    )


def unknown_styles(styles: etree._Element, part: str, root: etree._Element) -> Iterator[str]:
    """Find styles that a part uses but the template does not define: they would print as plain."""
    defined = {style.get(W + "styleId") for style in styles.iter(W + "style")}
    used = (element.get(W + "val", "") for element in root.iter(W + "pStyle", W + "rStyle"))
    for style in dict.fromkeys(used):
        if style not in defined:
            yield f"{part}：用到的样式“{style}”在模板里没有定义，请在 Word 里重新设置这些文字的样式"


def remarks_of_its_owner(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Find comments: they would travel into every report, and in a loop several times."""
    for part, kind in kinds_of(parts, name).items():
        if not kind.endswith(".comments+xml") or part not in parts:
            continue
        comments = list(parse(parts[part], part, name).iter(W + "comment"))
        if comments:
            text = "".join(words.text or "" for words in comments[0].iter(W + "t"))
            yield (
                f"有 {len(comments)} 条批注（如“{text[:20]}”），会跟着每份报告发出去，"
                "请在“审阅”里删除文档中的所有批注"
            )


def locked(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Find what would let every report be opened read-only, under a stranger's password."""
    if _SETTINGS not in parts:
        return
    root = parse(parts[_SETTINGS], _SETTINGS, name)
    for element in root.iter(W + "documentProtection"):
        if element.get(W + "enforcement", "0") not in _OFF:
            yield "文档设了“限制编辑”，每份报告都会改不了，请在“审阅—限制编辑”里停止保护"
    for element in root.iter(W + "writeProtection"):
        if element.get(W + "recommended", "0") not in _OFF or len(element.attrib) > 1:
            yield (
                "文档设了修改权限密码或“建议以只读方式打开”，每份报告都会这样，"
                "请在“另存为—工具—常规选项”里取消"
            )


def unmarked_pages(
    parts: Mapping[str, bytes], roots: Mapping[str, etree._Element], name: str
) -> Iterator[str]:
    """Find kinds of pages whose header would not carry the stamp of a draft.

    `roots` are the parts that may hold tags, headers among them.
    """
    targets = _targets(parts, name)
    due = {"default"}
    if _SETTINGS in parts and _switched_on(
        parse(parts[_SETTINGS], _SETTINGS, name), "evenAndOddHeaders"
    ):
        due.add("even")
    if _switched_on(roots[DOCUMENT], "titlePg"):
        due.add("first")
    stamped: set[str] = set()
    for reference in roots[DOCUMENT].iter(W + "headerReference"):
        kind, header = reference.get(W + "type", "default"), targets.get(reference.get(_ID, ""), "")
        texts = roots[header].iter(W + "t") if header in roots else ()
        if DRAFT_STAMP in "".join(text.text or "" for text in texts):
            stamped.add(kind)
        elif kind in due:
            yield f"{_KINDS[kind]}的页眉里没有 {{{{ {DRAFT_STAMP} }}}}，草稿会没有标记"
            stamped.add(kind)
    for kind in sorted(due - stamped):
        yield f"没有{_KINDS[kind]}的页眉，草稿会没有标记，请加上页眉并写 {{{{ {DRAFT_STAMP} }}}}"


def _targets(
    parts: Mapping[str, bytes], name: str, relations: str = DOCUMENT_RELATIONSHIPS
) -> dict[str, str]:
    """Return the parts that the document, or another part, refers to, by the id of the relation."""
    folder = f"/{relations.rpartition('_rels/')[0]}"
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join(folder, relation.get("Target", ""))
        ).lstrip("/")
        for relation in parse(parts[relations], relations, name)
        if relation.get("TargetMode") != "External"
    }


def _switched_on(root: etree._Element, switch: str) -> bool:
    return any(element.get(W + "val", "true") not in _OFF for element in root.iter(W + switch))
