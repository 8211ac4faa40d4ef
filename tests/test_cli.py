"""The command as people and programs use it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import cli
from generator.form.edition_2021 import FORM
from generator.pipeline import Outcome, make
from generator.template_choice import packaged_template
from tests.document.templates import template
from tests.samples import numbers, typed_totals, workbook

BROKEN = workbook(figures={**typed_totals(), "复议总计": numbers()["复议总计"] - 1})
WORDING = workbook({("正文", "D4"): "引用【没有的名称】"})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_good_workbook_is_made_and_summed_up(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    code, out, err = run(capsys, "2024.xlsx")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "已生成：2024.docx",
        "  某某市某某局　2024 年度　已填数字 200 个（共 200 个），指标 1 个，正文 10 段",
        "  模板：程序自带的“年度报告模板.docx”",
        "  核对结果：没有发现问题",
    ]


def test_a_broken_one_is_held_back_and_says_why(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(BROKEN)
    code, out, _ = run(capsys, "2024.xlsx")
    assert code == 1
    assert "没有生成：2024.xlsx 有 1 处错误必须先改正" in out
    assert "[T4-01] 2024.xlsx『四、复议诉讼』E7：" in out
    assert "少 1" in out
    assert run(capsys, "--draft", "2024.xlsx")[0] == 0
    assert (here / "2024.草稿.docx").exists()


def test_checking_exits_1_on_any_error(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data, code in (("好", workbook(), 0), ("坏", BROKEN, 1), ("词", WORDING, 1)):
        (here / f"{name}.xlsx").write_bytes(data)
        assert run(capsys, "check", f"{name}.xlsx")[0] == code
    assert not list(here.glob("*.docx"))
    assert run(capsys, "词.xlsx")[0] == 0
    assert run(capsys, "--strict", "--force", "词.xlsx")[0] == 1


def test_json_is_all_there_is_on_standard_output(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "坏.xlsx").write_bytes(BROKEN)
    code, out, err = run(capsys, "坏.xlsx", "没有.xlsx", "--json")
    results = json.loads(out)["results"]
    assert (code, err) == (2, "")
    assert [result["status"] for result in results] == ["held", "unusable"]
    finding = results[0]["findings"][0]
    total = numbers()["复议总计"]
    assert (finding["rule"], finding["sheet"], finding["cell"]) == ("T4-01", "四、复议诉讼", "E7")
    assert (finding["expected"], finding["found"], finding["difference"]) == (total, total - 1, -1)


def test_of_many_one_bad_file_does_not_stop_the_others(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "一.xlsx").write_bytes(b"not a workbook")
    (here / "二.xlsx").write_bytes(workbook())
    code, out, err = run(capsys, "一.xlsx", "二.xlsx")
    assert code == 2
    assert "一.xlsx 不是 Excel 工作簿" in err
    assert "已生成：二.docx" in out


def test_a_new_workbook_goes_to_inputs_where_there_is_such_a_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "new", "--organ", "某某市某某局", "--year", "2024")
    assert code == 0
    assert out.startswith("已新建：2024.xlsx\n")
    (here / "inputs").mkdir()
    run(capsys, "new", "--organ", "某某市某某局", "--year", "2024")
    assert (here / "inputs" / "2024.xlsx").exists()
    assert run(capsys, "new", "--organ", "某局", "--year", "2024", "-o", "某局 年报.xlsx")[0] == 0
    assert run(capsys, "new", "--organ", "某局", "--year", "2024", "-o", "某局 年报.xlsx")[0] == 2


def test_without_a_name_the_only_workbook_is_used(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys)[0] == 2
    (here / "2024.xlsx").write_bytes(workbook())
    (here / "~$2024.xlsx").write_bytes(b"lock")
    assert run(capsys)[0] == 0
    (here / "2025.xlsx").write_bytes(workbook())
    code, _, err = run(capsys)
    assert code == 2
    assert "这里有 2 个工作簿（2024.xlsx、2025.xlsx）" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["没有.xlsx"], "找不到文件 没有.xlsx"),
        (["--nonsense"], "不认识“--nonsense”"),
        (["-o"], "选项 -o 后面少了内容"),
        (["-o", "a.docx", "一.xlsx", "二.xlsx"], "有好几个工作簿时不能用 -o"),
        (["new", "--year", "2024"], "要写明机关和年度"),
        (["new", "--organ", "某局", "--year", "24"], "年度“24”不对"),
        (["new", "--organ", "某局", "--year", "2024", "-o", "a.xls"], "要以 .xlsx 结尾"),
        (["check"], "没有指明工作簿"),
    ],
)
def test_a_command_that_cannot_be_used_is_refused_in_chinese(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["new", "-h"]])
def test_help_is_chinese_with_examples(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code, out, _ = run(capsys, *arguments)
    assert code == 0
    assert "make-report inputs/2023.xlsx" in out
    assert "退出码" in out


def test_what_nobody_foresaw_is_one_sentence_and_no_traceback(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    (here / "2024.xlsx").write_bytes(workbook())
    monkeypatch.setattr(cli, "make", fail)
    code, _, err = run(capsys, "2024.xlsx")
    assert code == 2
    assert "没有料到的问题（ZeroDivisionError" in err
    assert "Traceback" not in err


def test_the_module_does_what_the_command_does(here: Path) -> None:
    (here / "2024 年报.xlsx").write_bytes(workbook())
    done = subprocess.run(
        [sys.executable, "-m", "generator", "2024 年报.xlsx"],
        capture_output=True,
        cwd=here,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.decode().startswith("已生成：2024 年报.docx")
    assert done.stderr == b""


def test_what_nobody_foresaw_in_one_file_does_not_stop_the_others(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_once(workbook: Path, **options: Any) -> Outcome:
        if workbook.name == "一.xlsx":
            raise ZeroDivisionError
        return make(workbook, **options)

    for name in ("一.xlsx", "二.xlsx"):
        (here / name).write_bytes(workbook())
    monkeypatch.setattr(cli, "make", fail_once)
    code, out, err = run(capsys, "--json", "一.xlsx", "二.xlsx")
    assert (code, err) == (2, "")
    assert [one["status"] for one in json.loads(out)["results"]] == ["unusable", "written"]


def test_a_command_that_cannot_be_used_is_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--json", "--nonsense")
    assert (code, err) == (2, "")
    message = "不认识“--nonsense”。输入 make-report --help 看用法。"
    assert json.loads(out) == {"schema": 1, "results": [], "message": message}


def test_a_file_may_be_called_like_a_command(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    assert run(capsys, "-o", "check.docx", "2024.xlsx")[0] == 0
    assert run(capsys, "-o", "new", "2024.xlsx") == (
        2,
        "",
        "报告的文件名要以 .docx 结尾，写的是“new”。\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["make"], "找不到文件 make"),
        (["check", "check"], "找不到文件 check"),
        (["new", "--organ", "new", "--year", "99"], "年度“99”不对"),
        (["-o", "make", "2024.xlsx"], "写的是“make”"),
    ],
)
def test_a_word_is_a_command_only_at_the_start(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert said in err


def test_two_workbooks_with_one_document_are_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("2024.xlsx", "2024.XLSX"):
        (here / name).write_bytes(workbook())
    code, _, err = run(capsys, "2024.xlsx", "2024.XLSX")
    assert code == 2
    assert "会生成同一个文档 2024.docx" in err


def test_the_workbook_itself_is_never_the_output(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    assert run(capsys, "--force", "2024.xlsx", "-o", "2024.xlsx")[0] == 2
    assert (here / "2024.xlsx").read_bytes() == workbook()


def test_a_template_is_checked_and_everything_wrong_with_it_listed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(packaged_template(), here / "好.docx")
    (here / "坏.docx").write_bytes(
        template(("{{ 行政许可 }}", "{{ 甲 }}"), ("{{ 行政处罚 }}", "0"))
    )
    assert run(capsys, "check-template", "好.docx") == (0, "模板可以用：好.docx\n", "")
    code, out, _ = run(capsys, "check-template", "坏.docx", "好.docx")
    assert code == 1
    assert out.startswith(
        "模板要改正（3 处）：坏.docx\n  1. 正文第 1 个表格第 7 行第 2 格：没有叫“甲”"
    )
    code, out, _ = run(capsys, "check-template", "坏.docx", "没有.docx", "--json")
    assert code == 2
    assert [one["status"] for one in json.loads(out)["results"]] == ["problems", "unusable"]
    assert run(capsys, "check-template")[0] == 2


@pytest.mark.parametrize("source", ["2024.xlsx", "T.docx"])
def test_what_a_document_is_made_from_is_never_overwritten(
    here: Path, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    shutil.copy(packaged_template(), here / "T.docx")
    before = (here / source).read_bytes()
    try:
        (here / "link.docx").symlink_to(here / source)
    except OSError:
        pytest.skip("this system lets nobody make links")
    code, _, err = run(capsys, "2024.xlsx", "--template", "T.docx", "-o", "link.docx", "--force")
    assert code == 2
    assert "不能覆盖" in err
    assert (here / source).read_bytes() == before


def test_a_folder_or_the_same_workbook_twice_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    assert "不是文件夹" in run(capsys, ".")[2]
    assert "写了两遍" in run(capsys, "2024.xlsx", "./2024.xlsx")[2]


def test_a_report_is_written_as_json_and_used_like_a_workbook(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    code, out, _ = run(capsys, "export", "2024.xlsx", "-o", "报告.json")
    assert code == 0
    assert out.startswith("已生成：报告.json")
    assert run(capsys, "export", "2024.xlsx", "-o", "报告.json")[1].startswith(
        "已是最新：报告.json"
    )
    code, out, _ = run(capsys, "check", "报告.json")
    assert code == run(capsys, "check", "2024.xlsx")[0]
    assert out.startswith("已核对：报告.json")
    assert run(capsys, "报告.json", "-o", "a.docx")[0] == 0
    (here / "报告.json").write_text('{"schema": 1, "edition": "2021"}', encoding="utf-8")
    code, out, err = run(capsys, "check", "报告.json")
    assert (code, out) == (2, "")
    assert err.startswith("报告.json 的“edition”是 2021，本程序只认 国办公开办函〔2021〕30号。")
    code, _, err = run(capsys, "export", "2024.xlsx", "-o", "报告.json")
    assert (code, err.count("\n")) == (2, 1)


def test_what_json_does_not_say_is_summed_up(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = {"schema": 1, "edition": FORM.edition, "entries": {"年度": "二"}}
    (here / "a.json").write_text(json.dumps(empty), encoding="utf-8")
    code, out, _ = run(capsys, "a.json")
    assert code == 1
    assert out.startswith("没有生成：a.json 有 1 处错误必须先改正，还有 5 项没有给出\n")
    assert "  无法核对（5 处）：" in out
    assert "[R13] a.json『表三』：表三没有给出，勾稽关系、正文与表是否一致没有核对。" in out
    assert run(capsys, "check", "a.json")[0] == 1
    code, out, _ = run(capsys, "export", "a.json", "-o", "b.json")
    assert code == 1
    assert "--draft" not in out


def test_the_schema_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "export", "--schema")
    assert code == 0
    assert json.loads(out)["properties"]["edition"]["const"] == FORM.edition


def test_several_reports_cannot_be_written_to_one_json(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        (here / name).write_bytes(workbook())
    assert run(capsys, "export", "a.xlsx", "b.xlsx", "-o", "c.json")[0] == 2
    assert run(capsys, "export", "a.xlsx", "b.xlsx")[0] == 0
    assert (here / "b.json").exists()
