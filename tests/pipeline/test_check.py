"""workbook → findings, and what is marked in a copy."""

from pathlib import Path

from generator.messages.outcome import spoken_outcome
from generator.pipeline.check import check_workbook
from generator.pipeline.make import make
from tests.pipeline.folder import put
from tests.pipeline.office import staff_edit, workbook_of
from tests.pipeline.small_office import CELL
from tests.samples import numbers, rules, typed_totals

BROKEN = {**typed_totals(), "予以公开": numbers()["予以公开"] + 1}


def test_checking_writes_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, figures=BROKEN)
    outcome = check_workbook(path)
    assert rules(outcome.findings) == ["T3-03", "T3-02"]
    assert list(tmp_path.iterdir()) == [path]


def test_checking_finds_what_making_finds(tmp_path: Path) -> None:
    path = put(tmp_path, cells={("正文", "D4"): "有控制字符_x0007_的【没有的名称】"})
    checked, made = check_workbook(path).findings, make(path).findings
    assert checked == made
    assert {finding.rule for finding in checked} >= {"N01", "R08"}


def test_an_annotated_copy_that_is_open_is_not_written_and_the_findings_are_told_all_the_same(
    office: Path,
) -> None:
    path = workbook_of(office)
    copy = check_workbook(path, annotate=True).annotated
    assert copy == path.with_name("2023.核对.xlsx")
    path.with_name("~$2023.核对.xlsx").write_bytes(b"")
    staff_edit(office, {CELL: 9})
    outcome = check_workbook(path, annotate=True)
    assert outcome.annotated is None
    assert outcome.not_annotated.startswith("2023.核对.xlsx 正在 Excel、WPS 里打开，没有重写")
    assert f"没有标在副本里：{outcome.not_annotated}" in spoken_outcome(outcome)
    assert outcome.findings == check_workbook(path).findings
