"""A large worksheet is read row by row, and says the same."""

from collections.abc import Mapping

import pytest
from openpyxl import load_workbook

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx import sheet_rows
from generator.formats.xlsx.reading.cells import read_sheets, sheet_files
from generator.formats.xlsx.reading.sheet_shape import shape_of
from generator.formats.xlsx.sheet import Sheet
from tests.opened import saved
from tests.paths import WORKBOOK as PUBLISHED


def parts() -> dict[str, bytes]:
    """Return the published workbook, with a merge over filled cells and a hidden row."""
    book = load_workbook(PUBLISHED)
    sheet = book.worksheets[1]
    sheet.row_dimensions[60].hidden = True
    sheet.merged_cells.add("A59:C61")  # merge_cells would empty them
    sheet["A60"], sheet["B61"] = "在合并区域里", 5
    return open_archive(saved(book), "", WORKBOOK)


def read_anew(given: Mapping[str, bytes], space: bytes) -> list[Sheet]:
    """Read sheets whose bytes were not read before."""
    files = set(sheet_files(given).values())
    return read_sheets(
        {part: content + space * (part in files) for part, content in given.items()}, ""
    )


def test_a_large_sheet_is_read_as_a_small_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    given = parts()
    small = read_anew(given, b"\n")
    shapes = [shape_of(given, sheet.name, "") for sheet in small]
    monkeypatch.setattr(sheet_rows, "_LARGE", 0)
    large = read_anew(given, b"\n\n")
    assert any(sheet.unseen for sheet in small)
    assert any(sheet.out_of_sight.rows for sheet in small)
    for one, other in zip(small, large, strict=True):
        assert dict(one.values) == dict(other.values)
        assert (one.formulas, one.results, one.formats) == (
            other.formulas,
            other.results,
            other.formats,
        )
        assert (one.unseen, one.out_of_sight, one.struck) == (
            other.unseen,
            other.out_of_sight,
            other.struck,
        )
        assert (one.conditions, one.rows) == (other.conditions, other.rows)
    assert [shape_of(given, sheet.name, "") for sheet in small] == shapes
