"""The live check cells, worked out by the tests and by LibreOffice as Excel would."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.writing.style import BAD, GOOD
from tests.formats.xlsx import formulas
from tests.formats.xlsx.new_workbooks import blank, of_next_year
from tests.forms import FORM
from tests.libreoffice import SECOND_OPINION, convert
from tests.samples import numbers, sheet_of, typed_totals, workbook
from tests.typed_cells import typed


def by_libreoffice(data: bytes, folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Return sheet → cell → what its formula shows."""
    source = folder / "甲.xlsx"
    load_workbook(BytesIO(data)).save(source)  # without results: it works out what has none
    (folder / "saved").mkdir()
    saved = convert(source, "xlsx", folder / "saved").read_bytes()
    formulas = load_workbook(BytesIO(data))
    results = load_workbook(BytesIO(saved), data_only=True)
    return {
        sheet.title: {
            cell.coordinate: str(results[sheet.title][cell.coordinate].value or "")
            for row in sheet
            for cell in row
            if cell.data_type == "f"
        }
        for sheet in formulas
    }


Shown = Callable[[bytes], Mapping[str, Mapping[str, str]]]


@pytest.fixture(params=["here", pytest.param("LibreOffice", marks=SECOND_OPINION)])
def shown(request: pytest.FixtureRequest, tmp_path: Path) -> Shown:
    """Return who works the formulas out."""
    return formulas.shown if request.param == "here" else partial(by_libreoffice, folder=tmp_path)


def checks(cells: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the check cells of the tables: what begins with ✓ or ✗."""
    return {
        f"{layout.name}!{cell}": text
        for layout in table_sheets(FORM)
        for cell, text in cells[layout.name].items()
        if text.startswith((GOOD, BAD))
    }


def test_a_workbook_that_ties_is_all_good(shown: Shown) -> None:
    cells = shown(workbook())
    assert set(checks(cells).values()) == {GOOD}
    assert len(checks(cells)) == 6 + 25 + 7 + 7 + 1 + 3
    assert cells["填写说明"]["C5"] == GOOD
    assert cells["填写说明"]["A2"] == "2024年政府信息公开工作年度报告"


def test_totals_show_the_sums(shown: Shown) -> None:
    cells = shown(workbook())
    assert cells["三、申请办理"]["J7"] == str(numbers()["本年新收"])
    assert cells["四、复议诉讼"]["E7"] == str(numbers()["复议总计"])


def test_what_does_not_tie_is_said_in_words(shown: Shown) -> None:
    figures = {
        **typed_totals(),
        "予以公开": numbers()["予以公开"] + 1,
        "国家秘密自然人": "1,238",
        "过程性信息自然人": None,
        "复议总计": 1,
        "行政强制": None,
    }
    found = checks(shown(workbook(figures=figures)))
    wrong = {cell: text for cell, text in found.items() if text != GOOD}
    total = numbers()["办理结果总计"] + 1
    assert wrong == {
        "二、主动公开!E14": "✗ 还没有填",
        "三、申请办理!K9": f"✗ 应为 {numbers()['予以公开']}",
        "三、申请办理!K11": "✗ 有 1 格不是数字",
        "三、申请办理!K16": "✗ 还有 1 格没填",
        "三、申请办理!D33": "✗ 有 1 格不是数字",
        "三、申请办理!J33": f"✗ 应为 {total}",
        "四、复议诉讼!A8": f"✗ 应为 {numbers()['复议总计']}",
    }


def test_a_blank_workbook_has_nothing_to_say(shown: Shown) -> None:
    cells = shown(blank())
    assert checks(cells) == {}
    assert cells["填写说明"]["C5"] == "各表还没有填"
    assert cells["三、申请办理"]["J7"] == ""


def test_what_is_brought_from_last_year_does_not_make_a_blank_table_good(shown: Shown) -> None:
    cells = shown(of_next_year())
    assert checks(cells) == {}
    assert cells["填写说明"]["C5"] == "各表还没有填"
    assert cells["三、申请办理"]["J8"] == str(numbers()["上年结转"])


def test_once_the_table_is_begun_all_of_it_is_looked_at(shown: Shown) -> None:
    layout = sheet_of("本年新收自然人")
    first = address(layout.figures["本年新收自然人"])
    found = checks(shown(typed(of_next_year(), {(layout.name, first): 5})))
    assert found["三、申请办理!K7"] == "✗ 还有 5 格没填"
    assert found["三、申请办理!K8"] == GOOD
    assert found["三、申请办理!K9"] == "✗ 还没有填"
    assert found["三、申请办理!D32"].startswith("✗ 前两项比后两项多")
