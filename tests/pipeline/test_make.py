"""workbook → report → document."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.messages.outcome import spoken_outcome
from generator.model.finding import Refusal
from generator.pipeline.check import check_workbook
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from tests.pipeline.folder import edit, put
from tests.pipeline.office import document_of, workbook_of
from tests.samples import numbers, rules, typed_totals

BROKEN = {**typed_totals(), "予以公开": numbers()["予以公开"] + 1}


def test_made_twice_it_is_up_to_date(tmp_path: Path) -> None:
    path = put(tmp_path)
    assert make(path).status == Status.WRITTEN
    assert make(path).status == Status.CURRENT


def test_a_changed_workbook_replaces_an_untouched_document(tmp_path: Path) -> None:
    make(put(tmp_path))
    outcome = make(put(tmp_path, figures={"行政许可": 999_999}))
    assert outcome.status == Status.WRITTEN
    tables = docx.Document(str(outcome.output)).tables
    assert tables[0].cell(6, 1).text == "999999"


def test_an_edited_document_is_not_overwritten(office: Path) -> None:
    path, document = workbook_of(office), document_of(office)
    edit(document)
    before = document.read_bytes()
    assert make(path).status == Status.EDITED
    assert document.read_bytes() == before
    outcome = make(path, force=True)
    assert outcome.status == Status.WRITTEN
    assert outcome.kept
    assert outcome.kept.read_bytes() == before


def test_any_other_document_in_the_way_counts_as_a_person_s(tmp_path: Path) -> None:
    path = put(tmp_path)
    for there in (b"", b"PK\x03\x04 not a zip", path.read_bytes()):
        (tmp_path / "2024.docx").write_bytes(there)
        outcome = make(path)
        assert outcome.status == Status.EDITED
        assert (tmp_path / "2024.docx").read_bytes() == there
        said = spoken_outcome(outcome)
        assert f"看不出改了什么：{outcome.not_reviewed}" in said
        assert outcome.not_reviewed.startswith("2024.docx ")
        assert "--apply" not in said


def test_figures_that_do_not_tie_hold_the_document_back(tmp_path: Path) -> None:
    outcome = make(put(tmp_path, figures=BROKEN))
    assert outcome.status == Status.HELD
    assert [finding.rule for finding in outcome.held_by] == ["T3-03", "T3-02"]
    assert outcome.findings[:2] == outcome.held_by
    assert not (tmp_path / "2024.docx").exists()


def test_a_draft_is_made_all_the_same_and_stamped(tmp_path: Path) -> None:
    outcome = make(put(tmp_path, figures=BROKEN), draft=True)
    assert outcome.status == Status.WRITTEN
    assert outcome.output == tmp_path / "2024.草稿.docx"
    header = docx.Document(str(outcome.output)).sections[0].header
    assert [line.text for line in header.paragraphs] == ["草稿（还有 2 处错误，不得报送、公布）"]
    final = make(put(tmp_path), output=tmp_path / "另存.docx")
    assert final.output
    header = docx.Document(BytesIO(final.output.read_bytes())).sections[0].header
    assert [line.text for line in header.paragraphs] == [""]


def test_errors_of_wording_are_left_to_people_unless_strict(tmp_path: Path) -> None:
    path = put(tmp_path, cells={("正文", "D29"): "引用【没有的名称】。"})
    outcome = make(path, strict=True)
    assert outcome.status == Status.HELD
    outcome = make(path)
    assert outcome.status == Status.WRITTEN
    assert rules(outcome.findings) == ["N01"]


def test_the_name_of_the_folder_makes_no_difference_to_the_document(tmp_path: Path) -> None:
    one = make(put(tmp_path / "甲")).output
    other = make(put(tmp_path / "乙", "改名.xlsx")).output
    assert one
    assert other
    assert one.read_bytes() == other.read_bytes()


def test_a_verified_error_is_not_counted_on_a_draft(tmp_path: Path) -> None:
    wording: dict[tuple[str, str], str] = {("正文", "D4"): "引用【没有的名称】"}
    findings = check_workbook(put(tmp_path, cells=wording)).findings
    keys = [found.key for found in findings if found.stands_as_wrong]
    verified: dict[tuple[str, str], str] = {}
    for left in range(len(keys), -1, -1):
        said = f"还有 {left} 处错误，" if left else ""
        outcome = make(put(tmp_path, cells={**wording, **verified}), draft=True)
        header = docx.Document(str(outcome.output)).sections[0].header
        assert header.paragraphs[0].text == f"草稿（{said}不得报送、公布）"
        row = 4 + len(keys) - left
        row_of_it = {"A": keys[left - 1], "B": "张三", "C": "就是这样"}
        verified |= {("核对记录", f"{column}{row}"): text for column, text in row_of_it.items()}


def test_what_grows_endless_by_its_references_is_refused(tmp_path: Path) -> None:
    cells: dict[tuple[str, str], object] = {("基本信息", "B4"): "长" * 10_000}
    cells[("正文", "D5")] = "【机关名称】" * 60
    with pytest.raises(Refusal, match="不像一份年度报告"):
        make(put(tmp_path, cells=cells))
