"""The workbook of a collection: read again as a report, and by what people wrote in it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from generator.formats.xlsx.collection.answers_reading import read_answers
from generator.formats.xlsx.collection.figures_reading import read_unit_standings
from generator.formats.xlsx.collection.layout import (
    FIGURES_SHEET,
    FILES_SHEET,
    FIRST_UNIT_ROW,
    PROBLEMS_SHEET,
    figure_columns,
)
from generator.formats.xlsx.collection.list_reading import read_unit_list
from generator.formats.xlsx.collection.told_reading import read_told
from generator.formats.xlsx.collection.workbook import collection_workbook
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.writing.style import height_for
from generator.model.blank_report import blank_report
from generator.model.collection.answers import Answers
from generator.model.collection.collection import AcrossFinding, Collection, State
from generator.model.finding import notice, unchecked, wrong
from generator.model.report import Place, Verification
from tests.collected import ORGAN, YEAR, collection
from tests.form.small import SMALL

NAME = "汇总2024.xlsx"
FIRST = {"收案个人": 3, "收案单位": 4, "结案个人": 3, "结案单位": 4}
SECOND = {"收案个人": 10, "收案单位": 0, "结案个人": 10, "结案单位": None}


def written(there: Collection, answers: Answers | None = None) -> bytes:
    report = blank_report(ORGAN, YEAR, SMALL)
    return collection_workbook(there, report, answers or Answers())


def two() -> Collection:
    return collection(("甲局", State.FILED, FIRST), ("乙局", State.WITH_ERRORS, SECOND))


def sheets(content: bytes) -> list[Sheet]:
    return read_sheets(workbook_parts(content, NAME), NAME)


def changed(content: bytes, sheet: str, cells: Mapping[str, str | int]) -> bytes:
    """Return a workbook in which somebody typed, saved by a program that leaves no results."""
    book: Workbook = load_workbook(BytesIO(content))
    for cell, value in cells.items():
        book[sheet][cell] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sums(content: bytes) -> dict[str, Decimal | None]:
    report, _ = read_content(content, NAME, SMALL)
    return {name: figure.value for name, figure in report.figures.items()}


def test_its_figures_are_the_sums_of_the_units_that_count() -> None:
    there = collection(
        ("甲局", State.FILED, FIRST),
        ("乙局", State.WITH_ERRORS, SECOND),
        ("丙局", State.HELD, {"收案个人": 100}),
        ("丁局", State.MISSING, {}),
    )
    assert sums(written(there)) == {
        "收案个人": 13,
        "收案单位": 4,
        "结案个人": 13,
        "结案单位": 4,
    }


@pytest.mark.long
def test_where_no_unit_has_a_number_the_sum_is_blank_and_not_zero() -> None:
    there = collection(("甲局", State.FILED, {}), ("乙局", State.FILED, {"收案个人": 0}))
    report, findings = read_content(written(there), NAME, SMALL)
    assert report.figures["收案个人"].value == 0
    assert report.figures["收案单位"].value is None
    assert report.figures["收案单位"].readable
    saved_by_others = changed(written(there), FIGURES_SHEET, {})
    assert read_content(saved_by_others, NAME, SMALL) == (report, findings)


def test_a_figure_that_somebody_mends_moves_the_sum_whatever_program_saved_it() -> None:
    column = figure_columns(SMALL)["收案个人"]
    cell = f"{'ABCDEFGH'[column - 1]}{FIRST_UNIT_ROW}"
    mended = changed(written(two()), FIGURES_SHEET, {cell: 5})
    assert sums(mended)["收案个人"] == 15
    answers = read_answers(sheets(mended), SMALL)
    assert answers.mended == {("甲局", "收案个人"): 5}
    assert answers.received == {("甲局", "收案个人"): 3}
    again = written(two(), answers)
    assert sums(again)["收案个人"] == 15
    assert read_answers(sheets(again), SMALL) == answers


def test_figures_of_a_row_that_people_added_and_beside_a_column_they_inserted_are_read() -> None:
    book: Workbook = load_workbook(BytesIO(written(two())))
    sheet = book[FIGURES_SHEET]
    for column, value in ((1, "丁局"), (3, "是"), (4, 7)):
        sheet.cell(FIRST_UNIT_ROW + 2, column, value)
    sheet.cell(FIRST_UNIT_ROW, 5, 9)
    sheet.insert_cols(5)
    out = BytesIO()
    book.save(out)
    answers = read_answers(sheets(out.getvalue()), SMALL)
    assert answers.mended == {("丁局", "收案个人"): 7, ("甲局", "收案单位"): 9}
    assert answers.received == {("丁局", "收案个人"): None, ("甲局", "收案单位"): 4}


def test_a_unit_that_somebody_leaves_out_is_not_added() -> None:
    left_out = changed(written(two()), FIGURES_SHEET, {f"C{FIRST_UNIT_ROW}": "否"})
    assert sums(left_out)["收案个人"] == 10
    assert read_answers(sheets(left_out), SMALL).counted == {"甲局": False}


def test_a_sum_that_is_not_whole_holds_the_report_back() -> None:
    whole = read_content(written(two()), NAME, SMALL)[1]
    assert [one for one in whole if one.rule == "R19"] == []
    there = collection(("甲局", State.FILED, FIRST), ("乙局", State.MISSING, {}))
    (found,) = (one for one in read_content(written(there), NAME, SMALL)[1] if one.rule == "R19")
    assert found.holds_back
    assert "名单上 2 个单位，只计入 1 个，没有计入：乙局" in found.message


@pytest.mark.long
def test_a_unit_that_counts_without_a_number_and_words_for_a_number_hold_it_back() -> None:
    there = collection(("甲局", State.FILED, FIRST), ("丁局", State.MISSING, {}))
    row = FIRST_UNIT_ROW + 1
    counted = changed(written(there), FIGURES_SHEET, {f"C{row}": "是"})
    (found,) = (one for one in read_content(counted, NAME, SMALL)[1] if one.rule == "R19")
    assert "没有计入：丁局" in found.message
    words = changed(written(two()), FIGURES_SHEET, {f"D{FIRST_UNIT_ROW}": "约5件"})
    (found,) = (one for one in read_content(words, NAME, SMALL)[1] if one.rule == "R19")
    assert "“甲局”这里填的“约5件”不是数字" in found.message


def test_the_sheets_of_units_are_not_taken_for_those_of_the_report() -> None:
    _, findings = read_content(written(two()), NAME, SMALL)
    assert [one for one in findings if one.rule == "R01"] == []


def test_the_list_comes_back_as_it_was() -> None:
    listed = two().listed
    rows = tuple(unit._replace(row=row) for row, unit in enumerate(listed.units, 6))
    assert read_unit_list(sheets(written(two())), NAME) == listed._replace(units=rows)


def test_the_figures_of_units_are_read_as_they_stand() -> None:
    there = collection(("甲局", State.FILED, FIRST), ("丁局", State.MISSING, {}))
    found = read_unit_standings(sheets(written(there)), there.listed, SMALL, NAME)
    first, second = found
    assert (first.unit.name, first.state, second.state) == ("甲局", State.FILED, State.MISSING)
    assert first.filing is not None
    assert {name: one.value for name, one in first.filing.figures.items()} == FIRST


def test_the_figures_of_units_are_read_wherever_their_columns_were_moved() -> None:
    there = collection(("甲局", State.FILED, FIRST))
    book: Workbook = load_workbook(BytesIO(written(there)))
    book[FIGURES_SHEET].insert_cols(5)
    out = BytesIO()
    book.save(out)
    (found,) = read_unit_standings(sheets(out.getvalue()), there.listed, SMALL, NAME)
    assert found.filing is not None
    assert {name: one.value for name, one in found.filing.figures.items()} == FIRST


@pytest.mark.long
def test_of_very_many_problems_the_worst_are_listed_and_the_others_counted() -> None:
    place = Place("2024.xlsx", "数据表", "B2")
    problems = [notice("F1-02", place, f"第{number}处", "请看一看") for number in range(50)]
    problems.append(wrong("F1-02", place, "最要紧的一处", "请核对"))
    there = two()
    filed = there.units[0].filing
    assert filed is not None
    with_problems = there.units[0]._replace(filing=filed._replace(findings=tuple(problems)))
    content = written(replace(there, units=(with_problems, there.units[1])))
    (sheet,) = (one for one in sheets(content) if one.name == PROBLEMS_SHEET)
    said = [sheet.text((row, 5)) for row in range(4, 60) if sheet.text((row, 5))]
    assert len(said) == 41
    assert said[0] == "最要紧的一处。"
    assert said[-1] == "还有 11 处较轻的，这里没有列出。"


def test_a_file_of_which_little_is_said_takes_one_line() -> None:
    sheet = load_workbook(BytesIO(written(two())))[FILES_SHEET]
    heights = {sheet.row_dimensions[row].height for row in (4, 5)}
    assert heights == {height_for([("甲局", 44)])}


def test_what_could_not_be_checked_between_units_is_listed_by_unit() -> None:
    found = unchecked("C15", Place("上年的汇总"), "“乙局”没有与上年核对", "请补上")
    there = replace(two(), across=(AcrossFinding(("乙局",), found),))
    (sheet,) = (one for one in sheets(written(there)) if one.name == PROBLEMS_SHEET)
    assert [sheet.text((4, column)) for column in (1, 2, 5, 6)] == [
        "乙局",
        "无法核对",
        "“乙局”没有与上年核对。",
        "请补上。",
    ]


@pytest.mark.long
def test_what_people_wrote_beside_files_and_problems_stays() -> None:
    problem = wrong("F1-02", Place("2024.xlsx", "数据表", "B2"), "个人的收案与结案不等", "请核对")
    there = two()
    filed = there.units[0].filing
    assert filed is not None
    with_problem = there.units[0]._replace(filing=filed._replace(findings=(problem,)))
    there = replace(there, units=(with_problem, there.units[1]))
    content = changed(written(there), FILES_SHEET, {"G4": "乙局", "H4": "不用"})
    content = changed(content, PROBLEMS_SHEET, {"G4": "王某", "H4": "已电话核实"})
    answers = read_answers(sheets(content), SMALL)
    assert answers.whose == {"甲局/2024.xlsx": "乙局"}
    assert answers.chosen == {"甲局/2024.xlsx": False}
    assert answers.digests == {"甲局/2024.xlsx": filed.digest}
    key = problem.key
    assert answers.verified == {("甲局", key): Verification(key, "王某", "已电话核实")}
    assert read_answers(sheets(written(there, answers)), SMALL) == answers
    (noted,) = read_told(sheets(content))
    assert (noted.unit, noted.key, noted.place) == ("甲局", key, problem.place)
    assert (noted.message, noted.advice) == (problem.message, problem.advice)


@pytest.mark.parametrize("typed", ["2024", 2024, "2024年", "２０２４"])
def test_any_sheet_with_a_column_of_names_is_a_list(typed: object) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["汇总单位", "某某区人民政府"],
        ["汇总年度", typed],
        ["序号", "单位", "别的名称"],
        [1, "甲局", "原甲局、甲办"],
        [2, "乙局", None],
    ):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    listed = read_unit_list(sheets(out.getvalue()), "名单.xlsx")
    assert (listed.organ, listed.year) == ("某某区人民政府", 2024)
    assert [(one.name, one.others) for one in listed.units] == [
        ("甲局", ("原甲局", "甲办")),
        ("乙局", ()),
    ]
