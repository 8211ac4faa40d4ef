"""Checks a template against the form, before anything is filled into it."""

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.form.labels import find_labels, holds_table, label_key
from generator.form.tables_in_grids import find_tables
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.docx.package.ooxml import paragraph_text, paragraphs, parse
from generator.formats.docx.package.part_names import (
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    PACKAGE_RELATIONSHIPS,
    TYPES,
    W,
)
from generator.formats.docx.reading.tables import grid_of, read_figures
from generator.formats.docx.template.doubled import doubled
from generator.formats.docx.template.faint import faint
from generator.formats.docx.template.hidden import hidden
from generator.formats.docx.template.package_lint import (
    broken_links,
    locked,
    remarks_of_its_owner,
    unknown_styles,
    unmarked_pages,
)
from generator.formats.docx.template.repeated import repeated_once_only
from generator.formats.docx.template.tags import (
    TITLE_ORGAN,
    TagReader,
    loop_over,
    names_of,
    required_names,
)

_PART_NAMES = (("word/header", "页眉"), ("word/footer", "页脚"), (CORE, "文档属性"))
_STYLES = "word/styles.xml"
_NEEDED = _STYLES, TYPES, PACKAGE_RELATIONSHIPS, DOCUMENT_RELATIONSHIPS, CORE


def templated(part: str) -> bool:
    """Tell whether a part of a template may hold tags."""
    return part in (DOCUMENT, CORE) or (
        part.startswith(("word/header", "word/footer")) and part.endswith(".xml")
    )


def lint(parts: Mapping[str, bytes], name: str, form: Form) -> list[str]:
    """Return everything that is wrong with a template, each with its place. Empty: usable."""
    absent = [part for part in _NEEDED if part not in parts]
    if absent:
        return [f"缺少内部文件 {part}，请用 Word 或 WPS 打开后另存一份" for part in absent]
    problems = list(broken_links(parts, name))
    styles = parse(parts[_STYLES], _STYLES, name)
    used: list[str] = []
    roots = {part: parse(parts[part], part, name) for part in parts if templated(part)}
    for part, root in roots.items():
        reader = TagReader(names_of(form))
        for text, place in texts(part, root):
            reader.read(text, place)
        reader.finish()
        problems += reader.problems
        if part != DOCUMENT and (looped := names_of(form).lists.intersection(reader.used)):
            problems.append(f"{part}：{min(looped)}的循环会在每一页重复印出，请移到正文里")
        if part == CORE and TITLE_ORGAN in reader.used:
            problems.append(f"文档属性里不能分行，请把 {TITLE_ORGAN} 改为 {ORGAN}")
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
    problems += unmarked_pages(parts, roots, name)
    for missing in [wanted for wanted in required_names(form) if wanted not in used]:
        kind = "循环" if missing in names_of(form).lists else "标签"
        problems.append(f"模板里缺少“{missing}”的{kind}，它的内容会漏印")
    if problems:
        return problems
    body = roots[DOCUMENT]
    return [*_swapped(body, form), *_order(body, form), *_fixed_text(body, form)]


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


def _swapped(root: etree._Element, form: Form) -> Iterator[str]:
    """Compare each figure's tag with the row and column labels of the cell it stands in."""
    texts, misses = read_figures(root, form)
    for miss in misses:
        yield f"表格里{'找不到' if not miss.spots else '不止一处'}{miss.what}，请照规定格式恢复"
    for figure, text in texts.items():
        if label_key(text) != f"{{{{{figure}}}}}":
            label = form.figures[figure].label
            yield f"表格“{label}”一格应为 {{{{ {figure} }}}}，现在是“{text.strip()}”"


def _order(root: etree._Element, form: Form) -> Iterator[str]:
    """Check that rows and columns stand in the order of the form."""
    for cells in map(grid_of, root.iter(W + "tbl")):
        keys = {spot: label_key(text) for spot, text in cells.items()}
        for table in form.tables:
            placed = find_labels(keys, table)[0] if holds_table(keys.values(), table) else []
            lines = [list(block.rows.values()) for block in placed]
            lines += [list(block.columns.values()) for block in placed]
            if any(line != sorted(line) for line in lines):
                yield f"“{table.title}”表的行或列换了位置，请照规定格式的顺序恢复"


def _fixed_text(root: etree._Element, form: Form) -> Iterator[str]:
    """Check the title, the headings, and that each loop and table stands under its own."""
    lines = [label_key(paragraph_text(paragraph)) for paragraph in paragraphs(root)]
    rest = form.title.format(year=f"{{{{{YEAR}}}}}")
    if not any(label_key(f"{{{{{organ}}}}}{rest}") in lines for organ in (ORGAN, TITLE_ORGAN)):
        yield f"找不到标题：应有一段为“{{{{{ORGAN}}}}}{rest}”"
    order = list(_expected_order(form))
    found = [line for line in _block_order(root, form) if line in order]
    for expected in order:
        if found.count(expected) != 1:
            yield f"“{expected}”应当正好出现一次，现在有 {found.count(expected)} 次"
    if sorted(found) == sorted(order) and found != order:
        place = next(
            at for at, pair in enumerate(zip(found, order, strict=True)) if len(set(pair)) > 1
        )
        yield f"各部分的顺序不对：“{order[place]}”应排在“{found[place]}”之前"


def _expected_order(form: Form) -> Iterator[str]:
    parts = iter(form.parts)
    yield f"{next(parts).name}的循环"
    for section, heading in zip(form.sections, form.headings, strict=True):
        yield heading
        yield f"{next(parts).name}的循环"
        if section.table:
            yield f"“{section.table.title}”表"
            yield f"{next(parts).name}的循环"


def _block_order(root: etree._Element, form: Form) -> Iterator[str]:
    """Yield headings, loops and tables in the order of the body."""
    body = root.find(W + "body")
    headings = {label_key(heading): heading for heading in form.headings}
    for element in body if body is not None else ():
        if element.tag == W + "tbl":
            cells = grid_of(element)
            for table in form.tables:
                if find_tables([cells], table):
                    yield f"“{table.title}”表"
        else:
            text = paragraph_text(element)
            if label_key(text) in headings:
                yield headings[label_key(text)]
            elif looped := loop_over(text):
                yield f"{looped}的循环"
