"""The command `make-report form`: an office makes a form of its own, from the text to a report."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.console.cli import main
from tests.form.reading.office_form import CASES
from tests.paths import ROOT

FILE = "templates/案件/表.toml"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sit down in an office that has written a form."""
    (tmp_path / "templates" / "案件").mkdir(parents=True)
    (tmp_path / "inputs").mkdir()
    (tmp_path / FILE).write_text(CASES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_form_goes_the_whole_way_without_a_line_of_code(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["form", "check", FILE]) == 0
    assert "旁边还没有模板“模板.docx”。画一个" in capsys.readouterr().out
    assert main(["form", "template", FILE]) == 0
    assert main(["form", "check", "templates/案件"]) == 0
    assert "模板：模板.docx，可以用" in capsys.readouterr().out
    assert main(["new", "--form", "案件统计年报", "--organ", "某某局", "--year", "2024"]) == 0
    workbook = office / "inputs" / "2024.xlsx"
    book = load_workbook(workbook)
    sheet = book["一、案件"]
    cells = [cell for row in sheet["C5:D7"] for cell in row if cell.value is None]
    for cell, value in zip(cells, (5, 7, 2, 3, 3, 4), strict=False):
        cell.value = value
    book.save(workbook)
    assert main(["inputs/2024.xlsx"]) == 0
    assert (office / "outputs" / "2024.docx").is_file()


def test_mistakes_are_told_with_their_lines(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = CASES.replace('kind = "year"', 'kind = "years"').replace('["收案*"]', '["收按*"]')
    (office / FILE).write_text(text, "utf-8")
    assert main(["form", "check", FILE]) == 1
    said = capsys.readouterr().err
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "收按" in line]
    assert f"表.toml 第 {lines[0]} 行：没有一个数字的名称合乎“收按*”" in said
    assert main(["form", "check", FILE, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["usable"] is False
    assert {one["line"] for one in found["mistakes"]} >= set(lines)
    assert main(["form", "show", FILE]) == 2
    assert f"表.toml 第 {lines[0]} 行：没有一个数字的名称合乎“收按*”" in capsys.readouterr().err
    assert main(["form", "show", "案件统计年报"]) == 2
    assert "make-report form check" in capsys.readouterr().err
    assert main(["new", "--form", "案件统计年报", "--organ", "甲", "--year", "2024"]) == 2
    assert "make-report form check" in capsys.readouterr().err


def test_the_template_of_another_form_is_told_by_its_name(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = office / "templates" / "案件" / "模板.docx"
    beside.write_bytes((ROOT / "templates" / "年度报告模板.docx").read_bytes())
    assert main(["form", "check", FILE]) == 1
    said = "模板 模板.docx 是“政府信息公开年度报告”的，不是“案件统计年报”的"
    assert said in capsys.readouterr().out
    beside.write_bytes(b"text")
    assert main(["form", "check", FILE]) == 1
    assert "不是 Word 文档" in capsys.readouterr().out


def test_it_lists_figures_ties_and_rules(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "show", "案件统计年报"]) == 0
    said = capsys.readouterr().out
    assert "结案判决个人　案件：二、结案／判决／个人（件）" in said
    assert "个人的收案与结案相等：收案个人＝结案判决个人＋结案调解个人" in said
    assert main(["form", "show", FILE, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["figures"]) == 6
    assert main(["form", "show", "行政执法统计年报", "-o", "一览.xlsx"]) == 0
    book = load_workbook(office / "一览.xlsx")
    assert book.sheetnames == ["数字", "合计", "勾稽关系", "规则"]
    assert book["勾稽关系"]["C9"].value == "持证人员÷在岗执法人员＝持证率"


def test_it_lists_what_rules_may_be_chosen_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "rules"]) == 0
    said = capsys.readouterr().out
    assert "  N01   正文里【】引用的名称都有\n" in said
    assert "  汇总" in said
    assert "  ties_within_the_report\n" in said


def test_it_hands_over_the_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "schema"]) == 0
    assert "sections" in json.loads(capsys.readouterr().out)["properties"]
    assert main(["form", "schema", "wordings"]) == 0
    assert "subjects" in json.loads(capsys.readouterr().out)["properties"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["form"], "form 后面写 check、template、show、rules 或 schema"),
        (["form", "check"], "后面写一个表式的 .toml 文件"),
        (["form", "check", "没有.toml"], "没有文件"),
        (["form", "show", "没有的"], "没有叫“没有的”的表式"),
        (["form", "check", "inputs"], "里没有表式"),
        (["form", "template", "行政执法统计年报"], "没有写明模板画到哪个文件"),
        (["form", "template", FILE, "-o", "模板.doc"], "以 .docx 结尾"),
    ],
)
def test_what_cannot_be_done_is_refused(
    office: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert office.is_dir()
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_what_another_form_is_called_is_taken(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = CASES.replace('id = "cases"', 'id = "disclosure-2021"')
    (office / FILE).write_text(text, "utf-8")
    assert main(["form", "check", FILE]) == 1
    assert "已经是另一个表式的" in capsys.readouterr().err


def test_no_template_is_drawn_over_another(office: Path) -> None:
    assert main(["form", "template", FILE]) == 0
    assert main(["form", "template", FILE]) == 2
    assert (office / "templates" / "案件" / "模板.docx").is_file()
