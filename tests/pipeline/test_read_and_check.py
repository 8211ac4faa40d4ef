"""What making and checking have in common."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.form.vocabulary import Form
from generator.formats.xlsx.reading.workbook import read_parts
from generator.model.finding import Finding
from generator.model.report import Report
from generator.pipeline import sources
from generator.pipeline.check import check_workbook
from tests.pipeline.folder import put
from tests.samples import last_year


def test_years_in_a_row_are_each_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def count(parts: Mapping[str, bytes], name: str, form: Form) -> tuple[Report, list[Finding]]:
        read.append(name)
        return read_parts(parts, name, form)

    monkeypatch.setattr(sources, "read_parts", count)
    then = put(tmp_path, "2023.xlsx", content=last_year(), figures={"行政许可": 12_345})
    now = put(tmp_path, "2024.xlsx", figures={"行政许可": 23_456})
    assert check_workbook(then).previous is None
    assert check_workbook(now).previous == check_workbook(then).report
    assert read == ["2023.xlsx", "2024.xlsx"]
    put(tmp_path, "2023.xlsx", content=last_year(), figures={"行政许可": 12_346})
    previous = check_workbook(now).previous
    assert previous
    assert previous.number("行政许可") == 12_346
