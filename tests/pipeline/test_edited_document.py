"""A document's edits go into no workbook of which something was not read as people see it."""

from pathlib import Path

import pytest

from generator.model.finding import Finding, Refusal, held_back, notice
from generator.model.report import Place, Report
from generator.pipeline.edited_document import ItsWorkbook, edited_document
from generator.pipeline.sources import Source
from tests.paths import ROOT

PLACE = Place("2024.xlsx", "正文", "D13")


def workbook(*findings: Finding) -> ItsWorkbook:
    return ItsWorkbook(Source("2024.xlsx", b""), Report({}, {}, {}, ()), list(findings))


@pytest.mark.parametrize("rule", ["R01", "R02", "R04", "R07", "R16", "R18"])
def test_what_was_not_read_as_people_see_it_is_mended_first(rule: str) -> None:
    with pytest.raises(Refusal, match="没有写。请先改正：2024"):
        workbook(held_back(rule, PLACE, "看不准", "请改")).must_be_readable()


def test_what_is_only_to_be_looked_at_or_counted_is_no_hindrance() -> None:
    others = (notice("R07", PLACE, "第 13 行是隐藏的", ""), held_back("T1-01", PLACE, "不等", ""))
    workbook(*others).must_be_readable()


def test_a_workbook_of_another_form_is_not_compared(tmp_path: Path) -> None:
    document = tmp_path / "2024.docx"
    document.write_bytes((ROOT / "outputs" / "2024行政执法统计年报.docx").read_bytes())
    (tmp_path / "2024.xlsx").write_bytes((ROOT / "inputs" / "2023.xlsx").read_bytes())
    with pytest.raises(Refusal, match=r"2024.docx 是“行政执法统计年报”，2024.xlsx 是“政府信息公开"):
        edited_document(document, None, None)
