"""One cell of the workbook is one figure of the report and one cell of the document."""

import pytest

from generator.files.archive import DOCUMENT, open_archive
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.document.package.ooxml import parse
from generator.formats.document.reading.tables import read_figures
from generator.formats.document.template.fill import fill
from generator.formats.document.template.values import context_of
from generator.model.narrative import printed
from tests.formats.document.templates import compiled
from tests.samples import numbers, read, typed_totals, workbook

COMPILED = compiled()
CHANGED = 987_654


@pytest.mark.parametrize("figure", FORM.figures)
def test_workbook_to_report_to_document_and_back(figure: str) -> None:
    report, findings = read(workbook(figures={**typed_totals(), figure: CHANGED}))
    due = {**numbers(), figure: CHANGED}
    assert findings == []
    assert {name: read_figure.value for name, read_figure in report.figures.items()} == due

    lines, _ = printed(report, FORM)
    values = context_of(report, lines, FORM, draft_stamp="").values
    document = fill(COMPILED, values, snapshot="{}", origin={})
    root = parse(open_archive(document, "made", DOCUMENT)[DOCUMENT], DOCUMENT, "made")
    found, misses = read_figures(root, FORM)
    assert misses == []
    assert found == {name: str(value) for name, value in due.items()}
