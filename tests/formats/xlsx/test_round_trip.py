"""A report written into a workbook and read again is the same report, over every cell."""

from dataclasses import replace
from decimal import Decimal

from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import Figure, Paragraph
from tests.form.small import SMALL
from tests.form.small_report import small_report
from tests.forms import FORM
from tests.samples import FILE, numbers, read, report, typed_totals, workbook


def test_a_whole_report_comes_back() -> None:
    found, findings = read(workbook())
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()
    assert found.entries == report().entries
    assert found.paragraphs == report().paragraphs
    assert found.indicators == report().indicators


def test_it_comes_back_with_totals_typed_over() -> None:
    found, findings = read(workbook(figures=typed_totals()))
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()


def test_every_figure_knows_its_file_sheet_and_cell() -> None:
    found, _ = read(workbook())
    assert {name: str(figure.place) for name, figure in found.figures.items()} == {
        name: str(figure.place) for name, figure in report().figures.items()
    }
    assert str(found.figures["予以公开"].place) == f"{FILE}『三、申请办理』J9"


def test_notes_decimals_and_blanks_come_back() -> None:
    odd = {
        "行政许可": Figure(Decimal(22), "（其中修订16件）"),
        "行政处罚": Figure(Decimal("7730.28")),
        "行政事业性收费": Figure(Decimal("59237.2449")),
        "行政强制": Figure(None),
    }
    found, _ = read(workbook_of(replace(report(), figures={**report().figures, **odd}), FORM))
    back = {name: (found.figures[name].value, found.figures[name].note) for name in odd}
    assert back == {name: (figure.value, figure.note) for name, figure in odd.items()}


TEXTS = [
    "=HYPERLINK(1)",
    "+1",
    "@某人",
    "　　开头有空格",
    "第一行\n第二行",
    "A&B <b> 'x' \"y\" {{7*7}} {% raw %} {_{",
    "𠮷 and 𝟙",
    "长" * 30_000,
]


def test_text_comes_back_as_it_was_typed() -> None:
    lines = tuple(Paragraph("第三部分", 3, "标题。", text) for text in TEXTS)
    data = workbook_of(small_report([Paragraph("第二部分", 2, "做法", "说明。"), *lines]), SMALL)
    found, findings = read_content(data, FILE, SMALL)
    assert found.part("第三部分") == lines
    assert findings == []
