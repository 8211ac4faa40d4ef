"""Sixty files of a district: every state right, every figure right, the sum as added by hand."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from generator.files import private_cache
from generator.formats.xlsx.collection.unit_list import unit_list_workbook
from generator.model.collection.collection import FileState, State
from generator.model.collection.unit import Unit, UnitList
from generator.pipeline.collecting.collect import Collected, collect
from generator.pipeline.collecting.filing import read_filing
from generator.pipeline.sources import read_report
from tests.libreoffice import convert, needs_libreoffice
from tests.pipeline.collecting.units import (
    BROKEN,
    DISTRICT,
    HELD,
    LAST_YEARS,
    MISSING,
    UNITS,
    Figures,
    put_files,
)

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Collected, dict[str, Figures]]:
    folder = tmp_path_factory.mktemp("汇总")
    truth = put_files(folder / "各单位")
    listed = UnitList(f"{DISTRICT}人民政府", 2024, tuple(map(Unit, UNITS)))
    (folder / "名单.xlsx").write_bytes(unit_list_workbook(listed))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(private_cache, "user_cache_path", lambda *_, **__: folder / "缓存")
        done = collect(
            folder / "各单位",
            folder / "汇总2024.xlsx",
            folder / "名单.xlsx",
            lambda files: [read_filing(one) for one in files],
        )
    return done, truth


def test_every_unit_is_in_the_state_that_it_is_in(
    made: tuple[Collected, dict[str, Figures]],
) -> None:
    states = {one.unit.name: one.state for one in made[0].collection.units}
    assert states.pop(MISSING) is State.MISSING
    assert states.pop(HELD) is State.HELD
    assert states.pop(LAST_YEARS) is State.OTHER_YEAR
    assert {state for state in states.values() if not state.counts} == set()
    assert set(states) == set(made[1])


def test_every_file_is_told_of(made: tuple[Collected, dict[str, Figures]]) -> None:
    files = made[0].collection.files
    assert len(files) >= 60
    by_name = {one.filing.file: one for one in files}
    for name in BROKEN:
        assert by_name[name].state is FileState.UNUSABLE
        assert by_name[name].filing.problem
    assert by_name["别处.xlsx"].state is FileState.OTHER_ORGAN
    counts = Counter(one.state for one in files)
    assert counts[FileState.TAKEN] == len(made[1]) + 1  # the one that is held back, too


def test_every_figure_that_was_read_is_right(made: tuple[Collected, dict[str, Figures]]) -> None:
    read = right = 0
    for one in made[0].collection.files:
        due = made[1].get(one.unit)
        if due is None or not one.filing.figures:
            continue
        for name, value in due.items():
            read += 1
            right += one.filing.figures[name].value == value
    assert read > 9_000
    assert right == read


def test_the_sum_is_the_one_added_by_hand(made: tuple[Collected, dict[str, Figures]]) -> None:
    done, truth = made
    report = read_report(done.output).report
    for name in report.figures:
        values = [figures[name] for figures in truth.values()]
        given = [value for value in values if value is not None]
        assert report.figures[name].value == (sum(given, Decimal(0)) if given else None), name


@needs_libreoffice
def test_a_figure_that_is_mended_in_libreoffice_moves_the_tables(
    made: tuple[Collected, dict[str, Figures]], tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    book = load_workbook(made[0].output)  # which leaves no results: LibreOffice works them out
    sheet = book["各单位数字"]
    cell = sheet.cell(8, 14)
    name = str(sheet.cell(6, 14).value)
    assert isinstance(cell.value, int)
    cell.value += 1000
    book.save(tmp_path / "改.xlsx")
    (tmp_path / "存过").mkdir()
    saved_again = convert(tmp_path / "改.xlsx", "xlsx", tmp_path / "存过")
    before = read_report(made[0].output).report.figures[name].value
    after = read_report(saved_again).report.figures[name].value
    assert before is not None
    assert after == before + 1000
