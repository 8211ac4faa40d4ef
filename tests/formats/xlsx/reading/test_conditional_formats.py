"""Conditional formats that show something else than a cell holds: people are asked."""

from typing import Literal

import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.reading.conditional_formats import RULE
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Finding
from tests.opened import opened, saved, with_only
from tests.paths import ROOT

WORKBOOK = (ROOT / "inputs" / "2023.xlsx").read_bytes()
STRUCK = DifferentialStyle(font=Font(strike=True))
SHEET, COUNT, MONEY = "二、主动公开", "B10", "B17"

Operator = Literal["lessThan", "equal", "greaterThan", "between", "notBetween"]


def look(number_format: str) -> DifferentialStyle:
    return DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode=number_format))


def compared(number_format: str, operator: Operator, *limits: str) -> Rule:
    return Rule("cellIs", operator=operator, formula=[*limits], dxf=look(number_format))


def findings(rule: Rule, cells: str, value: float | str, sheet: str = SHEET) -> list[Finding]:
    book = opened(with_only(WORKBOOK, sheet))
    book[sheet][cells.partition(":")[0]] = value
    book[sheet].conditional_formatting.add(cells, rule)
    return [one for one in read_content(saved(book), "2023.xlsx", FORM)[1] if one.rule == RULE]


def test_the_formats_of_our_own_workbooks_say_nothing() -> None:
    assert not [one for one in read_content(WORKBOOK, "2023.xlsx", FORM)[1] if one.rule == RULE]


@pytest.mark.parametrize(
    ("cell", "value", "number_format"),
    [(MONEY, 1234567, '0!.0,"万"'), (COUNT, 1238, ";;;"), (COUNT, 12, '0"%"')],
)
def test_a_number_format_that_applies_is_told_and_holds_the_report_back(
    cell: str, value: float, number_format: str
) -> None:
    (found,) = findings(compared(number_format, "greaterThan", "0"), cell, value)
    assert (found.place.within, found.place.spot, found.holds_back) == (SHEET, cell, True)
    assert found.message.startswith(f"条件格式会让它显示成别的样子（{number_format}）")
    assert "删去" in found.advice


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
    assert findings(rule, COUNT, 1238) == []


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
    (found,) = findings(rule, COUNT, 1238)
    assert found.message.startswith(said)


def test_texts_and_days_are_looked_at_too() -> None:
    always = Rule("expression", formula=["TRUE"], dxf=look('yyyy"年"d"月"m"日";;;"某局"'))
    assert [one.place.spot for one in findings(always, "B4:B8", "某某局", "基本信息")] == [
        *("B4", "B5", "B6", "B7", "B8")
    ]


def test_cells_that_are_not_read_are_not_looked_at() -> None:
    assert findings(compared(";;;", "greaterThan", "0"), "Z99", 5) == []
