"""The summary of many workbooks."""

from dataclasses import replace
from pathlib import Path

from generator.console.many.report_task import Ending, ReportResult
from generator.console.many.summary import spoken_results

GOOD = ReportResult(
    *(Path("甲.xlsx"), Ending.WRITTEN, "甲.xlsx", 0, "已生成：甲.docx", "甲局"),
    wrong=1,
    notices=12,
)
SAME = ReportResult(Path("乙.xlsx"), Ending.CURRENT, "乙.xlsx", 0, "已是最新：乙.docx", "乙局")
HELD = ReportResult(
    Path("丙.xlsx"),
    Ending.HELD,
    "丙.xlsx",
    1,
    "没有生成：丙.xlsx 有 1 处错误必须先改正",
    "丙局",
    1,
    0,
    ("改 K8",),
)
BAD = ReportResult(Path("丁.xlsx"), Ending.UNUSABLE, "丁.xlsx", 2, "丁.xlsx 是空文件。")


def test_the_worst_come_first_and_what_is_to_be_done_is_said() -> None:
    assert spoken_results([GOOD, SAME, HELD, BAD]).splitlines() == [
        "共 4 个工作簿：已是最新 1，已生成 1，没有生成 1，不能用 1。错误 2 处，提示 12 处。",
        "  结果　　  错误    提示    工作簿",
        "  不能用　     —       —    丁.xlsx",
        "  没有生成     1       0    丙.xlsx（丙局）",
        "  已生成　     1      12    甲.xlsx（甲局）",
        "  已是最新     0       0    乙.xlsx（乙局）",
        "请处理：",
        "  丁.xlsx 是空文件。",
        "  没有生成：丙.xlsx 有 1 处错误必须先改正",
        "    改 K8",
        "要逐条看：加 --problems 问题清单.xlsx 列成一张表，或者单独运行其中一个工作簿。",
    ]


def test_what_was_broken_off_says_how_to_go_on() -> None:
    said = spoken_results([SAME], left=3)
    assert said.startswith(
        "已中断：还有 3 个工作簿没有处理。再运行一次同样的命令，就接着做。\n共 1 个"
    )
    assert "要逐条看" not in said


def test_a_list_of_problems_is_named() -> None:
    assert spoken_results([GOOD], listed="列在：清单.xlsx").splitlines()[-1] == "列在：清单.xlsx"


def test_many_details_are_cut_short() -> None:
    long = ReportResult(
        Path("戊.xlsx"), Ending.HELD, "戊.xlsx", 1, "没有生成", details=("一条",) * 50
    )
    assert spoken_results([long]).count("一条") == 12
    assert "还有，请单独运行" in spoken_results([long])


def test_of_two_with_one_name_it_is_said_which(tmp_path: Path) -> None:
    one = replace(BAD, workbook=tmp_path / "丁.xlsx", name="甲局/丁.xlsx")
    assert one.line == "不能用：甲局/丁.xlsx：丁.xlsx 是空文件。"
    forged = replace(BAD, name="丁\n[9/9] 已生成：假.xlsx")
    assert "\n" not in forged.line
    assert "  甲局/丁.xlsx：丁.xlsx 是空文件。" in spoken_results([one]).splitlines()


def test_a_line_while_it_works() -> None:
    assert GOOD.line == "已生成：甲.xlsx　错误 1，提示 12"
    assert BAD.line == "不能用：丁.xlsx 是空文件。"
