"""What the documents say is true."""

import re
import shutil
import subprocess
import sys
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.checks.rules import check
from generator.console.cli import main
from generator.console.help_pages import OVERVIEW, PAGES
from generator.formats.report_json.reader import read_json
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.reading.workbook import read_content
from generator.messages.emphasis import plain
from generator.messages.findings import finding_lines
from generator.model.narrative import printed
from generator.model.reading_order import groups
from tests import typed_cells
from tests.forms import FORM
from tests.paths import ROOT, WORKBOOK
from tests.samples import case

DOCUMENTS = [
    ROOT / name for name in ("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md")
]
GUIDE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")


@cache
def command(name: str) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "readme_command", name],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def test_the_readme_has_one_command_to_run_and_one_to_test() -> None:
    assert command("run").endswith(" && .venv/bin/make-report inputs/2023.xlsx")
    assert command("test").endswith(" && .venv/bin/python -m pytest")
    assert all(command(name).startswith("python3 -m venv .venv && ") for name in ("run", "test"))
    assert all("\n" not in command(name) for name in ("run", "test"))


LEFT_OUT = "  ……"


def test_the_first_command_does_the_main_job_and_says_what_the_readme_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert main(command("run").split(".venv/bin/make-report ")[1].split()) == 0
    said = capsys.readouterr().out.strip()
    shown = re.findall(
        r"```text\n(已生成.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    (lines,) = [example.strip().splitlines() for example in shown]
    assert lines.count(LEFT_OUT) <= 3
    assert [line for line in lines if line != LEFT_OUT and line not in said.splitlines()] == []
    assert len(lines) > 10
    assert (tmp_path / "outputs" / "2023.docx").exists()


def test_carrying_a_workbook_over_says_what_the_guide_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "inputs", tmp_path / "inputs")
    monkeypatch.chdir(tmp_path)
    assert main(["new", "--from", "inputs/2023.xlsx"]) == 0
    said = capsys.readouterr().out.strip()
    assert said.replace("inputs/", "inputs\\") in GUIDE
    main(["check", "inputs/2024.xlsx"])
    said = capsys.readouterr().out
    lines = [line.strip() for line in said.splitlines()]
    (at,) = [index for index, line in enumerate(lines) if "Y07-" in line]
    assert "\n".join(line.partition("〕")[2] or line for line in lines[at : at + 2]) in GUIDE


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_to_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
    assert links or document.name not in {"README.md", "README.zh-CN.md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_option_that_is_named_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = {
        option
        for line in text.splitlines()
        if "make-report" in line and "pip" not in line
        for option in re.findall(r"(?<![\w-])--[a-z]+", line)
    }
    assert named <= set(re.findall(r"(?<![\w-])--[a-z]+", OVERVIEW + "".join(PAGES.values())))


def test_the_guide_names_every_sheet_as_it_is() -> None:
    for layout in table_sheets(FORM):
        assert layout.name in GUIDE
    for name in (
        "填写说明",
        "基本信息",
        "正文",
        "指标",
        "用词",
        "本地规则",
        "核对记录",
        "核对结果",
    ):
        assert name in GUIDE


def test_every_button_that_the_guide_has_people_press_is_on_the_page() -> None:
    web = ROOT / "generator" / "web"
    page = "".join(
        path.read_text("utf-8") for path in sorted(web.rglob("*")) if path.suffix in {".js", ".py"}
    )
    pressed = set(re.findall(r"点\s*\*\*([^*]+)\*\*", GUIDE))
    assert {"新建", "生成报告", "按工作簿重新生成", "现在写入", "再汇总一次"} <= pressed
    assert [name for name in pressed if f'"{name}"' not in page] == []


def test_every_reference_in_the_guide_is_a_name_that_exists() -> None:
    known = {*FORM.figures, *(total.name for total in FORM.sums)}
    known |= {entry.name for entry in FORM.entries}
    used = set(re.findall(r"(?<!【)【([^【】]+)】", GUIDE))
    assert "本年新收" in used
    shown = {
        "名称",
        "项目名",
        "……",
        "政务新媒体条数",
        "新收申请",
        "收案民事",
    }  # what is explained beside them
    shown |= {"图表：申请情况", "表格：各镇情况"}
    shown |= {"图：标题", "表：标题", "图：申请的处理结果"}
    assert used - known <= shown


@pytest.mark.parametrize(
    ("sheet", "cell", "typed", "rule"),
    [
        ("三、申请办理", "J7", 9, "T3-03"),
        ("三、申请办理", "D10", "3件", "T3-04"),
        ("正文", "D11", "共收到【新收申请】件。", "N01"),
        ("四、复议诉讼", "A7", None, "T4-04"),
        ("正文", "D11", "共收到申请5件，共答复4件。", "X03"),
    ],
)
def test_the_guide_quotes_messages_as_they_are(
    sheet: str, cell: str, typed: Any, rule: str
) -> None:
    workbook = typed_cells.typed(WORKBOOK.read_bytes(), {(sheet, cell): typed})
    report, findings = read_content(workbook, "2024.xlsx", FORM)
    _, unknown = printed(report, FORM)
    found = [*findings, *check(case(report)), *unknown]
    finding = next(finding for finding in found if finding.rule == rule)
    said = list(finding_lines(groups([finding], report), plain))[1:]
    assert said[0] == f"『{sheet}』"
    assert f"〕{cell}：" in said[1].replace("A7:E7", "A7")
    assert "\n".join(said) in GUIDE


def test_the_report_in_the_readme_is_one() -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    report, findings = read_json(shown.encode(), "2024.json", FORM)
    assert {finding.rule for finding in findings} == {"R13", "T2-06"}
    assert report.figures["规章制发"].printed == "22（其中修订16件）"
    assert "第二部分表前" not in report.unknown


def test_the_form_in_the_guide_goes_the_whole_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    [written] = re.findall(r"   ```toml\n(.*?)   ```", GUIDE, flags=re.DOTALL)
    folder = tmp_path / "templates" / "案件"
    folder.mkdir(parents=True)
    (tmp_path / "inputs").mkdir()
    (folder / "表.toml").write_text(textwrap.dedent(written), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["form", "template", "templates/案件/表.toml"]) == 0
    assert main(["form", "check", "templates/案件"]) == 0
    assert "6 个数字，5 条勾稽关系" in capsys.readouterr().out
    assert main(["new", "--form", "案件统计年报", "--organ", "某某局", "--year", "2024"]) == 0
    assert main(["--draft", "inputs/2024.xlsx"]) == 0
    assert (tmp_path / "outputs" / "2024.草稿.docx").is_file()
    [wordings] = re.findall(r"```text\n(units.*?)```", GUIDE, flags=re.DOTALL)
    (folder / "措辞.toml").write_text(wordings, encoding="utf-8")
    rule = 'id = "X1"\ntitle = "一致"\nseverity = "错误"\nbasis = "某办"\nexplanation = "比。"'
    said = textwrap.dedent(written).replace("opening", 'wordings = "措辞.toml"\nopening')
    said += f'\n[[rules]]\n{rule}\ncheck = "stated_figures"\n'
    (folder / "表.toml").write_text(said, encoding="utf-8")
    assert main(["form", "check", "templates/案件"]) == 0
