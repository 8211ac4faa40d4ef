"""One cell of the workbook is one figure of the report and one cell of the document."""

from decimal import Decimal
from functools import cache

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.reading.tables import read_figures
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.values import context_of
from generator.model.narrative import printed
from generator.model.report import Report
from tests.few import each
from tests.formats.docx.templates import compiled
from tests.forms import FORM
from tests.samples import read, workbook

TYPED = {name: 100_000 + at for at, name in enumerate(FORM.figures)}
"""A number for each figure, totals too, that no other has."""


@cache
def report_and_findings() -> tuple[Report, list[str]]:
    return read(workbook(figures=TYPED))


@cache
def figures_of_the_document() -> dict[str, str]:
    report, _ = report_and_findings()
    lines, _ = printed(report, FORM)
    values = context_of(report, lines, FORM, draft_stamp="").values
    document = fill(compiled(), values, snapshot="{}", origin={})
    root = parse(open_archive(document, "made", DOCUMENT)[DOCUMENT], DOCUMENT, "made")
    found, misses = read_figures(root, FORM)
    assert misses == []
    return dict(found)


def test_every_cell_is_read_and_printed_and_no_other() -> None:
    assert len(set(TYPED.values())) == len(FORM.figures) == 200
    report, findings = report_and_findings()
    assert findings == []
    assert report.figures.keys() == figures_of_the_document().keys() == TYPED.keys()


@each("figure", FORM.figures)
def test_workbook_to_report_to_document_and_back(figure: str) -> None:
    report, _ = report_and_findings()
    assert report.figures[figure].value == Decimal(TYPED[figure])
    assert figures_of_the_document()[figure] == str(TYPED[figure])
