"""An office whose form has four figures: what holds for any form costs a fifth of ours there."""

from decimal import Decimal
from functools import cache
from pathlib import Path

from generator.form.vocabulary import ORGAN, YEAR
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import Entry, Figure, Paragraph, Report
from generator.pipeline.make import build_document
from tests.form.small import SMALL
from tests.pipeline.small_template import small_template

FIGURE, CELL = "收案个人", ("一、案件", (5, 2))
"""One of its figures, and where that stands in the workbook."""
FIGURES = {FIGURE: 5, "收案单位": 4, "结案个人": 5, "结案单位": 4}
_NARRATIVE = (
    ("第二部分", 2, "主动公开", ""),
    ("第二部分", 3, "公文主动公开。", "按照规定，凡属应当公开的，均予以公开，共38件。"),
    ("第二部分", 3, "政府信息公开。", "政府信息共413条，做到及时更新，方便群众查询。"),
    ("第二部分", 2, "依申请公开", "2023年共受理申请【收案个人】件，全年共答复4件，均已办结。"),
    ("第二部分", 2, "监督保障", "全面落实《2023年工作要点》，组织培训，狠抓工作落实，规范流程。"),
    ("第三部分", 2, "存在的主要问题", ""),
    ("第三部分", 3, "公开渠道不够广泛。", "信息发布不够全面，需进一步加强规范性，扩大公开渠道。"),
    ("第三部分", 3, "办理水平有待提高。", ""),
    ("第三部分", 2, "改进情况", "结合重点工作推进，开播至今已开展直播12场，累计观看3000人次。"),
)
REPORT = Report(
    entries={ORGAN: Entry("某某市某某局"), YEAR: Entry(2023)},
    figures={name: Figure(Decimal(value)) for name, value in FIGURES.items()},
    indicators={},
    paragraphs=tuple(Paragraph(*row) for row in _NARRATIVE),
    file="2023.xlsx",
)


def put_small(folder: Path) -> Path:
    """Put into a folder the workbook, the document that was made of it, and the template."""
    for name, content in _files().items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return folder


def small_document() -> bytes:
    """Return the document of the small office as it was made."""
    return _files()["outputs/2023.docx"]


@cache
def _files() -> dict[str, bytes]:
    workbook, template = workbook_of(REPORT, SMALL), small_template()
    document = build_document(workbook, form=SMALL, template=template).content
    assert document is not None
    return {
        "inputs/2023.xlsx": workbook,
        "outputs/2023.docx": document,
        f"templates/{SMALL.template}": template,
    }
