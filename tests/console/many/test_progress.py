"""What is seen while it works."""

from pathlib import Path

import pytest

from generator.console.many.progress import with_bar, with_lines
from generator.console.many.report_task import Ending, ReportResult

RESULTS = [
    ReportResult(
        Path("甲.xlsx"), Ending.WRITTEN, "甲.xlsx", 0, "已生成", "甲局", wrong=1, notices=2
    ),
    ReportResult(Path("乙.xlsx"), Ending.UNUSABLE, "乙.xlsx", 2, "乙.xlsx 是空文件。"),
    ReportResult(Path("丙.xlsx"), Ending.CURRENT, "丙.xlsx", 0, "已是最新", "丙局", notices=3),
]


def test_plain_lines_count_up() -> None:
    said: list[str] = []
    assert list(with_lines(RESULTS, 12, said.append)) == RESULTS
    assert said[0] == "[ 1/12] 已生成：甲.xlsx　错误 1，提示 2"
    assert said[1] == "[ 2/12] 不能用：乙.xlsx 是空文件。"


def test_a_bar_names_the_workbook_and_counts_what_was_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(with_bar(RESULTS, 3)) == RESULTS
    said = capsys.readouterr()
    assert "3/3" in said.err
    assert "错误 1　提示 5　丙局" in said.err
    assert said.out == "不能用：乙.xlsx 是空文件。\n"
