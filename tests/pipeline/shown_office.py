"""Offices whose report shows a picture, charts and a further table, with either form."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from generator.form.vocabulary import Form
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.exhibits import ChartRow, FurtherTable, TableCell
from generator.model.report import Paragraph, Report
from generator.pipeline.make import make
from generator.pipeline.sources import read_report
from tests.exhibits import chart_row, png
from tests.form.small import SMALL
from tests.paths import WORKBOOK
from tests.pipeline.small_office import FIGURE, REPORT
from tests.pipeline.small_template import small_template

PICTURE, CHART, TABLE, TYPED = "培训现场的照片", "办理结果情况", "各镇受理情况", "来件渠道构成"
CITING = "办理结果见【图：办理结果情况】，各镇见【表：各镇受理情况】，渠道见【图：来件渠道构成】。"
FROM_FIGURES, FROM_TYPED = 1, 2
"""The numbers of the two charts."""
_CELLS = (
    (("镇", 2, 1), ("受理", 1, 2), None, ("办结", 2, 1)),
    (None, "网上", "当面", None),
    ("甲镇", "12", "3", "15"),
    ("乙镇", "7", "1", "8"),
    ("丙镇", "20", "11", "31"),
    ("合计", "39", "15", "54"),
)


def put_shown(folder: Path, *, small: bool) -> Path:
    """Put an office into a folder: inputs/2023.xlsx with its picture, and outputs/2023.docx."""
    for name, content in _files(small=small).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    document = folder / "outputs" / "2023.docx"
    if not document.exists():
        document.parent.mkdir(exist_ok=True)
        make(folder / "inputs" / "2023.xlsx", output=document, draft=False)
    return folder


@cache
def _files(*, small: bool) -> dict[str, bytes]:
    if small:
        report, form, figure = REPORT, SMALL, FIGURE
    else:
        report, _, form = read_report(WORKBOOK)
        figure = "予以公开"
    files = {
        "inputs/2023.xlsx": workbook_of(showing(report, form, figure), form),
        "inputs/培训.png": png(300, 200),
    }
    return {**files, f"templates/{form.template}": small_template()} if small else files


def showing(report: Report, form: Form, figure: str) -> Report:
    """Return a report with rows that show something among those of its first part with text."""
    part = next(one.name for one in form.parts if len(report.part(one.name)) > 2)
    at = next(nth for nth, row in enumerate(report.paragraphs) if row.part == part) + 2
    rows = (
        Paragraph(part, 0, PICTURE, "培训.png\n会议室里的培训", kind="图"),
        Paragraph(part, 0, CHART, "【图表：结果】", kind="图"),
        Paragraph(part, 0, "", CITING),
        Paragraph(part, 0, TABLE, "【表格：各镇】", kind="表"),
        Paragraph(part, 0, TYPED, "【图表：渠道】", kind="图"),
    )
    return replace(
        report,
        paragraphs=(*report.paragraphs[:at], *rows, *report.paragraphs[at:]),
        chart_rows=tuple(_charts(figure)),
        further_tables={"各镇": FurtherTable("各镇", tuple(_cells(_CELLS)), len(_CELLS), 4, 2)},
    )


def _charts(figure: str) -> Sequence[ChartRow]:
    return (
        chart_row(chart="结果", kind="柱形图", unit="件", label="办成", data=f"【{figure}】"),
        chart_row(label="未办成", data="2"),
        chart_row(chart="渠道", kind="饼图", title="渠道", unit="件", label="网上", data="4"),
        chart_row(label="当面", data="1.50"),
    )


def _cells(rows: Sequence[Sequence[str | tuple[str, int, int] | None]]) -> Sequence[TableCell]:
    found = []
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if cell is not None:
                text, height, width = (cell, 1, 1) if isinstance(cell, str) else cell
                value = Decimal(text) if text.isdigit() else None
                found.append(TableCell(row, column, text, height, width, value))
    return found
