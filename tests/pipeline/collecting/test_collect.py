"""A whole collection: a folder, a list, the workbook, the notices; and again, the next day."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.files import private_cache
from generator.formats.xlsx.collection.layout import FIGURES_SHEET, FIRST_UNIT_ROW, figure_columns
from generator.formats.xlsx.collection.unit_list import unit_list_workbook
from generator.messages.collect import collected_as_json, spoken_collected
from generator.messages.page.collection_view import collection_view
from generator.model.collection.collection import FileState, State
from generator.model.collection.filing import Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Refusal
from generator.pipeline import edition, template_choice
from generator.pipeline.collecting.collect import Collected, collect
from generator.pipeline.collecting.filing import read_filing
from generator.pipeline.collecting.handed_in import HandedIn
from generator.pipeline.collecting.looked_at import standings_in
from generator.pipeline.collecting.watched_reading import reading
from generator.pipeline.listing.folder_states import folder_states
from generator.pipeline.listing.states import Kind
from generator.pipeline.sources import read_report
from generator.pipeline.working.watched import Watch
from tests.form.small import SMALL
from tests.form.small_office import NUMBERS, filled_in, with_figures
from tests.opened import opened, saved

UNITS = ("甲局", "乙局", "丙局")


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which two of three units have filed, of a form of four figures."""
    cache = tmp_path / "缓存"
    monkeypatch.setattr(private_cache, "user_cache_path", lambda *_, **__: cache)
    monkeypatch.setattr(edition, "FORMS", (SMALL,))
    (tmp_path / "各单位").mkdir()
    put(tmp_path, "甲局", 1)
    put(tmp_path, "乙局", 10)
    units = UnitList("某某区人民政府", 2024, tuple(Unit(name) for name in UNITS))
    (tmp_path / "单位名单.xlsx").write_bytes(unit_list_workbook(units))
    return tmp_path


def put(folder: Path, organ: str, times: int, name: str = "", **changed: int) -> None:
    """Put a workbook of a unit into the folder, its figures so many times the usual ones."""
    figures = {figure: value * times for figure, value in NUMBERS.items()} | changed
    content = with_figures(filled_in(), figures)
    book = opened(content)
    book["基本信息"]["B4"] = organ
    (folder / "各单位" / (name or f"{organ}.xlsx")).write_bytes(saved(book))


def read_here(files: Sequence[HandedIn]) -> list[Filing]:
    return [read_filing(one) for one in files]


def collected(folder: Path, units: str | None = "单位名单.xlsx") -> Collected:
    named = folder / units if units else None
    return collect(folder / "各单位", folder / "汇总2024.xlsx", named, read_here)


def states(made: Collected) -> list[State]:
    return [one.state for one in made.collection.units]


def sums(path: Path) -> dict[str, Decimal | None]:
    figures = read_report(path).report.figures
    return {name: figure.value for name, figure in figures.items()}


@pytest.mark.long
def test_who_has_filed_the_sum_and_a_sheet_for_each_that_has_to_do_something(office: Path) -> None:
    put(office, "丙局", 1, 结案单位=9)
    made = collected(office)
    assert states(made) == [State.FILED, State.FILED, State.HELD]
    assert sums(made.output) == {name: value * 11 for name, value in NUMBERS.items()}
    assert not made.sums.whole
    assert [path.name for path in made.notices.written] == ["丙局.docx"]


@pytest.mark.long
def test_run_again_nothing_changes(office: Path) -> None:
    first = collected(office)
    content = first.output.read_bytes()
    again = collected(office, units=None)
    assert (again.delivery.value, again.output.read_bytes()) == ("current", content)
    assert again.notices.written == ()


@pytest.mark.long
def test_the_next_round_says_what_was_mended(office: Path) -> None:
    put(office, "丙局", 1, 结案单位=9)
    collected(office)
    put(office, "丙局", 1)
    made = collected(office, units=None)
    assert made.sums.whole
    assert sums(made.output) == {name: value * 12 for name, value in NUMBERS.items()}
    assert [moved.was.name for moved in made.notices.done_with] == ["丙局.docx"]


def test_a_figure_that_was_mended_stays_until_the_unit_files_another(office: Path) -> None:
    put(office, "丙局", 1)
    made = collected(office)
    column = figure_columns(SMALL)["收案单位"]
    book = load_workbook(made.output)
    book[FIGURES_SHEET].cell(FIRST_UNIT_ROW, column, 5)
    book.save(made.output)
    again = collected(office, units=None)
    assert sums(again.output)["收案单位"] == NUMBERS["收案单位"] * 12 + 1
    assert again.kept is not None
    put(office, "甲局", 2)
    third = collected(office, units=None)
    assert sums(third.output)["收案单位"] == NUMBERS["收案单位"] * 13
    (told,) = (one for one in third.collection.units[0].findings if one.rule == "C08")
    assert "原来报的是 4，汇总时改成了 5；现在报来的是 8" in told.message


@pytest.mark.long
def test_what_people_write_into_their_own_report_stays(office: Path) -> None:
    put(office, "丙局", 1)
    made = collected(office)
    book = load_workbook(made.output)
    row = next(cell.row for cell in book["正文"]["A"] if cell.value == "二、总体说明")
    book["正文"].cell(row, 2, "正文")
    book["正文"].cell(row, 4, "全区收案【收案个人】件。")
    book.save(made.output)
    put(office, "乙局", 11)
    collected(office, units=None)
    texts = [line.text for line in read_report(made.output).report.paragraphs]
    assert "全区收案【收案个人】件。" in texts


@pytest.mark.long
def test_what_only_the_copy_has_is_said_and_nothing_where_all_is_there(office: Path) -> None:
    made = collected(office)
    book = load_workbook(made.output)
    book["一、案件"]["B5"] = 99
    book.save(made.output)
    again = collected(office, units=None)
    (one,) = again.only_in_copy
    now = NUMBERS["收案个人"] * 11
    assert f"填过“99”，这一格是公式，现在是各单位之和 {now}" in one.message
    assert "『一、案件』B5：“收案／个人”填过“99”" in spoken_collected(again)
    assert '"cell": "B5"' in collected_as_json(again)
    load_workbook(made.output).save(made.output)
    third = collected(office, units=None)
    assert (third.kept is not None, third.only_in_copy) == (True, ())
    assert "填过的都带过来了" in spoken_collected(third)


@pytest.mark.long
def test_a_file_is_taken_for_the_unit_that_somebody_says(office: Path) -> None:
    put(office, "某局", 3, "不明.xlsx")
    made = collected(office)
    (doubtful,) = (one for one in made.collection.files if one.filing.file == "不明.xlsx")
    assert doubtful.state in (FileState.OTHER_ORGAN, FileState.DOUBTFUL)
    book = load_workbook(made.output)
    sheet = book["收到的文件"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "不明.xlsx")
    sheet.cell(row, 7, "丙局")
    book.save(made.output)
    again = collected(office, units=None)
    assert states(again) == [State.FILED] * 3
    (office / "各单位" / "已收").mkdir()
    (office / "各单位" / "不明.xlsx").rename(office / "各单位" / "已收" / "改了名.xlsx")
    moved = collected(office, units=None)
    assert states(moved) == [State.FILED] * 3
    rows = load_workbook(made.output)["收到的文件"].iter_rows(values_only=True)
    assert [row[0] for row in rows if row[6] == "丙局"] == ["已收/改了名.xlsx"]


@pytest.mark.parametrize("name", ["汇总2024.xlsx"])
def test_another_workbook_that_lies_there_is_not_overwritten(office: Path, name: str) -> None:
    content = filled_in()
    (office / name).write_bytes(content)
    with pytest.raises(Refusal, match="不是汇总的工作簿"):
        collected(office)
    assert (office / name).read_bytes() == content
    assert not (office / "整改单").exists()


def test_without_a_list_it_is_said_how_to_begin_one(office: Path) -> None:
    with pytest.raises(Refusal, match="--new-units"):
        collected(office, units=None)


def test_the_small_form_takes_its_notices_from_the_usual_template() -> None:
    assert template_choice.choose_notice_template(None).read().startswith(b"PK")


def mended(path: Path, unit: str, figures: dict[str, int], *, counted: str = "") -> None:
    """Type figures of a unit into the collection, as a clerk does who has telephoned."""
    book = load_workbook(path)
    sheet = book[FIGURES_SHEET]
    row = next(cell.row for cell in sheet["A"] if cell.value == unit)
    for figure, value in figures.items():
        sheet.cell(row, figure_columns(SMALL)[figure], value)
    if counted:
        sheet.cell(row, 3, counted)
    book.save(path)


def test_figures_of_a_unit_that_has_filed_nothing_stay_and_count(office: Path) -> None:
    made = collected(office)
    mended(made.output, "丙局", NUMBERS, counted="是")
    again = collected(office, units=None)
    assert again.sums.whole
    assert sums(again.output) == {name: value * 12 for name, value in NUMBERS.items()}


@pytest.mark.long
def test_what_was_mended_outlives_a_file_that_is_away_for_a_day(office: Path) -> None:
    made = collected(office)
    mended(made.output, "甲局", {"收案单位": 5})
    away = office / "甲局.xlsx"
    (office / "各单位" / "甲局.xlsx").rename(away)
    collected(office, units=None)
    away.rename(office / "各单位" / "甲局.xlsx")
    again = collected(office, units=None)
    assert sums(again.output)["收案单位"] == NUMBERS["收案单位"] * 11 + 1


@pytest.mark.long
def test_a_unit_that_is_renamed_keeps_what_was_mended(office: Path) -> None:
    made = collected(office)
    mended(made.output, "甲局", {"收案单位": 5}, counted="否")
    units = UnitList("某某区人民政府", 2024, (Unit("新局", ("甲局",)), Unit("乙局"), Unit("丙局")))
    (office / "单位名单.xlsx").write_bytes(unit_list_workbook(units))
    again = collected(office)
    assert again.answers.mended == {("新局", "收案单位"): 5}
    assert again.answers.counted == {"新局": False}


@pytest.mark.long
def test_a_list_of_another_year_is_not_taken_for_this_one_s(office: Path) -> None:
    collected(office)
    units = UnitList("某某区人民政府", 2023, (Unit("甲局"),))
    (office / "去年.xlsx").write_bytes(unit_list_workbook(units))
    with pytest.raises(Refusal, match="2024 年度的，名单是“某某区人民政府”2023 年度的"):
        collected(office, units="去年.xlsx")


@pytest.mark.long
def test_a_name_that_is_listed_twice_counts_once_and_is_told(office: Path) -> None:
    units = UnitList("某某区人民政府", 2024, (Unit("甲局"), Unit("乙局"), Unit("甲局")))
    (office / "单位名单.xlsx").write_bytes(unit_list_workbook(units))
    made = collected(office)
    assert [one.unit.name for one in made.collection.units] == ["甲局", "乙局"]
    (said,) = made.doubts
    assert said.startswith("单位名单.xlsx 第 6 行和第 8 行写的都是“甲局”")


@pytest.mark.long
def test_a_doubtful_name_is_told_with_the_rows_of_the_list_that_people_will_open(
    office: Path,
) -> None:
    units = UnitList("某某区人民政府", 2024, (Unit("甲局", ("乙局",)), Unit("乙局"), Unit("丙局")))
    (office / "单位名单.xlsx").write_bytes(unit_list_workbook(units))
    made = collected(office)
    (said,) = made.doubts
    assert said.startswith("单位名单.xlsx 第 6 行“甲局”的“别的名称”里有“乙局”，也是第 7 行")
    book = load_workbook(made.output)
    book["单位名单"].insert_rows(6)
    book.save(made.output)
    again = collected(office, units=None)
    (said,) = again.doubts
    assert said.startswith("『单位名单』第 6 行“甲局”的“别的名称”里有“乙局”，也是第 7 行")
    sheet = load_workbook(made.output)["单位名单"]
    assert (sheet["A6"].value, sheet["A7"].value) == ("甲局", "乙局")


def test_who_watches_is_told_of_each_file_and_may_stop_it(office: Path) -> None:
    told: list[str] = []
    watch = Watch(lambda _done, _of, file: told.append(file.name), lambda: len(told) == 1)
    args = (office / "各单位", office / "汇总2024.xlsx", office / "单位名单.xlsx")
    with pytest.raises(Refusal, match="还有 1 个文件没有读"):
        collect(*args, reading(watch))
    assert told == ["乙局.xlsx"]
    assert not (office / "汇总2024.xlsx").exists()
    assert collect(*args, reading(Watch())).sums.counted == 2


def test_a_collection_that_is_there_says_who_has_filed(office: Path) -> None:
    collected(office)
    there = standings_in(office / "汇总2024.xlsx")
    assert [(one.name, one.state) for one in there.units] == [
        ("甲局", State.FILED.value),
        ("乙局", State.FILED.value),
        ("丙局", State.MISSING.value),
    ]
    assert (there.counted, there.listed) == (2, 3)
    view = collection_view(there)
    assert view["counts"] == {"未报": 1, "已报": 2}
    assert [one["tone"] for one in view["units"]] == ["good", "good", "bad"]
    assert not view["whole"]
    with pytest.raises(Refusal, match="不是汇总"):
        standings_in(office / "单位名单.xlsx")


def test_a_folder_knows_a_collection_a_list_of_units_and_what_lies_in_it(office: Path) -> None:
    collected(office)
    found = folder_states(office)
    kinds = {one.path.name: (one.kind, one.units) for one in found.files}
    assert kinds == {
        "汇总2024.xlsx": (Kind.COLLECTION, (2, 3)),
        "单位名单.xlsx": (Kind.UNITS, (0, 3)),
    }
    assert office / "各单位" in found.folders
