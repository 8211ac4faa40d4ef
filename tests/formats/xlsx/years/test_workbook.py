"""The workbook of several years: what its formulas show, and that it is one for people."""

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.files.delivery import AlreadyThere
from generator.formats.xlsx.findings.seal import compared
from generator.formats.xlsx.years.sheets import CHARTS, SENTENCES, SUMMARY, UNIT_DATA, UNITS
from generator.formats.xlsx.years.workbook import years_workbook
from generator.model.collection.over_years.years import YearOfUnits
from generator.model.finding import Refusal
from tests.formats.xlsx.formulas import shown, what_is_cached
from tests.formats.xlsx.without_results import without_results
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import changed, to_look_at
from tests.yearly import CASES, Typed, county, plain, unit, year_of

A2022: Typed = {"收案个人": 0, "收案单位": 7, "结案个人": None, "结案单位": 7}
A2023: Typed = {"收案个人": 5, "收案单位": 8, "结案个人": 5, "结案单位": "8.25"}
A2024: Typed = {"收案个人": 6, "收案单位": None, "结案个人": 0, "结案单位": "9.5"}
B: Typed = {"收案个人": 40, "收案单位": 0, "结案个人": 40, "结案单位": 0}


def of_units() -> list[YearOfUnits]:
    return [
        year_of(2022, unit("旧局", A2022), unit("乙局", B)),
        year_of(2023, unit("旧局", A2023), unit("乙局", B), unit("丙局", B)),
        year_of(2024, unit("甲局", A2024, "旧局"), unit("乙局", B), unit("丙局", A2023)),
    ]


def not_whole() -> list[YearOfUnits]:
    return [*of_units()[1:], year_of(2025, unit("甲局", A2022), unit("乙局"), unit("丙局", B))]


def of_one_organ() -> list[YearOfUnits]:
    return [plain(2022, A2022), plain(2024, A2024), plain(2025, A2023)]


def mixed() -> list[YearOfUnits]:
    """Return a report of the organ, and then sums of its units."""
    return [plain(2021, A2023), *of_units()]


GIVEN: Mapping[str, Callable[[], list[YearOfUnits]]] = {
    "units": of_units,
    "not whole": not_whole,
    "one organ": of_one_organ,
    "mixed": mixed,
}


@cache
def workbook(name: str) -> bytes:
    if name == "county":
        return years_workbook(county([2021, 2022, 2024, 2025], 6, FORM), FORM)
    return years_workbook(GIVEN[name](), CASES)


@pytest.mark.parametrize("name", [*GIVEN, pytest.param("county", marks=pytest.mark.long)])
def test_every_formula_has_the_result_that_it_shows(name: str) -> None:
    cached = what_is_cached(workbook(name))
    assert sum(map(len, cached.values())) > 20
    assert cached == shown(workbook(name))


def test_a_changed_number_changes_the_sentence_and_the_growth() -> None:
    data = workbook("units")
    row = next(
        line[0].row for line in to_look_at(data)[SUMMARY].iter_rows() if line[1].value == "结案单位"
    )

    def retype(book: Any) -> None:
        book[SUMMARY].cell(row, 6, 29)

    def said(given: bytes) -> list[str]:
        return list(shown(given)[SENTENCES].values())

    assert "2024年，办结单位的案件17.75件，比上年增加9.5件，增长115.2%。" in said(data)
    assert "2024年，办结单位的案件29件，比上年增加20.75件，增长251.5%。" in said(
        changed(data, retype)
    )


def test_another_figure_and_another_unit_may_be_chosen_without_macros() -> None:
    def choose(book: Any) -> None:
        book[UNITS]["B3"], book[UNITS]["B4"] = "收案", "丙局"

    found = shown(changed(workbook("units"), choose))[UNITS]
    assert [found[f"{column}7"] for column in "ABCDEF"] == [
        "丙局：收案",
        "",
        "40",
        "13",
        "-27",
        "-0.675",
    ]
    assert [found[f"{column}8"] for column in "BCD"] == ["47", "93", "59"]
    assert [found[f"{column}9"] for column in "BCD"] == ["47", "93", "59"]


def test_a_sum_that_is_not_whole_is_red_and_said_not_to_be_comparable() -> None:
    book = to_look_at(workbook("not whole"))
    sheet = book[SUMMARY]
    row = next(line for line in sheet.iter_rows() if line[1].value == "收案单位")
    latest, growth = row[5], row[7]
    assert latest.font.color.rgb.endswith("9C0006")
    assert growth.font.color.rgb.endswith("9C0006")
    assert "2025 年只汇总了 2 个单位，名单上有 3 个，缺乙局" in str(sheet["A3"].value)
    assert what_is_cached(workbook("not whole"))[SUMMARY][growth.coordinate] == "不可比"


def test_figures_of_nothing_are_folded_at_the_end() -> None:
    given = [plain(2023, {"收案个人": 3}), plain(2024, {"收案个人": 4, "结案个人": 0})]
    sheet = to_look_at(years_workbook(given, CASES))[SUMMARY]
    folded = [
        sheet.cell(row, 2).value
        for row in range(1, sheet.max_row + 1)
        if sheet.row_dimensions[row].hidden
    ]
    assert folded == ["收案单位", "结案个人", "结案单位", "结案"]
    assert sheet.row_dimensions[sheet.max_row].outlineLevel == 1


def test_an_organ_s_own_reports_have_no_sheets_of_units() -> None:
    assert to_look_at(workbook("one organ")).sheetnames == [SUMMARY, CHARTS, SENTENCES]
    every = [SUMMARY, CHARTS, UNITS, SENTENCES, UNIT_DATA]
    assert to_look_at(workbook("units")).sheetnames == every


def test_sheets_are_printed_on_a4_with_their_headings_which_stay_in_sight() -> None:
    for sheet in to_look_at(workbook("units")).worksheets:
        assert sheet.page_setup.paperSize == 9, sheet.title
        if sheet.title != CHARTS:
            assert sheet.freeze_panes, sheet.title
            assert sheet.print_title_rows, sheet.title


def test_charts_bring_the_numbers_that_they_show_and_name_the_cells() -> None:
    with zipfile.ZipFile(BytesIO(workbook("units"))) as archive:
        charts = [
            archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("xl/charts/chart")
        ]
    assert len(charts) == 4
    drawn = next(one for one in charts if "收案、结案" in one)
    assert "<f>'历年汇总'!$D$" in drawn
    assert re.findall(r"<numCache>.*?</numCache>", drawn)
    assert "2024年" in drawn
    assert "（单位：件）" in drawn


def test_the_same_years_in_any_order_have_the_same_bytes_and_a_seal() -> None:
    again = years_workbook(list(reversed(of_units())), CASES)
    assert again == workbook("units")
    assert compared(again, workbook("units")) is AlreadyThere.SAME
    edited = changed(again, lambda book: book[SUMMARY].cell(30, 1, "记下的话"))
    assert compared(again, edited) is AlreadyThere.EDITED


@pytest.mark.long
def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    given = [year_of(at, unit('=1+1"甲', B), unit("乙局", B)) for at in (2023, 2024)]
    data = years_workbook(given, CASES)
    assert to_look_at(data)[UNITS]["A10"].data_type == "s"
    assert shown(data) == what_is_cached(data)


def test_a_report_without_units_beside_sums_of_units_says_nothing_of_them() -> None:
    book, found = to_look_at(workbook("mixed")), shown(workbook("mixed"))[UNITS]
    assert [book[UNITS].cell(row, 2).value for row in (7, 8, 10)] == [None] * 3
    assert found["B9"] == "13"
    years = {book[UNIT_DATA].cell(row, 2).value for row in range(4, book[UNIT_DATA].max_row + 1)}
    assert years == {2022, 2023, 2024}


def test_of_very_many_units_the_main_figures_are_there_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.formats.xlsx.years.unit_data._MOST_CELLS", 18)
    data = years_workbook(of_units(), CASES)
    sheet = to_look_at(data)[UNIT_DATA]
    assert [sheet.cell(3, column).value for column in range(4, sheet.max_column + 1)] == [
        *("收案", "收案个人")
    ]
    assert "只列出前 2 个数字" in str(sheet["A2"].value)
    assert shown(data) == what_is_cached(data)


def test_years_that_do_not_fit_are_refused() -> None:
    with pytest.raises(Refusal, match="只有 2024 年一年的"):
        years_workbook([plain(2024, A2024)], CASES)


def plain_value(value: Any) -> object:
    """Return a number without binary noise, and nothing as an empty text."""
    return round(value, 9) if isinstance(value, int | float) else value or ""


@needs_libreoffice
@pytest.mark.parametrize("name", [*GIVEN, "county"])
def test_libreoffice_comes_to_the_same_results(name: str, tmp_path: Path) -> None:
    data = workbook(name)
    source = tmp_path / "book.xlsx"
    source.write_bytes(without_results(data))
    (tmp_path / "saved").mkdir()
    theirs = load_workbook(convert(source, "xlsx", tmp_path / "saved"), data_only=True)
    ours = load_workbook(BytesIO(data), data_only=True)
    different, looked_at = [], 0
    for sheet in to_look_at(data).worksheets:
        for one in (one for row in sheet for one in row if one.data_type == "f"):
            looked_at += 1
            expected = ours[sheet.title][one.coordinate].value
            found = theirs[sheet.title][one.coordinate].value
            if plain_value(expected) != plain_value(found):
                different.append((sheet.title, one.coordinate, expected, found))
    assert different == []
    assert looked_at > 20
