"""Checks what is in the package of a template, of whatever, and the tags in its parts."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from generator.formats.docx.package.ooxml import paragraph_text, paragraphs, parse
from generator.formats.docx.package.part_names import (
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    PACKAGE_RELATIONSHIPS,
    TYPES,
    W,
)
from generator.formats.docx.template.doubled import doubled
from generator.formats.docx.template.faint import faint
from generator.formats.docx.template.hidden import hidden
from generator.formats.docx.template.package_lint import (
    broken_links,
    locked,
    remarks_of_its_owner,
    unknown_styles,
)
from generator.formats.docx.template.repeated import repeated_once_only
from generator.formats.docx.template.tags import Names, TagReader

_PART_NAMES = (("word/header", "页眉"), ("word/footer", "页脚"), (CORE, "文档属性"))
_STYLES = "word/styles.xml"
_NEEDED = _STYLES, TYPES, PACKAGE_RELATIONSHIPS, DOCUMENT_RELATIONSHIPS, CORE


class LintedParts(NamedTuple):
    """What was found in the parts of a template."""

    problems: tuple[str, ...]
    used: frozenset[str] = frozenset()
    """Names that its tags use, of loops and scalars alike."""
    roots: Mapping[str, etree._Element] = {}
    """The parts that may hold tags; none where the package is not whole."""


def lint_parts(parts: Mapping[str, bytes], name: str, names: Names) -> LintedParts:
    """Return everything that is wrong with the parts of a template that may use these names."""
    absent = [part for part in _NEEDED if part not in parts]
    if absent:
        return LintedParts(
            tuple(f"缺少内部文件 {part}，请用 Word 或 WPS 打开后另存一份" for part in absent)
        )
    problems = list(broken_links(parts, name))
    styles = parse(parts[_STYLES], _STYLES, name)
    used: list[str] = []
    roots = {part: parse(parts[part], part, name) for part in parts if templated(part)}
    for part, root in roots.items():
        reader = TagReader(names)
        for text, place in texts(part, root):
            reader.read(text, place)
        reader.finish()
        problems += reader.problems
        if part != DOCUMENT and (looped := names.lists.intersection(reader.used)):
            problems.append(f"{part}：{min(looped)}的循环会在每一页重复印出，请移到正文里")
        for broken, whole in names.on_one_line:
            if part == CORE and broken in reader.used:
                problems.append(f"文档属性里不能分行，请把 {broken} 改为 {whole}")
        problems += unknown_styles(styles, part, root)
        problems += dict.fromkeys(repeated_once_only(root, part))
        used += reader.used
    problems += [
        f"{part}：这里的标签不会被填写，请移到正文、页眉或页脚里"
        for part, content in parts.items()
        if part.startswith("word/") and not templated(part) and b"{{" in content
    ]
    problems += hidden(parts, roots)
    problems += faint(roots, styles)
    problems += remarks_of_its_owner(parts, name)
    problems += locked(parts, name)
    problems += doubled(parts, roots, name)
    return LintedParts(tuple(problems), frozenset(used), roots)


def templated(part: str) -> bool:
    """Tell whether a part of a template may hold tags."""
    return part in (DOCUMENT, CORE) or (
        part.startswith(("word/header", "word/footer")) and part.endswith(".xml")
    )


def texts(part: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield (text, place) of every paragraph, or of every property."""
    where = next((word for start, word in _PART_NAMES if part.startswith(start)), "正文")
    if part == CORE:
        for element in root:
            yield element.text or "", f"{where}“{etree.QName(element).localname}”"
        return
    tables = {table: number for number, table in enumerate(root.iter(W + "tbl"), 1)}
    for number, paragraph in enumerate(paragraphs(root), 1):
        text = paragraph_text(paragraph)
        cell = next(paragraph.iterancestors(W + "tc"), None)
        if cell is None:
            yield text, f"{where}第 {number} 段“{text.strip()[:20]}”"
        elif "{" in text or "｛" in text:
            yield text, f"{where}{_cell_place(tables, cell)}"
        else:
            yield text, f"{where}表格里"


def _cell_place(tables: Mapping[etree._Element, int], cell: etree._Element) -> str:
    row = next(cell.iterancestors(W + "tr"), None)
    table = None if row is None else next(row.iterancestors(W + "tbl"), None)
    if row is None or table is None:
        return "表格里"
    row_number = _own(table, W + "tr").index(row) + 1
    cell_number = _own(row, W + "tc").index(cell) + 1
    return f"第 {tables[table]} 个表格第 {row_number} 行第 {cell_number} 格"


def _own(holder: etree._Element, kind: str) -> list[etree._Element]:
    """Return the rows of a table or the cells of a row, those in content controls too."""
    return [one for one in holder.iter(kind) if next(one.iterancestors(holder.tag)) is holder]
