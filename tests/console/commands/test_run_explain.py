"""Rules of a place explained."""

import json
from pathlib import Path

import pytest

from generator.console.cli import main
from tests import enforcement
from tests.pipeline.folder import put
from tests.pipeline.test_local_rules import OWN, TOO_LONG, hand_down


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def explained(*typed: str, capsys: pytest.CaptureFixture[str]) -> str:
    code = main(["explain", *typed])
    said = capsys.readouterr()
    return said.out if code == 0 else f"{code} {said.err}"


def test_a_rule_of_the_only_workbook_is_explained(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(office / "inputs", cells=OWN)
    assert explained("L01-123ABC", capsys=capsys).strip() == (
        "L01　“一、总体情况”不超过 5 字\n"
        "  级别：提示\n"
        "  依据：某号第3条\n"
        "  说明：算印出来的小标题和文字，空格不算，标点算；规定的一级标题和表格不算。"
        "出处：2024.xlsx『本地规则』A4。"
    )


def test_of_several_workbooks_one_is_named(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(office / "inputs", "甲局2024.xlsx")
    path = put(office / "inputs", "乙局2024.xlsx", cells=OWN)
    said = explained("L01", capsys=capsys)
    assert said.startswith("2 没有编号为“L01”的规则")
    assert "本地规则请用 --workbook 写明是哪份工作簿的" in said
    assert "不超过 5 字" in explained("--workbook", str(path), "L01", capsys=capsys)


def test_rules_handed_down_are_explained_without_a_workbook(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_down(office, ("L07", *TOO_LONG[1:]))
    assert "出处：本地规则.xlsx『Sheet』A2" in explained("L07", capsys=capsys)
    whole = explained(capsys=capsys)
    assert whole.rstrip().endswith("本地规则\n  L07   “一、总体情况”不超过 5 字（提示）")


def test_programs_are_told_too(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_down(office, ("L07", *TOO_LONG[1:]))
    (told,) = json.loads(explained("L07", "--json", capsys=capsys))["rules"]
    assert (told["part"], told["severity"], told["basis"]) == ("本地规则", "提示", "某号第3条")


def test_a_file_that_cannot_be_read_is_told(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_down(office).write_bytes(b"junk")
    main(["explain"])
    assert "发来的本地规则没有核对" in capsys.readouterr().err


def test_a_workbook_that_is_none_is_refused(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "2024.xlsx").write_bytes(b"junk")
    assert explained("--workbook", "2024.xlsx", "L01", capsys=capsys).startswith("2 ")
    assert "\nT3-01　" in explained("T3-01", capsys=capsys)


def test_titles_of_its_rules_are_told_to_programs(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(office, cells=OWN)
    main(["check", str(path), "--json"])
    findings = json.loads(capsys.readouterr().out)["results"][0]["findings"]
    assert [one["title"] for one in findings if one["rule"] == "L01"] == [
        "“一、总体情况”不超过 5 字"
    ]


def test_a_rule_that_two_forms_have_under_one_id_is_explained_of_each(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = explained("T2-01-123ABC", capsys=capsys)
    first, second = said.split("\n\n")
    assert first.startswith("T2-01　表二填的是数字")
    assert "表式：政府信息公开年度报告" in first
    assert second.startswith("T2-01　表二受理数量不多于申请数量")
    assert "表式：行政执法统计年报" in second
    assert explained("R01", capsys=capsys).count("R01") == 1
    (office / "2024.xlsx").write_bytes(enforcement.workbook())
    said = explained("--workbook", "2024.xlsx", "T2-01", capsys=capsys)
    assert said.startswith("T2-01　表二受理数量不多于申请数量")
