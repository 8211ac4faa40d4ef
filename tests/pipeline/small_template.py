"""The project's own template cut down to the small form: the same styles, pages and levels."""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.table import Table
from lxml.etree import _Element as Element

from generator.form.grid import grid, height, width
from generator.form.vocabulary import ORGAN, YEAR
from tests.form.small import CASES, SMALL
from tests.paths import TEMPLATE

_HEADING, _PART = "一、总体情况", "第一部分"


def small_template() -> bytes:
    """Return a template with the parts and the table of the small form."""
    document = docx.Document(str(TEMPLATE))
    body = document.element.body
    drawn = {one.text: one._p for one in document.paragraphs}
    title, heading = document.paragraphs[0], drawn[_HEADING]
    section = body.sectPr
    loop = list(_loop(drawn[f"{{%p for 段 in {_PART} %}}"]))
    table = _table(document.tables[0])
    for old in [one for one in body if one is not section]:
        body.remove(old)

    def put(element: Element, was: str = "", now: str = "") -> None:
        section.addprevious(made := deepcopy(element))
        for text in made.iter(qn("w:t")):
            text.text = (text.text or "").replace(was, now)

    title.runs[0].text = f"{{{{ {ORGAN} }}}}{SMALL.title.format(year=f'{{{{ {YEAR} }}}}')}"
    put(title._p)
    for part in SMALL.parts:
        if part.label.endswith("（表格后）"):
            section.addprevious(table)
        elif part.section:
            put(heading, _HEADING, SMALL.headings[part.section - 1])
        first, *others = loop
        put(first, _PART, part.name)
        for one in others:
            put(one)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _loop(begin: Element) -> Iterator[Element]:
    yield begin
    for one in begin.itersiblings():
        yield one
        if "endfor" in "".join(map(str, one.itertext())):
            return


def _table(drawn: Table) -> Element:
    """Return a table of ours made as small as that of the form, with its cells."""
    rows, columns = height(CASES), width(CASES)
    plain = drawn.rows[2]._tr
    for old in drawn.rows:
        drawn._tbl.remove(old._tr)
    for cell in plain.tc_lst[columns:]:
        plain.remove(cell)
    for column in drawn._tbl.tblGrid.gridCol_lst[columns:]:
        drawn._tbl.tblGrid.remove(column)
    for _ in range(rows):
        drawn._tbl.append(deepcopy(plain))
    for drawn_as in grid(CASES):
        (run,) = drawn.cell(drawn_as.row, drawn_as.column).paragraphs[0].runs
        run.text = drawn_as.label or (f"{{{{ {drawn_as.figure} }}}}" if drawn_as.figure else "")
    return drawn._tbl
