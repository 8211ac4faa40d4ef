"""Word files as offices publish them, written with python-docx: nothing of our template is in them.

Plain paragraphs and tables; every oddity is an argument, so that a test has one at a time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

from generator.form.grid import grid, height
from generator.form.vocabulary import Form, Table
from tests.blank_document import blank_document
from tests.forms import FORM
from tests.samples import numbers

ORGAN = "某某市某某局"
OPENING = (
    "本报告根据《中华人民共和国政府信息公开条例》要求，由某某市某某局编制。"
    "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。电子版可在某某市某某局网站"
    "（http://www.example.gov.cn/mmj/）查阅和下载。如有疑问，请与某某市某某局办公室联系"
    "（地址：某某路1号，邮编：100000，电话：010-12345678，电子邮箱：office@example.gov.cn）。"
)
BODY = {
    1: (
        "2023年，我局认真做好政府信息公开工作。",
        "（一）主动公开",
        "发布信息【重点】100条。",
        "另有一段。",
        "（二）依申请公开。新收申请若干件。",
        "1.规范办理。依法答复。",
        "2.加强会商。集体研究。",
    ),
    2: (),
    3: (),
    4: ("注：上表为全市汇总数。",),
    5: ("（一）存在的主要问题", "公开的渠道不够多。", "（二）改进情况", "完善了制度。"),
    6: ("本年度未收取信息处理费。",),
}

Values = Mapping[str, object]


class Published:
    """A document that is being written."""

    def __init__(self) -> None:
        self.document = blank_document()

    def lines(self, *texts: str) -> "Published":
        """Add paragraphs of the Normal style."""
        for text in texts:
            self.document.add_paragraph(text)
        return self

    def numbered(self, text: str, style: str = "List Number") -> Paragraph:
        """Add a paragraph of a style that numbers by itself."""
        return self.document.add_paragraph(text, style)

    def picture(self, content: bytes, *, text: str = "") -> Paragraph:
        """Add a paragraph with a picture in line, behind some text of it."""
        line = self.document.add_paragraph(text)
        line.add_run().add_picture(BytesIO(content))
        return line

    def centred(self, *texts: str) -> "Published":
        """Add paragraphs that stand in the middle."""
        for text in texts:
            self.document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        return self

    def table(
        self,
        table: Table,
        values: Values,
        *,
        labels: Mapping[str, str] | None = None,
        rows: Iterable[int] | None = None,
        merged: bool = True,
    ) -> "Published":
        """Add a table of the form, or some of its rows, with labels in other words.

        Without `merged` every cell of the grid is one of its own and what merging covers is blank.
        """
        cells = sorted(grid(table), key=lambda cell: cell.column)
        wanted = list(rows if rows is not None else range(height(table)))
        lines: list[list[str]] = []
        for row in wanted:
            line = []
            for cell in cells:
                if not cell.row <= row < cell.row + cell.rows:
                    continue
                text = values.get(cell.figure, "") if cell.figure else ""
                text = text if cell.figure else (labels or {}).get(cell.label, cell.label)
                goes_on = row != cell.row
                if merged:
                    begins = not goes_on or row == wanted[0]
                    upright = ("restart" if begins else "continue") if cell.rows > 1 else ""
                    shown = "" if goes_on else str(text)
                    line.append(_cell(shown, across=cell.columns, upright=upright))
                else:
                    line.append(_cell("" if goes_on else str(text)))
                    line += [_cell("")] * (cell.columns - 1)
            lines.append(line)
        return self._add(lines)

    def rows(self, *rows: Sequence[str]) -> "Published":
        """Add a table of plain cells, of which a row may have fewer than others."""
        return self._add([[_cell(text) for text in row] for row in rows])

    def _add(self, rows: Sequence[Sequence[str]]) -> "Published":
        lines = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
        columns = '<w:gridCol w:w="900"/>' * max(sum(map(_width, row)) for row in rows)
        table = f"<w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{lines}"
        made = parse_xml(f"<w:tbl {nsdecls('w')}>{table}</w:tbl>")
        self.document.element.body.insert(-1, made)  # before the section's properties
        return self

    def content(self) -> bytes:
        """Return the file."""
        saved = BytesIO()
        self.document.save(saved)
        return saved.getvalue()


def _width(cell: str) -> int:
    return int(cell.partition('gridSpan w:val="')[2].partition('"')[0])


def _cell(text: str, *, across: int = 1, upright: str = "") -> str:
    merge = f'<w:vMerge w:val="{upright}"/>' if upright else ""
    width = f'<w:tcW w:w="{900 * across}" w:type="dxa"/><w:gridSpan w:val="{across}"/>'
    return (
        f"<w:tc><w:tcPr>{width}{merge}</w:tcPr>"
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
    )


Step = Callable[[Published, int], None]


def report(
    *,
    title: Sequence[str] = (f"{ORGAN}2023年政府信息公开工作年度报告",),
    before: Sequence[str] = (),
    contents: Sequence[str] = (),
    opening: str = OPENING,
    headings: Sequence[str | None] = FORM.headings,
    body: Mapping[int, Sequence[str]] = BODY,
    after: Sequence[str] = (),
    form: Form = FORM,
    values: Values | None = None,
    labels: Mapping[str, str] | None = None,
    tables: Mapping[int, Step] | None = None,
) -> Published:
    """Return a whole report; `tables` writes a section's table in its own way."""
    made = Published().lines(*before, *title, *contents, *([opening] if opening else []))
    for number, heading in enumerate(headings, 1):
        table = next(iter(form.sections[number - 1].tables), None)
        lines = body.get(number, ())
        made.lines(*([heading] if heading else []), *([] if table else lines))
        if table:
            if tables and number in tables:
                tables[number](made, number)
            else:
                made.table(table, numbers() if values is None else values, labels=labels)
            made.lines(*lines)
    return made.lines(*after)


def with_leader(heading: str, page: int) -> str:
    """Return a line of a contents page."""
    return f"{heading}\t{page}"
