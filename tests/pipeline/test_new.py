"""New workbooks."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from generator.formats.xlsx.cell_names import address, spot_of
from generator.formats.xlsx.layout import NARRATIVE_SHEET, table_sheets
from generator.model.finding import Refusal
from generator.model.report import Report
from generator.pipeline.check import check_workbook
from generator.pipeline.make import make
from generator.pipeline.new import build_blank, new_workbook, usual_target, write_next_year
from generator.pipeline.outcome import Status
from generator.pipeline.sources import read_report
from tests import enforcement
from tests.enforcement import FORM as ENFORCEMENT
from tests.form.small import SMALL
from tests.forms import FORM
from tests.paths import ROOT
from tests.pipeline.folder import put
from tests.samples import last_year, numbers, rules
from tests.typed_cells import typed


@cache
def blank() -> bytes:
    return build_blank("某某市某某局", 2024)


def type_in(workbook: Path, cells: dict[tuple[str, str], object]) -> None:
    workbook.write_bytes(typed(workbook.read_bytes(), cells))


def all_figures() -> dict[tuple[str, str], object]:
    """Return the figures of the sample, by the cells that they stand in."""
    return {
        (layout.name, address(spot)): numbers()[name]
        for layout in table_sheets(FORM)
        for name, spot in layout.figures.items()
    }


def rows_of(report: Report) -> dict[str, int]:
    """Return the rows of the narrative by their headings."""
    return {one.heading: spot_of(one.heading_place.spot)[0] for one in report.paragraphs}


def test_a_new_workbook_lacks_only_what_must_be_written(tmp_path: Path) -> None:
    path = tmp_path / "2024.xlsx"
    path.write_bytes(blank())
    outcome = check_workbook(path)
    assert {finding.rule for finding in outcome.held_by} == {"T0-01", "S11", "S12", "S13"}


def test_it_is_never_put_over_another(tmp_path: Path) -> None:
    path = tmp_path / "2024.xlsx"
    new_workbook("某某市某某局", 2024, path, form=SMALL)
    before = path.read_bytes()
    with pytest.raises(Refusal, match="已经有了"):
        new_workbook("某某市某某局", 2024, path, form=SMALL)
    assert path.read_bytes() == before


def test_paragraphs_pasted_beside_the_wrong_headings_are_told_first_and_hold_back_if_strict(
    tmp_path: Path,
) -> None:
    path = tmp_path / "2024.xlsx"
    path.write_bytes(blank())
    rows = rows_of(read_report(path).report)
    topics = [topic for topic in rows if topic in FORM.sections[0].topics]
    texts = [f"（{'一二三四五'[at]}）{topic}。已完成。" for at, topic in enumerate(topics)]
    first = rows[topics[0]]
    pasted = dict(enumerate(["加强监督，管好平台，规范管理。", *texts], first))
    for topic in ("存在的主要问题", "改进情况", "收取信息处理费情况"):
        pasted[rows[topic]] = f"{topic}：公开不够，已加强，未收取信息处理费。"
    narrative = {(NARRATIVE_SHEET, f"D{row}"): text for row, text in pasted.items()}
    type_in(path, {**all_figures(), **narrative})
    outcome = make(path)
    told = [found for found in outcome.findings if found.rule == "S17"]
    assert outcome.status == Status.WRITTEN
    assert [found.place.spot for found in told] == [f"D{rows[topic] + 1}" for topic in topics]
    assert all(found.stands_as_wrong for found in told)
    assert make(path, strict=True).status == Status.HELD


def test_next_year_s_workbook_can_be_filled_in_and_made(tmp_path: Path) -> None:
    new = write_next_year(put(tmp_path, "2023.xlsx", content=last_year()))
    assert new.workbook == tmp_path / "2024.xlsx"
    assert make(new.workbook).status == Status.HELD
    type_in(new.workbook, {**all_figures(), ("指标", "B4"): 40})
    outcome = make(new.workbook)
    assert outcome.status == Status.WRITTEN
    assert [found.rule for found in outcome.findings] == ["Y07", "Y03"]
    brought = [spot_of(one.place.spot)[0] for one in outcome.report.paragraphs]
    type_in(new.workbook, {(NARRATIVE_SHEET, f"E{row}"): None for row in brought})
    outcome = make(new.workbook)
    assert rules(outcome.findings) == ["Y03", "Y06"]  # cleared, but not revised


def test_a_workbook_is_named_for_its_form_where_another_forms_would_lie(tmp_path: Path) -> None:
    assert usual_target(tmp_path, 2024, ENFORCEMENT).name == "2024.xlsx"
    (tmp_path / "2024.xlsx").write_bytes(blank())
    assert usual_target(tmp_path, 2024, FORM).name == "2024.xlsx"
    for year in (2024, 2025):
        name = f"{year}行政执法统计年报.xlsx"
        assert usual_target(tmp_path, year, ENFORCEMENT).name == name
    shutil.copy(ROOT / "inputs" / "2024行政执法统计年报.xlsx", tmp_path)
    assert usual_target(tmp_path, 2024, ENFORCEMENT).name == "行政执法统计年报2024.xlsx"


def test_what_is_no_workbook_is_of_no_form(tmp_path: Path) -> None:
    (tmp_path / "2024.xlsx").write_bytes(b"mine")
    assert usual_target(tmp_path, 2024, ENFORCEMENT).name == "2024.xlsx"


def test_next_years_never_takes_the_name_of_another_forms(tmp_path: Path) -> None:
    source = tmp_path / "执法.xlsx"
    source.write_bytes(enforcement.workbook())
    (tmp_path / "2024.xlsx").write_bytes(blank())
    assert write_next_year(source).workbook.name == "2025行政执法统计年报.xlsx"
