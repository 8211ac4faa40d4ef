"""What is kept of one workbook of many."""

import pickle
from functools import partial
from pathlib import Path

from generator.console.commands.each_report import code_of_written
from generator.console.many.report_task import Ending, ReportTask
from generator.model.reading_order import Standing
from generator.pipeline.make import make
from tests.console.many.offices import WRONG, make_or_worse, put_offices, refuse
from tests.samples import numbers, typed_totals, workbook

NAME = "甲局/2024.xlsx"


def test_a_good_one_is_counted_and_not_kept_whole(tmp_path: Path) -> None:
    (path,) = put_offices(tmp_path, 1)
    result = ReportTask(path, make, code_of_written, NAME).done()
    assert result.name == NAME
    assert (result.ending, result.code, result.organ) == (Ending.WRITTEN, 0, "某某市第1局")
    assert (result.wrong, result.details, result.record, result.problems) == (0, (), None, ())
    assert len(pickle.dumps(result)) < 2_000
    assert ReportTask(path, make, code_of_written, NAME).done().ending == Ending.CURRENT


def test_one_that_is_held_back_says_why(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(workbook(figures={**typed_totals(), "复议总计": numbers()["复议总计"] - 1}))
    task = ReportTask(path, make, code_of_written, NAME, with_record=True, with_problems=True)
    result = task.done()
    assert (result.ending, result.code, result.wrong) == (Ending.HELD, 1, 1)
    assert "坏.xlsx 有 1 处错误必须先改正" in result.said
    assert any("少 1" in line for line in result.details)
    assert result.problems[0][0] == Standing.HOLDS_BACK
    assert result.record is not None
    assert result.record["status"] == "held"
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - our own


def test_one_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    result = ReportTask(tmp_path / "没有.xlsx", refuse, code_of_written, NAME).done()
    assert (result.ending, result.code, result.said) == (Ending.UNUSABLE, 2, "没有.xlsx 不能用。")
    result = ReportTask(tmp_path / WRONG, make_or_worse, code_of_written, NAME).done()
    assert result.ending == Ending.UNUSABLE
    assert "没有料到的问题（ZeroDivisionError" in result.said


def test_a_task_can_be_handed_to_another_process(tmp_path: Path) -> None:
    task = ReportTask(tmp_path / "一.xlsx", partial(make, draft=True), code_of_written, NAME)
    assert pickle.loads(pickle.dumps(task)).workbook == task.workbook  # noqa: S301 - our own
