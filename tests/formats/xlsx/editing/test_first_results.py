"""New workbooks come with the results of their formulas."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.formats.xlsx.editing.first_results import with_first_results
from tests.formats.xlsx.formulas import shown, what_is_cached
from tests.formats.xlsx.new_workbooks import blank, of_next_year
from tests.formats.xlsx.sheets import member
from tests.formats.xlsx.without_results import without_results
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import saved, to_look_at
from tests.samples import read, workbook


def with_figures(figures: Mapping[str, int | None]) -> bytes:
    return with_first_results(workbook(figures=figures))


COUNTS = [name for name in FORM.figures if name not in FORM.totals]
WORKBOOKS: Mapping[str, Callable[[], bytes]] = {
    "blank": blank,
    "whole": workbook,
    "in part": partial(with_figures, dict.fromkeys(COUNTS[::3])),
    "wrong": partial(with_figures, {COUNTS[20]: 99_999, COUNTS[30]: -5}),
    "next year": of_next_year,
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_formula_has_the_result_that_it_shows(name: str) -> None:
    data = WORKBOOKS[name]()
    cached = what_is_cached(data)
    assert sum(map(len, cached.values())) > 50
    assert cached == shown(data)


def test_a_blank_total_is_blank_and_a_blank_name_is_0_as_excel_shows_them() -> None:
    assert set(what_is_cached(blank())["三、申请办理"].values()) == {""}
    assert b't="str"><f>' in member(blank(), "xl/worksheets/sheet4.xml")
    assert "各表还没有填" in what_is_cached(blank())["填写说明"].values()


def test_excel_still_works_everything_out_when_it_opens_the_file() -> None:
    assert b'fullCalcOnLoad="1"' in member(workbook(), "xl/workbook.xml")


def flattened(data: bytes) -> bytes:
    """Return what a program makes of a workbook that reads results and writes values."""
    values = load_workbook(BytesIO(data), data_only=True, read_only=True)
    book = Workbook(write_only=True)
    for sheet in values.worksheets:
        copy = book.create_sheet(sheet.title)
        for row in sheet.iter_rows(values_only=True):
            copy.append(row)
    return saved(book)


def test_a_file_that_passed_through_such_a_program_has_no_false_findings() -> None:
    before, told_before = read(workbook())
    after, told_after = read(flattened(workbook()))
    assert told_after == told_before == []
    assert after.entries == before.entries
    assert {name: figure.printed for name, figure in after.figures.items()} == {
        name: figure.printed for name, figure in before.figures.items()
    }


@needs_libreoffice
@pytest.mark.parametrize("name", WORKBOOKS)
def test_libreoffice_comes_to_the_same_results(name: str, tmp_path: Path) -> None:
    data = WORKBOOKS[name]()
    source = tmp_path / "book.xlsx"
    source.write_bytes(without_results(data))
    (tmp_path / "saved").mkdir()
    theirs = load_workbook(convert(source, "xlsx", tmp_path / "saved"), data_only=True)
    ours = load_workbook(BytesIO(data), data_only=True)
    compared = 0
    for sheet in to_look_at(data).worksheets:
        for cell in (cell for row in sheet for cell in row if cell.data_type == "f"):
            compared += 1
            found: Any = theirs[sheet.title][cell.coordinate].value
            assert (ours[sheet.title][cell.coordinate].value or "") == (found or ""), cell
    assert compared > 50
