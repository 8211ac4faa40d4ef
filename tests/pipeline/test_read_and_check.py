"""What making and checking have in common."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.formats.xlsx.reading import workbook
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.sheet import Sheet
from generator.pipeline.check import check_workbook
from tests.pipeline.folder import put
from tests.samples import last_year


def test_years_in_a_row_are_each_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def count(parts: Mapping[str, bytes], name: str) -> list[Sheet]:
        read.append(name)
        return read_sheets(parts, name)

    monkeypatch.setattr(workbook, "read_sheets", count)
    then = put(tmp_path, "2023.xlsx", content=last_year(), figures={"行政许可": 12_345})
    now = put(tmp_path, "2024.xlsx", figures={"行政许可": 23_456})
    assert check_workbook(then).previous is None
    assert check_workbook(now).previous == check_workbook(then).report
    assert read == ["2023.xlsx", "2024.xlsx"]
    put(tmp_path, "2023.xlsx", content=last_year(), figures={"行政许可": 12_346})
    previous = check_workbook(now).previous
    assert previous
    assert previous.number("行政许可") == 12_346
