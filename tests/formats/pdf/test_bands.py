from dataclasses import replace

import pytest

from generator.formats.pdf.bands import header_rows, whole
from generator.formats.pdf.document import pdf_of
from generator.formats.pdf.fonts import fonts_to_use
from generator.model.publication import Cell, PublishedTable, Scope
from tests.formats.pdf.as_read_aloud import tree
from tests.formats.pdf.drawings import drawn
from tests.publications import publication


def table(*cells: Cell, height: int = 3, header: int = 1) -> PublishedTable:
    return PublishedTable("", "表", cells, height, 2, header)


COLUMN = Scope.COLUMN
RAGGED = table(Cell(0, 0, "甲", scope=COLUMN), Cell(1, 1, "1"))
HIGH = table(
    *(Cell(0, 0, "甲", 2, 1, COLUMN), Cell(0, 1, "乙", scope=COLUMN), Cell(1, 1, "丙")),
    *(Cell(2, 0, "丁"), Cell(2, 1, "1")),
)
HEADER_ONLY = table(Cell(0, 0, "甲", scope=COLUMN), Cell(0, 1, "乙", scope=COLUMN), height=1)
NO_HEADER = table(Cell(0, 0, "甲"), Cell(0, 1, "乙"), height=1, header=0)
REACHING = table(
    *(Cell(0, 0, "甲", scope=COLUMN), Cell(0, 1, "乙", scope=COLUMN)),
    *(Cell(1, 0, "丙", 2, 1, COLUMN), Cell(1, 1, "丁", scope=COLUMN), Cell(2, 1, "1")),
)


def test_a_place_without_a_cell_is_blank() -> None:
    assert [cell.text for cell in whole(RAGGED)] == ["甲", "", "", "1", "", ""]


def test_a_header_is_as_high_as_its_highest_cell() -> None:
    assert header_rows(HIGH) == {0, 1}


def test_a_header_that_reaches_into_figures_heads_no_columns_below() -> None:
    assert header_rows(REACHING) == {0}


@pytest.mark.parametrize("shown", [RAGGED, HIGH, HEADER_ONLY, NO_HEADER, REACHING])
def test_tables_as_reviewers_make_them_are_set(shown: PublishedTable) -> None:
    made = pdf_of(replace(publication(), blocks=(shown,)), fonts_to_use(()), drawn)
    read = [one.text for one in tree(made).all() if one.tag in {"TH", "TD"}]
    assert read == [cell.text for cell in whole(shown)]
