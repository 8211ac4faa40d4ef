from lxml import html

from generator.form.grid import grid, height, width
from generator.model.publication import Cell, PublishedTable, Scope
from tests.formats.html.pages import fragment, of, page, said, table
from tests.forms import FORM
from tests.publications import official


def covered(shown: html.HtmlElement) -> list[tuple[int, int, str]]:
    """Return every place of a table as a browser lays it out, with what stands there."""
    places: dict[tuple[int, int], str] = {}
    for at, row in enumerate(shown.iter("tr")):
        column = 0
        for cell in row:
            while (at, column) in places:
                column += 1
            high, wide = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            for down in range(high):
                for across in range(wide):
                    assert (at + down, column + across) not in places, "cells overlap"
                    places[at + down, column + across] = said(cell)
            column += wide
    return sorted((row, column, text) for (row, column), text in places.items())


def one(shown: PublishedTable) -> html.HtmlElement:
    return fragment(of(shown)).find(".//table")


def test_the_official_grids_are_laid_out_cell_by_cell() -> None:
    assert FORM.tables
    for each in FORM.tables:
        expected = sorted(
            (cell.row + down, cell.column + across, cell.label or "12")
            for cell in grid(each)
            for down in range(cell.rows)
            for across in range(cell.columns)
        )
        assert len(expected) == height(each) * width(each)
        assert covered(one(official(each, "名称"))) == expected


def test_headers_say_what_they_are_the_header_of() -> None:
    shown = one(
        table(
            Cell(0, 0, "", scope=Scope.COLUMN),
            Cell(0, 1, "甲", 1, 2, Scope.COLUMNS),
            Cell(1, 0, "乙", scope=Scope.ROW),
            Cell(1, 1, "1"),
            Cell(1, 2, "2"),
            header_rows=1,
        )
    )
    assert [(each.get("scope"), said(each)) for each in shown.iter("th")] == [
        ("colgroup", "甲"),
        ("row", "乙"),
    ]
    assert len(shown.find("thead").findall("tr")) == 1
    assert said(shown.find("tbody")).split() == ["乙12"]


def test_header_rows_go_as_far_as_their_cells_reach() -> None:
    cells = [Cell(0, 0, "甲", 2), Cell(0, 1, "乙"), Cell(1, 1, "丙"), Cell(2, 0, "1", 1, 2)]
    shown = one(table(*cells, header_rows=1))
    assert len(shown.find("thead").findall("tr")) == 2


def test_a_table_that_is_all_header_has_its_rows_in_its_body() -> None:
    shown = one(table(Cell(0, 0, "甲", 2), Cell(0, 1, "乙"), Cell(1, 1, "丙"), header_rows=1))
    assert shown.find("thead") is None
    assert len(shown.find("tbody").findall("tr")) == 2


def test_rows_and_columns_in_which_no_cell_begins_are_none() -> None:
    cells = [Cell(0, 0, "甲", 2, 2), Cell(0, 2, "乙", 2), Cell(2, 0, "丙", 1, 3)]
    assert covered(one(table(*cells))) == [
        (0, 0, "甲"),
        (0, 1, "乙"),
        (1, 0, "丙"),
        (1, 1, "丙"),
    ]


def test_columns_are_as_wide_as_in_the_document() -> None:
    cells = [Cell(0, 0, "甲"), Cell(0, 1, "乙")]
    shown = one(table(*cells, shares=(1, 3)))
    assert [each.get("style") for each in shown.iter("col")] == ["width: 25%", "width: 75%"]
    assert one(table(*cells)).find("colgroup") is None


def test_tables_can_be_moved_without_a_mouse_and_are_named() -> None:
    box = page(of(table(Cell(0, 0, "甲"), caption="表1　各镇"))).xpath("//table/..")[0]
    assert (box.get("role"), box.get("tabindex")) == ("group", "0")
    assert box.get("aria-label") == "表1 各镇"
    assert said(box.find("table/caption")) == "表1　各镇"


def test_one_of_the_forms_own_is_named_for_those_who_listen() -> None:
    caption = page(of(table(Cell(0, 0, "甲")))).find(".//caption/span")
    assert (caption.get("class"), said(caption)) == ("unseen", "表的名称")
