"""New workbooks."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.layout import table_sheets
from generator.model.finding import Refusal
from generator.pipeline.check import check_workbook
from generator.pipeline.make import make
from generator.pipeline.new import new_workbook, write_next_year
from generator.pipeline.outcome import Status
from tests.pipeline.folder import put
from tests.samples import last_year, numbers, rules


def test_a_new_workbook_lacks_only_what_must_be_written(tmp_path: Path) -> None:
    path = tmp_path / "2024.xlsx"
    new_workbook("某某市某某局", 2024, path)
    outcome = check_workbook(path)
    assert {finding.rule for finding in outcome.held_by} == {"T0-01", "S11", "S12", "S13"}
    with pytest.raises(Refusal, match="已经有了"):
        new_workbook("某某市某某局", 2024, path)


def test_next_year_s_workbook_can_be_filled_in_and_made(tmp_path: Path) -> None:
    new = write_next_year(put(tmp_path, "2023.xlsx", content=last_year()))
    assert new.workbook == tmp_path / "2024.xlsx"
    assert make(new.workbook).status == Status.HELD
    opened = load_workbook(new.workbook)
    for layout in table_sheets(FORM):
        for name, spot in layout.figures.items():
            opened[layout.name].cell(*spot).value = numbers()[name]
    opened["指标"]["B4"] = 40
    opened.save(new.workbook)
    outcome = make(new.workbook)
    assert outcome.status == Status.WRITTEN
    assert [found.rule for found in outcome.findings] == ["Y07", "Y03"]
    for row in range(4, 150):
        opened["正文"].cell(row, 5).value = None
    opened.save(new.workbook)
    assert rules(make(new.workbook).findings) == ["Y03", "Y06"]  # cleared, but not revised
