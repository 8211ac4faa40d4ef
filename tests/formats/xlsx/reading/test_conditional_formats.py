"""Conditional formats that show something else than a cell holds: people are asked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import FormatObject, IconSet, Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from generator.files.zip_archive import WORKBOOK, unpacked
from generator.form.vocabulary import Form
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.conditional_formats import RULE, shown_by_conditions
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Finding
from generator.model.report import Entry, Place, Report
from tests.form.small import SMALL
from tests.form.small_office import filled_in
from tests.forms import FORM
from tests.opened import changed, saved
from tests.paths import WORKBOOK as PUBLISHED
from tests.samples import FILE

SHEET, COUNT, MONEY = "二、主动公开", "B10", "B17"

Operator = Literal["lessThan", "equal", "greaterThan", "between", "notBetween"]


def look(number_format: str) -> DifferentialStyle:
    return DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode=number_format))


def compared(number_format: str, operator: Operator, *limits: str) -> Rule:
    return Rule("cellIs", operator=operator, formula=[*limits], dxf=look(number_format))


def arrows(*, alone: bool) -> Rule:
    limits = [FormatObject(type="percent", val=limit) for limit in (0, 33, 67)]
    return Rule("iconSet", iconSet=IconSet(iconSet="3Arrows", showValue=not alone, cfvo=limits))


def findings(
    rule: Rule, area: str, cells: Mapping[str, object], read: Iterable[str] | None = None
) -> list[Finding]:
    """Return what is told of a sheet with a rule, all cells of which are read or those named."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    for cell, value in cells.items():
        sheet[cell] = value  # type: ignore[assignment]
    sheet.conditional_formatting.add(area, rule)
    sheets = read_sheets(unpacked(saved(book), FILE, WORKBOOK), FILE)
    entries = {
        cell: Entry("", Place(FILE, SHEET, cell)) for cell in (cells if read is None else read)
    }
    return list(shown_by_conditions(sheets, Report(entries, {}, {}, ()), FILE))


def told_of_a_workbook(data: bytes, form: Form) -> list[Finding]:
    return [one for one in read_content(data, FILE, form)[1] if one.rule == RULE]


def test_the_formats_of_our_own_workbooks_say_nothing() -> None:
    assert told_of_a_workbook(PUBLISHED.read_bytes(), FORM) == []


def test_whatever_a_report_is_read_from_is_looked_at() -> None:
    def change(book: Workbook) -> None:
        book["指标"]["A4"], book["指标"]["B4"] = "备案公文", 38
        for sheet in book.worksheets:
            hidden = Rule("expression", formula=["TRUE"], dxf=look(";;;"))
            sheet.conditional_formatting.add("A1:Z99", hidden)

    found = told_of_a_workbook(changed(filled_in(), change), SMALL)
    assert {(one.place.within, one.place.spot) for one in found} == {
        *(("基本信息", cell) for cell in ("B4", "B5")),
        *(("一、案件", cell) for cell in ("B5", "C5", "B6", "C6")),
        *(("正文", cell) for cell in ("D13", "C14", "D29")),
        ("指标", "B4"),
    }


@pytest.mark.parametrize(
    ("cell", "value", "number_format"),
    [(MONEY, 1234567, '0!.0,"万"'), (COUNT, 1238, ";;;"), (COUNT, 12, '0"%"')],
)
def test_a_number_format_that_applies_is_told_and_holds_the_report_back(
    cell: str, value: float, number_format: str
) -> None:
    (found,) = findings(compared(number_format, "greaterThan", "0"), cell, {cell: value})
    assert (found.place.within, found.place.spot, found.holds_back) == (SHEET, cell, True)
    assert found.message.startswith(f"条件格式会让它显示成别的样子（{number_format}）")
    assert "删去" in found.advice


def test_an_icon_or_a_bar_that_takes_the_place_of_the_number_is_told() -> None:
    (found,) = findings(arrows(alone=True), COUNT, {COUNT: 12})
    assert found.message.startswith('条件格式会让它显示成别的样子（"只有图标或数据条"）')
    assert not findings(arrows(alone=False), COUNT, {COUNT: 12})


@pytest.mark.parametrize(
    "rule",
    [
        compared(";;;", "lessThan", "0"),
        compared(";;;", "equal", "5"),
        compared(";;;", "notBetween", "9", "2000"),
        Rule("expression", formula=["FALSE"], dxf=look(";;;")),
        compared("#,##0", "greaterThan", "0"),
        Rule("expression", formula=["TRUE"], dxf=DifferentialStyle(font=Font(color="FF0000"))),
    ],
)
def test_what_does_not_apply_or_shows_the_same_is_taken_in_silence(rule: Rule) -> None:
    assert findings(rule, COUNT, {COUNT: 1238}) == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Rule("expression", formula=["TRUE"], dxf=look(";;;")), "条件格式会让它显示成别的样子"),
        (Rule("expression", formula=["$A$1>3"], dxf=look(";;;")), "条件格式可能会让它"),
        (compared(";;;", "between", "2000", "9"), "条件格式会让它"),
        (compared(";;;", "greaterThan", "$A$1"), "条件格式可能会让它"),
        (
            Rule("expression", formula=["TRUE"], dxf=DifferentialStyle(font=Font(strike=True))),
            "条件格式会把它划去",
        ),
    ],
)
def test_a_rule_that_is_not_worked_out_may_apply(rule: Rule, said: str) -> None:
    (found,) = findings(rule, COUNT, {COUNT: 1238})
    assert found.message.startswith(said)


def test_texts_and_days_are_looked_at_too() -> None:
    always = Rule("expression", formula=["TRUE"], dxf=look('yyyy"年"d"月"m"日";;;"某局"'))
    cells = {"B4": "某某局", "B5": 2024, "B6": date(2024, 1, 1), "B7": date(2024, 12, 31)}
    assert [one.place.spot for one in findings(always, "B4:B7", cells)] == list(cells)


def test_cells_that_are_not_read_are_not_looked_at() -> None:
    rule = compared(";;;", "greaterThan", "0")
    assert findings(rule, "Z99", {COUNT: 5, "Z99": 5}, read=[COUNT]) == []
