"""Formulas are computed anew, and the form's own totals show the right sum at once."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from tests.formats.xlsx.sheets import SHEET, inside, workbook, worksheet


def edited(cells: str, a1: CellValue, others: Mapping[str, CellValue] | None = None) -> str:
    """Return what becomes of some cells of the first row when A1, 1 before, is typed over."""
    sheet = f'<sheetData><row r="1"><c r="A1"><v>1</v></c>{cells}</row></sheetData>'
    spots = {"A1": a1, **(others or {})}
    edits = {(SHEET, (1, "ABCDEFGH".index(cell[0]) + 1)): value for cell, value in spots.items()}
    found = inside(edit_cells(workbook(worksheet(sheet)), "", edits))
    return found.partition("</c>")[2].removesuffix("</row></sheetData>")


BLANK_OR_SUM = 'IF(COUNT(A1:B1)=0,"",SUM(A1:B1))'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<f>X</f>", '<f ca="1">X</f>'),
        ("<f/>", '<f ca="1"/>'),
        ('<f ca="1">X</f>', '<f ca="1">X</f>'),
        ("<f ca='true'>X</f>", "<f ca='true'>X</f>"),
        ("<f ca='0' aca='false'>X</f>", "<f ca=\"1\" aca='false'>X</f>"),
        ('<f t="shared" ref="C1:D1" si="0">X</f>', '<f t="shared" ref="C1:D1" si="0" ca="1">X</f>'),
        ('<f t="shared" si="0" />', '<f t="shared" si="0" ca="1" />'),
        ('<f t="array" ref="C1:D1" aca="0">X</f>', '<f t="array" ref="C1:D1" aca="0" ca="1">X</f>'),
        ('<f t="dataTable" ref="C1" r1="A1"/>', '<f t="dataTable" ref="C1" r1="A1" ca="1"/>'),
    ],
)
@pytest.mark.parametrize("result", ["", "<v/>", "<v></v>", "<v>5</v>"])
def test_every_formula_is_marked_and_keeps_its_result(before: str, after: str, result: str) -> None:
    cell = '<c r="C1">{}</c>'
    assert edited(cell.format(before + result), 9) == cell.format(after + result)


def test_a_check_says_what_holds_now() -> None:
    cell = '<c r="C1" t="str"><f{}>IF(A1=1,"✓","✗ &lt; "&amp;A1)</f><v>{}</v></c>'
    assert edited(cell.format("", "✓"), 9) == cell.format(' ca="1"', "&#10007; &lt; 9")


def test_a_text_that_cannot_be_known_is_emptied_for_it_may_not_hold_any_more() -> None:
    cell = '<c r="C1" t="str"><f{}>IF(ROUNDUP(A1,0)=1,"✓","✗")</f><v>{}</v></c>'
    assert edited(cell.format("", "✓"), 9) == cell.format(' ca="1"', "")


@pytest.mark.parametrize(
    ("cell", "value", "after"),
    [
        ("<c{}><f{}>SUM(A1:B1)</f><v>1</v></c>", 9, ("", "9")),
        ("<c{}><f{}>SUM(A1:B1)</f><v>1</v></c>", None, ("", "0")),
        ("<c{}><f{}>sum( $A$1:$B$1 )</f><v>1</v></c>", Decimal("0.1"), ("", "0.1")),
        (f"<c{{}}><f{{}}>{BLANK_OR_SUM}</f><v>1</v></c>", 10**14, ("", "100000000000000")),
        (f"<c{{}}><f{{}}>{BLANK_OR_SUM}</f><v>1</v></c>", None, (' t="str"', "")),
        (f"<c{{}}><f{{}}>{BLANK_OR_SUM}</f><v>1</v></c>", "12", (' t="str"', "")),
        (f"<c{{}}><f{{}}><![CDATA[{BLANK_OR_SUM}]]></f><v>1</v></c>", 5, ("", "5")),
        ('<c{}><f t="array" ref="C1"{}>SUM(A1:B1)</f><v>1</v></c>', 5, ("", "5")),
    ],
)
def test_a_total_shows_the_new_sum(cell: str, value: CellValue, after: tuple[str, str]) -> None:
    kind, result = after
    cell = cell.replace("<c{}", '<c r="C1"{}')
    expected = cell.format(kind, ' ca="1"').replace("<v>1<", f"<v>{result}<")
    assert edited(cell.format("", ""), value) == expected


@pytest.mark.parametrize("result", ["<v></v>", "<v/>", "<v><![CDATA[]]></v>"])
def test_a_blank_total_becomes_a_number(result: str) -> None:
    cell = f'<c r="C1" t="str"><f>{BLANK_OR_SUM}</f>{result}</c>'
    sheet = f'<c r="C1" t="n"><f ca="1">{BLANK_OR_SUM}</f><v>5</v></c>'
    assert edited(cell, 5) == sheet


@pytest.mark.parametrize("result", ["", "<v/>", "<v></v>", "<v> </v>"])
def test_a_total_that_never_was_computed_stays_so(result: str) -> None:
    cell = '<c r="C1"><f{}>SUM(A1:B1)</f>' + result + "</c>"
    assert edited(cell.format(""), 5) == cell.format(' ca="1"')


def test_totals_of_totals_follow_in_whatever_order_they_stand() -> None:
    cells = (
        '<c r="B1"><f{0}>SUM(C1:D1)</f><v>{1}</v></c><c r="C1"><f{0}>SUM(D1:E1)</f><v>{2}</v></c>'
        '<c r="D1"><f{0}>SUM(A1:A1)</f><v>{3}</v></c><c r="E1"><v>5</v></c>'
    )
    assert edited(cells.format("", 7, 6, 1), 10) == cells.format(' ca="1"', 25, 15, 10)


def test_a_total_without_a_result_still_counts_in_another() -> None:
    cells = '<c r="B1"><f{0}>SUM(A1:A1)</f><v></v></c><c r="C1"><f{0}>SUM(A1:B1)</f><v>{1}</v></c>'
    assert edited(cells.format("", 2), 10) == cells.format(' ca="1"', 20)


def test_a_shared_total_is_known_in_every_cell_that_shares_it() -> None:
    cells = (
        '<c r="B1"><v>4</v></c><c r="C1"><f t="shared" ref="C1:D1" si="3"{0}>SUM(A1:B1)</f>'
        '<v>{1}</v></c><c r="D1"><f t="shared" si="3"{0}/><v>{2}</v></c>'
    )
    assert edited(cells.format("", 5, 9), 10) == cells.format(' ca="1"', 14, 18)


def test_only_numbers_are_added_up() -> None:
    cells = (
        '<c r="B1" t="str"><v>3</v></c><c r="D1" t="inlineStr"><is><t>4</t></is></c><c r="E1"/>'
        '<c r="F1"><f{0}>ROUNDUP(A1,0)</f><v>2</v></c><c r="G1"><v>0.5</v></c>'
        '<c r="H1"><f{0}>SUM(A1:G1)</f><v>{1}</v></c>'
    )
    assert edited(cells.format("", "3.5"), 10) == cells.format(' ca="1"', "12.5")


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f{0}>SUM(A1:B1)</f><v>1</v></c>',
        '<c r="B1"><f{0}>A1^2</f></c><c r="C1"><f{0}>SUM(A1:B1)</f><v>1</v></c>',
        '<c r="B1" t="d"><v>2024-01-31</v></c><c r="C1"><f{0}>SUM(A1:B1)</f><v>1</v></c>',
        '<c r="B1" t="b"><v>1</v></c><c r="C1"><f{0}>SUM(A1:B1)</f><v>1</v></c>',
        '<c r="B1"><f{0}>SUM(C1:C1)</f><v>1</v></c><c r="C1"><f{0}>SUM(A1:B1)</f><v>1</v></c>',
        '<c r="C1"><f{0}>SUM(A1:D1)</f><v>1</v></c>',
        '<c r="C1"><f{0}>SUM(A1:ZZ99)</f><v>1</v></c>',
        '<c r="C1"><f{0}>SUM(A1:B1)^1</f><v>1</v></c>',
        '<c r="C1"><f t="array" ref="C1:D1"{0}>SUM(A1:B1)</f><v>1</v></c><c r="D1"><v>1</v></c>',
    ],
)
def test_what_cannot_be_known_is_left_to_the_program_that_opens_it(cells: str) -> None:
    assert edited(cells.format(""), 9) == cells.format(' ca="1"')


def test_a_result_that_is_right_is_not_written_anew() -> None:
    cells = (
        '<c r="B1"><v>0.10000000000000001</v></c><c r="C1"><v>0.2</v></c>'
        '<c r="D1"><f{0}>SUM(B1:C1)</f><v>0.30000000000000004</v></c>'
    )
    assert edited(cells.format(""), 9) == cells.format(' ca="1"')


def test_heights_alone_leave_formulas_alone() -> None:
    sheet = '<sheetData><row r="1" ht="{}" customHeight="1"><c><f>A2</f></c></row></sheetData>'
    found = edit_cells(workbook(worksheet(sheet.format(15))), "", {}, {(SHEET, 1): 30})
    assert inside(found) == sheet.format(30)
