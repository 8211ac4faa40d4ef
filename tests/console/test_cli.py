"""The command as people and programs use it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.console.commands import run_make
from generator.pipeline.make import make
from generator.pipeline.outcome import Outcome
from generator.pipeline.template_choice import packaged_template
from tests.console.command_line import run
from tests.formats.docx.templates import template
from tests.forms import FORM
from tests.paths import ROOT
from tests.paths import WORKBOOK as PUBLISHED
from tests.samples import last_year, numbers, typed_totals, workbook

BROKEN = workbook(figures={**typed_totals(), "复议总计": numbers()["复议总计"] - 1})
WORDING = workbook({("正文", "D4"): "引用【没有的名称】"})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


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
        "  核对结果：没有要处理的问题（无法核对 6 项规则）",
        "  无法核对（6 项规则）：",
        "    Y01、Y02、Y03、Y04、Y05、Y06：没有上年的工作簿。"
        "把上年的工作簿放在旁边（或用 --previous 指定）。",
    ]


def test_a_broken_one_is_held_back_and_says_why(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(BROKEN)
    code, out, _ = run(capsys, "2024.xlsx")
    assert code == 1
    assert "没有生成：2024.xlsx 有 1 处错误必须先改正" in out
    assert "  『四、复议诉讼』\n    1. 〔T4-01-" in out
    assert "〕E7：行政复议／总计应为 " in out
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
    assert (code, err) == (2, "")
    assert "[1/2] 不能用：一.xlsx 是纯文本（如 TXT、CSV），不是 Excel 工作簿" in out
    assert "[2/2] 已生成：二.xlsx　错误 0，提示 0" in out
    assert (here / "二.docx").exists()


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


def test_what_nobody_foresaw_is_one_sentence_and_no_traceback(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    (here / "2024.xlsx").write_bytes(workbook())
    monkeypatch.setattr(run_make, "make", fail)
    code, _, err = run(capsys, "2024.xlsx")
    assert code == 2
    assert "没有料到的问题（ZeroDivisionError" in err
    assert "Traceback" not in err


@pytest.mark.long  # as a file with a Chinese name is made wherever the system speaks none
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
    monkeypatch.setattr(run_make, "make", fail_once)
    code, out, err = run(capsys, "--json", "一.xlsx", "二.xlsx")
    assert (code, err) == (2, "")
    assert [one["status"] for one in json.loads(out)["results"]] == ["unusable", "written"]


def test_a_command_that_cannot_be_used_is_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--json", "--nonsense")
    assert (code, err) == (2, "")
    message = "不认识“--nonsense”。输入 make-report --help 看用法。"
    assert json.loads(out) == {"schema": 2, "results": [], "message": message}


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder in use cannot be taken away")
def test_a_folder_that_is_gone_is_said_to_be(here: Path) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    program = f"{sys.executable} -m generator check ../2024.xlsx"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["/bin/sh", "-c", f"mkdir gone && cd gone && rmdir ../gone && {program}"],
        cwd=here,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "当前所在的文件夹已经不在了" in done.stderr.decode()


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
        (["2024.xlsx", "check"], "命令 check 要写在最前面，如：make-report check 2024.xlsx"),
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
    assert "会生成同一个文件 2024.docx" in err


def test_the_workbook_itself_is_never_the_output(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    assert run(capsys, "--force", "2024.xlsx", "-o", "2024.xlsx")[0] == 2
    assert (here / "2024.xlsx").read_bytes() == workbook()


def test_a_template_is_checked_and_everything_wrong_with_it_listed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(packaged_template(FORM), here / "好.docx")
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
    shutil.copy(packaged_template(FORM), here / "T.docx")
    before = (here / source).read_bytes()
    try:
        (here / "link.docx").symlink_to(here / source)
    except OSError:
        pytest.skip("this system lets nobody make links")
    code, _, err = run(capsys, "2024.xlsx", "--template", "T.docx", "-o", "link.docx", "--force")
    assert code == 2
    assert "不能覆盖" in err
    assert (here / source).read_bytes() == before


def test_the_same_workbook_twice_is_done_once(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    assert "已生成：2024.docx\n" in run(capsys, "2024.xlsx", "./2024.xlsx")[1]


def verified_cells(*keys: str, reason: str = "与台账一致") -> dict[Any, Any]:
    """Return the cells of verifications."""
    rows = {row: (key, "张三", reason) for row, key in enumerate(keys, 4)}
    return {
        ("核对记录", f"{column}{row}"): said
        for row, one in rows.items()
        for column, said in zip("ABC", one, strict=True)
    }


def found(capsys: pytest.CaptureFixture[str], workbook: str) -> list[dict[str, Any]]:
    results = json.loads(run(capsys, "check", workbook, "--json")[1])["results"]
    findings: list[dict[str, Any]] = results[0]["findings"]
    return findings


def errors(capsys: pytest.CaptureFixture[str], workbook: str) -> dict[str, str]:
    """Return the keys of all errors by rule."""
    findings = found(capsys, workbook)
    return {one["rule"]: one["key"] for one in findings if one["severity"] == "错误"}


def test_a_verified_error_counts_no_longer_anywhere(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(WORDING)
    keys = errors(capsys, "2024.xlsx")
    assert run(capsys, "--strict", "2024.xlsx")[0] == 1
    cells = verified_cells(*(f"〔{key.lower()}〕" for key in keys.values()))
    (here / "2024.xlsx").write_bytes(workbook({("正文", "D4"): "引用【没有的名称】", **cells}))
    code, out, _ = run(capsys, "check", "2024.xlsx")
    assert code == 0
    assert f"  已核实（{len(keys)} 处）：\n  『正文』" in out
    assert (
        f"〔{keys['N01']}〕D4：正文引用了【没有的名称】，没有叫这个名称的数字，只能照原样印出。\n"
        "       张三：与台账一致\n"
    ) in out
    assert "其他错误" not in out
    code, out, _ = run(capsys, "--strict", "2024.xlsx")
    assert code == 0
    assert out.startswith("已生成：2024.docx\n")
    verified = [one["verified"] for one in found(capsys, "2024.xlsx") if one["rule"] == "N01"]
    assert verified == [{"person": "张三", "reason": "与台账一致", "day": ""}]


def test_without_a_reason_nothing_is_verified(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(WORDING)
    cells = {("正文", "D4"): "引用【没有的名称】"}
    cells |= verified_cells(errors(capsys, "2024.xlsx")["N01"], reason="")
    (here / "2024.xlsx").write_bytes(workbook(cells))
    code, out, _ = run(capsys, "check", "2024.xlsx")
    assert code == 1
    assert "A4：这条核对记录没有填理由，不起作用。" in out


def test_what_holds_the_document_back_is_not_released_by_a_verification(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = {**typed_totals(), "复议总计": numbers()["复议总计"] - 1}
    (here / "2024.xlsx").write_bytes(BROKEN)
    key = errors(capsys, "2024.xlsx")["T4-01"]
    (here / "2024.xlsx").write_bytes(workbook(verified_cells(key), figures))
    code, out, _ = run(capsys, "2024.xlsx")
    assert code == 1
    assert "没有生成：2024.xlsx 有 1 处错误必须先改正" in out
    assert "已有核对记录（张三：与台账一致），但这类错误必须改正" in out
    assert run(capsys, "check", "2024.xlsx")[0] == 1


def test_a_long_list_says_how_many_there_are(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {("正文", f"D{row}"): f"引用【没有的名称{row}】" for row in range(4, 34)}
    (here / "2024.xlsx").write_bytes(workbook(wrong))
    _, out, _ = run(capsys, "check", "2024.xlsx")
    count = len(found(capsys, "2024.xlsx"))
    assert count >= 30
    assert f"\n  以上共 {count} 处：" in out
    assert "请运行 make-report check --annotate 2024.xlsx，" in out


def test_programs_get_everything_about_a_finding(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2024.xlsx").write_bytes(BROKEN)
    answer = json.loads(run(capsys, "check", "2024.xlsx", "--json")[1])
    assert answer["schema"] == 2
    assert answer["results"][0]["findings"][0].keys() == {
        *("rule", "title", "severity", "holds_back", "key", "place", "file", "sheet", "cell"),
        *("message", "advice", "quote", "about", "expected", "found", "difference", "verified"),
    }
    assert answer["results"][0]["findings"][0]["title"] == "表四行政复议各项之和等于总计"


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", "t3-01", "S09")
    assert code == 0
    assert out.startswith("T3-01　表三各列收支相等\n  级别：错误，必须改正\n  依据：")
    assert "\n\nS09　" in out
    assert "  T3-01 表三各列收支相等（错误，必须改正）" in run(capsys, "explain")[1]
    assert json.loads(run(capsys, "explain", "--json")[1])["rules"]
    code, _, err = run(capsys, "explain", "T3-99")
    assert code == 2
    assert "没有编号为“T3-99”的规则，是不是 " in err


def test_two_workbooks_with_one_annotated_copy_are_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("2024.xlsx", "2024.XLSX"):
        (here / name).write_bytes(workbook())
    code, _, err = run(capsys, "check", "--annotate", "2024.xlsx", "2024.XLSX")
    assert code == 2
    assert "会生成同一个文件 2024.核对.xlsx" in err


def put_two_years(folder: Path) -> None:
    (folder / "2023.xlsx").write_bytes(workbook(content=last_year()))
    (folder / "2024.xlsx").write_bytes(workbook(figures={"上年结转自然人": 1}))


def test_last_year_s_workbook_beside_is_used_and_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_two_years(here)
    code, out, _ = run(capsys, "check", "2024.xlsx")
    assert code == 1
    assert "\n  上年：2023.xlsx\n" in out
    assert "〔Y01-" in out
    assert "〕D8：" in out
    assert "上年 2023.xlsx『三、申请办理』D31 “结转下年自然人”" in out
    _, out, _ = run(capsys, "check", "2024.xlsx", "--json")
    assert json.loads(out)["results"][0]["previous"] == "2023.xlsx"


def test_a_stale_neighbour_never_holds_a_report_back(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2023.xlsx").write_bytes(
        workbook(figures={"结转下年自然人": 9999}, content=last_year())
    )
    (here / "2024.xlsx").write_bytes(workbook())
    code, out, _ = run(capsys, "2024.xlsx")
    assert code == 0
    assert "〔Y01-" in out
    assert run(capsys, "--strict", "--force", "2024.xlsx")[0] == 1


def test_a_neighbour_that_cannot_be_read_is_said_to_be_unchecked_in_one_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "2023.xlsx").write_bytes(b"no workbook")
    (here / "2024.xlsx").write_bytes(workbook())
    code, out, err = run(capsys, "2024.xlsx")
    assert (code, err) == (0, "")
    lines = [line for line in out.splitlines() if "旁边的 2023.xlsx 用不了" in line]
    assert len(lines) == 1
    assert "：2023.xlsx 是纯文本（如 TXT、CSV），不是 Excel 工作簿" in lines[0]


def test_last_year_s_workbook_may_be_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "旧.xlsx").write_bytes(workbook(content=last_year()))
    (here / "2024.xlsx").write_bytes(workbook())
    for words in (["2024.xlsx"], ["check", "2024.xlsx"]):
        code, out, _ = run(capsys, *words, "--previous", "旧.xlsx")
        assert code == 0
        assert "上年：旧.xlsx" in out
        assert "无法核对" not in out


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("没有.xlsx", "找不到文件 没有.xlsx"),
        ("2024.xlsx", "2024.xlsx 不是上年的工作簿：它的年度填的是“2024”，应为 2023"),
        ("坏.xlsx", "坏.xlsx 是纯文本（如 TXT、CSV），不是 Excel 工作簿"),
    ],
)
def test_a_named_one_that_cannot_be_used_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], named: str, said: str
) -> None:
    (here / "坏.xlsx").write_bytes(b"no workbook")
    (here / "2024.xlsx").write_bytes(workbook())
    for words in (["2024.xlsx"], ["check", "2024.xlsx"]):
        code, out, err = run(capsys, *words, "--previous", named)
        assert (code, out) == (2, "")
        assert said in err
    assert not (here / "2024.docx").exists()


def test_several_workbooks_have_no_one_last_year(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["check"]):
        code, _, err = run(capsys, *command, "一.xlsx", "二.xlsx", "--previous", "旧.xlsx")
        assert code == 2
        assert "有好几个工作簿时不能用 --previous" in err


def test_a_new_workbook_from_last_year_s_goes_beside_it_and_is_checked_against_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "inputs").mkdir()
    source = here / "inputs" / "某局2023年.xlsx"
    shutil.copy(PUBLISHED, source)
    code, out, _ = run(capsys, "new", "--from", "inputs/某局2023年.xlsx")
    assert code == 0
    target = Path("inputs") / "某局2024年.xlsx"
    assert out.splitlines()[:2] == [
        f"已新建：{target}",
        "  从 某局2023年.xlsx 沿用：正文 20 段（16 段待修改），"
        "指标 11 个（数值待填），上年结转 7 格",
    ]
    code, out, _ = run(capsys, "check", str(target), "--json")
    (result,) = json.loads(out)["results"]
    assert result["previous"] == "某局2023年.xlsx"
    wrong = {one["rule"] for one in result["findings"] if one["severity"] == "错误"}
    assert wrong == {"R06", "T0-01", "Y07"}
    assert code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "没有.xlsx"], "找不到文件 没有.xlsx"),
        (["--from", "2023.xlsx", "--year", "2025"], "只能沿用到 2024 年度，不是 2025"),
        (["--from", "2023.xlsx", "--year", "24"], "年度“24”不对"),
        (["--from", "2023.xlsx", "--organ", "某局"], "请去掉 --organ"),
        (["--from", "2023.xlsx", "-o", "新.docx"], "要以 .xlsx 结尾"),
        (["--from"], "选项 --from 后面少了内容"),
    ],
)
def test_a_new_workbook_that_cannot_be_made_from_last_year_s_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    shutil.copy(PUBLISHED, here / "2023.xlsx")
    code, out, err = run(capsys, "new", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert [path.name for path in here.iterdir()] == ["2023.xlsx"]


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
    assert "表三没有给出，勾稽关系、正文与表是否一致没有核对" in out
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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--draft", "check", "2024.xlsx"], "命令 check 要写在最前面"),
        (["chek", "2024.xlsx"], "没有“chek”这个命令，是不是 check？"),
        (["2024.核对.xlsx"], "2024.核对.xlsx 是核对用的副本，请用原来的工作簿"),
        (["new", "--from", "2024.核对.xlsx"], "是核对用的副本"),
    ],
)
def test_what_was_meant_otherwise_is_refused_and_nothing_is_made(
    here: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    (here / "2024.xlsx").write_bytes(workbook())
    (here / "2024.核对.xlsx").write_bytes(workbook())
    code, out, err = run(capsys, *words)
    assert code == 2
    assert said in out + err
    assert len(list(here.iterdir())) == 2
