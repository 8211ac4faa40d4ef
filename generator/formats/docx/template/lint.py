"""Checks a template against the form, before anything is filled into it."""

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.form.labels import find_labels, holds_table, label_key
from generator.form.organ_and_year import printed_headings
from generator.form.reserved_names import TITLE_ORGAN
from generator.form.tables_in_grids import find_tables
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.docx.package.ooxml import paragraph_text, paragraphs
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.tables import grid_of, read_figures
from generator.formats.docx.template.package_lint import unmarked_pages
from generator.formats.docx.template.parts_lint import lint_parts
from generator.formats.docx.template.tags import loop_over, names_of, required_names

_TAGS = (f"{{{{{ORGAN}}}}}", f"{{{{{YEAR}}}}}")
"""What a template has for the organ and the year, without spaces, which do not matter."""


def lint(parts: Mapping[str, bytes], name: str, form: Form) -> list[str]:
    """Return everything that is wrong with a template, each with its place. Empty: usable."""
    found = lint_parts(parts, name, names_of(form))
    problems = [*found.problems]
    if found.roots:
        problems += unmarked_pages(parts, found.roots, name)
        for missing in [wanted for wanted in required_names(form) if wanted not in found.used]:
            kind = "循环" if missing in names_of(form).lists else "标签"
            problems.append(f"模板里缺少“{missing}”的{kind}，它的内容会漏印")
    if problems:
        return problems
    body = found.roots[DOCUMENT]
    return [*_swapped(body, form), *_order(body, form), *_fixed_text(body, form)]


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
    rest = form.title.format(year=_TAGS[1])
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
    for section, heading in zip(form.sections, printed_headings(form, *_TAGS), strict=True):
        yield heading
        yield f"{next(parts).name}的循环"
        for table in section.tables:
            yield f"“{table.title}”表"
            yield f"{next(parts).name}的循环"


def _block_order(root: etree._Element, form: Form) -> Iterator[str]:
    """Yield headings, loops and tables in the order of the body."""
    body = root.find(W + "body")
    headings = {label_key(heading): heading for heading in printed_headings(form, *_TAGS)}
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
