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


def test_paragraphs_pasted_beside_the_wrong_headings_are_told_first_and_hold_back_if_strict(
    tmp_path: Path,
) -> None:
    path = tmp_path / "2024.xlsx"
    new_workbook("某某市某某局", 2024, path)
    opened = load_workbook(path)
    for layout in table_sheets(FORM):
        for name, spot in layout.figures.items():
            opened[layout.name].cell(*spot).value = numbers()[name]
    sheet = opened["正文"]
    headings = [cell for cell in sheet["C"] if cell.value in FORM.sections[0].topics]
    texts = [f"（{'一二三四五'[at]}）{cell.value}。已完成。" for at, cell in enumerate(headings)]
    for row, text in enumerate(["加强监督，管好平台，规范管理。", *texts], headings[0].row):
        sheet.cell(row, 4).value = text
    for cell in sheet["C"]:
        if cell.value in ("存在的主要问题", "改进情况", "收取信息处理费情况"):
            sheet.cell(cell.row, 4).value = f"{cell.value}：公开不够，已加强，未收取信息处理费。"
    opened.save(path)
    outcome = make(path)
    told = [found for found in outcome.findings if found.rule == "S17"]
    assert outcome.status == Status.WRITTEN
    assert [found.place.spot for found in told] == [f"D{cell.row + 1}" for cell in headings]
    assert all(found.stands_as_wrong for found in told)
    assert make(path, strict=True).status == Status.HELD


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
