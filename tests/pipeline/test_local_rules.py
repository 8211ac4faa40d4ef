"""The rules of a place: in the workbook, and handed down beside the template."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import LOCAL_RULE_COLUMNS
from generator.formats.xlsx.reading.local_rules import read_file_of_rules
from generator.model.finding import Finding, Severity
from generator.pipeline import local_rules
from generator.pipeline.check import check_workbook
from generator.pipeline.export import export
from generator.pipeline.make import make
from generator.pipeline.new import write_next_year
from generator.pipeline.outcome import Status
from generator.pipeline.review import review
from generator.pipeline.sources import read_report
from tests.pipeline.folder import edit, put
from tests.pipeline.office import document_of, reviewer_edits, staff_edit, workbook_of

TOO_LONG = ("", "篇幅不超过", "一、总体情况", "5", "", "某号第3条")
OWN = {
    ("本地规则", f"{letter}4"): text
    for letter, text in zip("BCDF", TOO_LONG[1:4] + TOO_LONG[5:], strict=True)
}
SMALL_OWN = {
    **{("本地规则", (4, column)): text for column, text in enumerate(TOO_LONG, 1)},
    ("本地规则", (4, 3)): "二、总体说明",
    ("本地规则", (5, 2)): "篇幅",
    ("本地规则", (5, 4)): "很短",
}
"""The same in the small office, and one that is not understood."""


def hand_down(office: Path, *rows: Sequence[str]) -> Path:
    """Put a file of rules beside an office's templates."""
    book = Workbook()
    for row in (LOCAL_RULE_COLUMNS, *rows):
        book.worksheets[0].append(list(row))
    path = office / "templates" / "本地规则.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def local(findings: list[Finding]) -> list[str]:
    return [str(one) for one in findings if one.rule[0] == "L" or one.rule == "R17"]


def test_a_rule_of_the_workbook_is_checked(tmp_path: Path) -> None:
    outcome = check_workbook(put(tmp_path, cells=OWN))
    (found,) = local(outcome.findings)
    assert "“一、总体情况”应不超过 5 字，现有" in found
    assert found.endswith("请压缩文字（依据：某号第3条）。")
    assert [(one.id, one.title) for one in outcome.local_rules] == [
        ("L01", "“一、总体情况”不超过 5 字")
    ]


def test_a_rule_that_is_handed_down_holds_for_every_workbook_of_the_office(tmp_path: Path) -> None:
    hand_down(tmp_path, TOO_LONG)
    for name in ("2024.xlsx", "某局2024.xlsx"):
        (found,) = local(check_workbook(put(tmp_path / "inputs", name)).findings)
        assert "应不超过 5 字" in found
    assert local(check_workbook(put(tmp_path)).findings) == []  # in no folder of the office


def test_it_is_read_once_for_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_down(tmp_path, TOO_LONG)
    times: list[str] = []

    def reading(data: bytes, name: str, form: Form) -> object:
        times.append(name)
        return read_file_of_rules(data, name, form)

    local_rules._read_once.cache_clear()
    monkeypatch.setattr(local_rules, "read_file_of_rules", reading)
    for name in ("2024.xlsx", "某局2024.xlsx"):
        assert local(check_workbook(put(tmp_path / "inputs", name)).findings)
    assert times == ["本地规则.xlsx"]


def test_the_workbook_s_own_rule_of_a_number_replaces_the_one_handed_down(tmp_path: Path) -> None:
    hand_down(
        tmp_path, ("L01", *TOO_LONG[1:]), ("L02", "必须写到", "全文", "没有的词", "错误", "区")
    )
    outcome = check_workbook(put(tmp_path / "inputs", cells={**OWN, ("本地规则", "A4"): "L2"}))
    assert [one.id for one in outcome.local_rules] == ["L02", "L01"]
    assert {one.rule for one in outcome.findings if one.rule[0] == "L"} == {"L01", "L02"}
    assert not any("没有的词" in one.message for one in outcome.findings)


def test_what_is_wrong_in_the_file_is_told_with_its_cell(tmp_path: Path) -> None:
    hand_down(tmp_path, ("", "篇幅不超过", "第九部分", "5", "", "区"))
    (found,) = local(check_workbook(put(tmp_path / "inputs")).findings)
    assert found.startswith("本地规则.xlsx『Sheet』C2：“哪一部分”填的是“第九部分”，看不懂")


@pytest.mark.parametrize("content", [b"junk", b"", b"PK\x03\x04junk"])
def test_a_file_that_cannot_be_read_is_told_and_stops_no_report(
    tmp_path: Path, content: bytes
) -> None:
    hand_down(tmp_path).write_bytes(content)
    outcome = make(put(tmp_path / "inputs", cells=OWN))
    assert outcome.status == Status.WRITTEN
    told = [one for one in outcome.findings if one.rule == "R17"]
    assert [one.severity for one in told] == [Severity.UNCHECKED]
    assert told[0].message.startswith("发来的本地规则没有核对：")
    assert "L01" in {one.rule for one in outcome.findings}


def test_a_file_over_which_the_program_stumbles_stops_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError

    hand_down(tmp_path, TOO_LONG)
    monkeypatch.setattr(local_rules, "_read_once", stumble)
    (found,) = local(check_workbook(put(tmp_path / "inputs")).findings)
    assert "本地规则.xlsx 读不了" in found


def test_only_what_the_place_calls_an_error_is_one_and_only_strict_holds_it_back(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, cells=OWN)
    assert not any(one.stands_as_wrong for one in check_workbook(path).findings)
    path = put(tmp_path, cells={**OWN, ("本地规则", "E4"): "错误"})
    assert any(one.stands_as_wrong for one in check_workbook(path).findings)
    assert make(path).status == Status.WRITTEN
    assert make(path, strict=True, force=True).status == Status.HELD


def test_reviewers_text_is_checked_with_the_same_rules_and_keys(tmp_path: Path) -> None:
    hand_down(tmp_path, ("L07", "必须写到", "全文", "没有的词", "", "区"))
    path = put(tmp_path / "inputs", cells={**OWN, ("用词", "A4"): "甲", ("用词", "B4"): "规范管理"})
    keys = {one.key for one in check_workbook(path).findings if one.rule[0] == "L"}
    document = make(path).output
    assert document
    edit(document)
    found = review(document)
    assert {one.key for one in found.findings if one.rule[0] == "L"} == keys
    assert {one.id for one in found.local_rules} == {"L01", "L07"}
    assert "应写“甲”" in next(one.message for one in found.findings if one.rule == "W10")
    path.unlink()
    alone = review(document)
    assert {one.id for one in alone.local_rules} == {"L07"}


def test_writing_edits_back_loses_no_rule(office: Path) -> None:
    staff_edit(office, SMALL_OWN)
    reviewer_edits(office, "均予以公开", "全部予以公开")
    rules = read_report(workbook_of(office)).report.local_rules
    assert len(rules) == 2
    assert review(document_of(office), apply=True).applied
    assert read_report(workbook_of(office)).report.local_rules == rules


def test_next_year_s_workbook_has_the_same_rules(office: Path) -> None:
    staff_edit(office, SMALL_OWN)
    new = write_next_year(workbook_of(office))
    rules = read_report(new.workbook).report.local_rules
    assert rules == read_report(workbook_of(office)).report.local_rules
    assert [one.asked for one in rules] == ["5", "很短"]


def test_json_carries_the_rules_of_the_workbook(tmp_path: Path) -> None:
    unclear = {("本地规则", "B5"): "篇幅", ("本地规则", "D5"): "很短"}
    hand_down(tmp_path, ("L07", "必须写到", "全文", "没有的词", "", "区"))
    path = put(tmp_path / "inputs", cells={**OWN, **unclear})
    exported = export(path)
    assert exported.output
    given = json.loads(exported.output.read_text(encoding="utf-8"))["local_rules"]
    assert [one["what"] for one in given] == ["篇幅不超过", "篇幅"]
    keys = {one.key for one in check_workbook(path).findings if one.rule[0] in "LR"}
    assert {
        one.key for one in check_workbook(exported.output).findings if one.rule[0] in "LR"
    } == keys
    assert export(path).status == Status.CURRENT
