"""A report written into a workbook and read again is the same report, over every cell."""

from dataclasses import replace
from decimal import Decimal

from generator.model.report import Figure, Paragraph, Report
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
ODD = {
    "行政许可": Figure(Decimal(22), "（其中修订16件）"),
    "行政处罚": Figure(Decimal("7730.28")),
    "行政事业性收费": Figure(Decimal("59237.2449")),
    "行政强制": Figure(None),
}


def odd() -> Report:
    lines = (*report().paragraphs, *(Paragraph("第六部分", 3, "标题。", text) for text in TEXTS))
    return replace(report(), paragraphs=lines, figures={**report().figures, **ODD})


def test_notes_decimals_and_blanks_come_back() -> None:
    found, _ = read(workbook(content=odd()))
    back = {name: (found.figures[name].value, found.figures[name].note) for name in ODD}
    assert back == {name: (figure.value, figure.note) for name, figure in ODD.items()}


def test_text_comes_back_as_it_was_typed() -> None:
    found, findings = read(workbook(content=odd()))
    assert found.paragraphs == odd().paragraphs
    assert all("『二、主动公开』" in line for line in findings)  # of the odd figures
