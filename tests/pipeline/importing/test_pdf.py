from decimal import Decimal
from pathlib import Path

import pytest

from generator.form.grid import grid
from generator.model.finding import Refusal
from generator.model.report import Paragraph, Report
from generator.pipeline.import_document import build_imported
from tests import paths
from tests.form.small import SMALL
from tests.formats.pdf.reading import published
from tests.formats.pdf.reading.drawing import Page, pdf
from tests.formats.pdf.reading.redrawn import STYLES, redrawn
from tests.formats.pdf.reading.tables import table
from tests.libreoffice import convert, needs_libreoffice
from tests.manuscript.importing.documents import OPENING, report
from tests.samples import numbers

SIZE = 14.0


def small_page(year: int = 2023, numbers_from: int = 11, begins: float = 60) -> Page:
    """Return a page with a report of the small form, a different number in each cell."""
    page, base = Page().text(120, begins, f"某某市某某局{year}年度案件统计年报", SIZE), begins + 30
    for section in SMALL.sections:
        page.text(108, base, section.heading, SIZE)
        base += 24
        for one_table in section.tables:
            cells = grid(one_table)
            texts = {(one.row, one.column): one.label for one in cells}
            figures = [one for one in cells if one.figure]
            for at, one in enumerate(figures):
                texts[one.row, one.column] = str(numbers_from + at)
            merged = {(one.row, one.column): (one.rows, one.columns) for one in cells}
            high = 1 + max(one.row for one in cells)
            wide = 1 + max(one.column for one in cells)
            table(page, texts, [100] * wide, [20] * high, merged=merged, top=base, left=80)
            base += 20 * high + 30
        page.text(108, base, "本单位按照规定办理案件，依法公开结果，接受群众监督。", SIZE)
        page.text(80, base + 24, "并且已经改进。", SIZE)
        base += 48
    return page


def figures_of(found: Report) -> dict[str, Decimal | None]:
    return {name: figure.value for name, figure in found.figures.items()}


@pytest.mark.usefixtures("small_form")
def test_a_pdf_becomes_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "公布.docx"  # what it is, its content says
    file.write_bytes(pdf([small_page()]))
    found = build_imported(file)
    assert found.form is SMALL
    assert figures_of(found.report) == {
        name: Decimal(11 + at) for at, name in enumerate(SMALL.figures)
    }
    assert found.workbook == tmp_path / "2023.xlsx"
    assert len(found.report.paragraphs) == len(SMALL.sections)
    assert [one for one in found.findings if "表格" in one.place.within] == []


@pytest.mark.usefixtures("small_form")
def test_what_is_not_certain_in_a_pdf_is_told_first() -> None:
    page = small_page().text(420, 150, "旁注")
    found = build_imported(pdf([page]))
    assert any(one.rule == "I12" and "旁注" in one.message for one in found.findings)


@pytest.mark.usefixtures("small_form")
def test_two_reports_in_one_file_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.manuscript.importing.several_reports._FEWEST", 2)
    with pytest.raises(Refusal, match=r"里有 2 份报告（“.*2022年度.*”、“.*2023年度.*”），没有导入"):
        build_imported(pdf([small_page(2022), small_page(2023, begins=80)]))


def test_two_reports_in_one_document_are_told_too() -> None:
    both = report()
    for block in report(
        title=("某某市某某局2022年政府信息公开工作年度报告",)
    ).document.element.body:
        both.document.element.body.append(block)
    with pytest.raises(Refusal, match="请分成几个文件，每个只留一份"):
        build_imported(both.content())


def all_right(content: bytes) -> None:
    found = build_imported(content)
    assert figures_of(found.report) == numbers()
    texts = [row.heading + row.text for row in found.report.paragraphs]
    assert sum(published.LONG in text for text in texts) == 2
    assert OPENING in texts


@pytest.mark.long
def test_our_own_pdf_comes_back_whole() -> None:
    all_right(published.content())


@pytest.mark.long  # what is drawn otherwise, the tests of tables try one by one
@pytest.mark.parametrize("style", STYLES)
def test_every_figure_of_a_report_comes_back_however_it_is_drawn(style: str) -> None:
    all_right(redrawn(published.pages(), STYLES[style]))


@needs_libreoffice
def test_the_published_example_comes_back_from_libreoffice(tmp_path: Path) -> None:
    as_document = build_imported(paths.DOCUMENT).report
    found = build_imported(convert(paths.DOCUMENT, "pdf", tmp_path)).report
    assert figures_of(found) == figures_of(as_document)
    assert [without_spaces(row) for row in found.paragraphs] == [
        without_spaces(row) for row in as_document.paragraphs
    ]


def without_spaces(row: Paragraph) -> tuple[str, int, str, str]:
    """Return a paragraph as a PDF holds it: a space at a line's end is not drawn."""
    return row.part, row.level, row.heading, "".join(row.text.split())
