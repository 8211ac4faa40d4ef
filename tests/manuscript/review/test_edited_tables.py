from dataclasses import replace

import pytest

from generator.form.grid import Cell, grid
from generator.manuscript.manuscript import Grid, Manuscript
from generator.manuscript.review.edited_tables import EditedTables, edited_tables
from tests import samples
from tests.few import each
from tests.forms import FORM
from tests.manuscript.review.edited import generated, recelled, refigured, spot_of

REPORT = samples.report()
GENERATED = generated(REPORT)
OTHER = Grid({(0, 0): "序号", (0, 1): "名称"}, GENERATED.grids[0].place, {})


def found_in(document: Manuscript) -> EditedTables:
    return edited_tables(GENERATED.grids, document.grids, FORM)


def labels(number: int) -> list[Cell]:
    return [cell for cell in grid(FORM.tables[number]) if cell.label]


FOUND = found_in(GENERATED)


@each("figure", FORM.figures)
def test_each_figure_is_found_where_it_stands(figure: str) -> None:
    assert FOUND.spots[figure] == spot_of(figure)
    assert FOUND.figures[figure] == REPORT.figures[figure].printed


def test_a_changed_figure_is_read_as_it_stands() -> None:
    found = found_in(refigured(GENERATED, {"规章制发": "约 5 件", "复议总计": ""}))
    assert (found.figures["规章制发"], found.figures["复议总计"]) == ("约 5 件", "")
    assert (found.labels, found.misses) == ([], [])


@pytest.mark.parametrize("number", range(3))
def test_a_label_with_a_word_more_is_still_the_same(number: int) -> None:
    for cell in labels(number):
        spot, now = (cell.row, cell.column), f"{cell.label}（新）"
        found = found_in(recelled(GENERATED, {(number, spot): now}))
        assert found.labels == [(number, spot, cell.label, now)]
        assert found.misses == []
        assert found.figures == FOUND.figures


def test_spaces_and_widths_of_letters_are_no_other_label() -> None:
    found = found_in(recelled(GENERATED, {(0, (2, 0)): "规 章", (0, (0, 0)): "第二十条第(一)项"}))
    assert found.labels == []
    assert len(found.figures) == len(FORM.figures)


def test_a_row_that_has_another_name_altogether_is_missed_and_never_guessed() -> None:
    found = found_in(recelled(GENERATED, {(0, (2, 0)): "通告"}))
    assert [miss.what for miss in found.misses] == ["行“规章”"]
    assert {"规章制发", "规章废止", "规章现行有效"} & set(found.figures) == set()
    assert len(found.figures) == len(FORM.figures) - 3


def test_two_labels_that_changed_places_are_read_as_they_say() -> None:
    found = found_in(recelled(GENERATED, {(0, (2, 0)): "行政规范性文件", (0, (3, 0)): "规章"}))
    assert found.figures["规章制发"] == REPORT.figures["行政规范性文件制发"].printed


def test_a_table_is_found_wherever_it_stands() -> None:
    first, second, third = GENERATED.grids
    found = found_in(replace(GENERATED, blocks=(OTHER, third, first, second)))
    assert found.tables == {1: FORM.tables[2], 2: FORM.tables[0], 3: FORM.tables[1]}
    assert found.figures == FOUND.figures
    assert found.spots["规章制发"][0] == 2


def test_of_two_copies_the_one_like_what_was_printed_is_read() -> None:
    copy = refigured(GENERATED, {"规章制发": "999"}).grids[0]
    for blocks in ((copy, *GENERATED.grids), (*GENERATED.grids, copy)):
        found = found_in(Manuscript(blocks))
        assert found.figures["规章制发"] == REPORT.figures["规章制发"].printed


def test_a_table_that_is_gone_is_missed() -> None:
    found = found_in(Manuscript(GENERATED.grids[1:]))
    assert [miss.what for miss in found.misses] == ["“主动公开”表"]
    assert set(FOUND.figures) - set(found.figures) == {
        figure.name for figure in FORM.tables[0].figures
    }


def test_figures_are_found_in_a_table_with_a_row_more() -> None:
    cells = {
        (row + (row > 2), column): text for (row, column), text in GENERATED.grids[0].cells.items()
    }
    longer = replace(GENERATED.grids[0], cells={**cells, (3, 0): "通告", (3, 1): "7"})
    found = found_in(Manuscript((longer, *GENERATED.grids[1:])))
    assert found.figures == FOUND.figures
    assert found.spots["行政规范性文件制发"] == (0, (4, 1))


def test_what_was_put_beside_the_figures_or_taken_away_is_told() -> None:
    assert FOUND.others == []
    other = found_in(recelled(GENERATED, {(0, (1, 0)): "项目"}))
    assert other.others == [(0, "信息内容", "项目")]
    added = found_in(recelled(GENERATED, {(1, (99, 0)): "合计", (1, (99, 1)): "15"}))
    assert added.others == [(1, "", "合计／15")]
    assert added.figures == FOUND.figures
