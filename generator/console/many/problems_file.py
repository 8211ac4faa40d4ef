"""The file into which a command lists the problems of many workbooks."""

from collections.abc import Sequence
from pathlib import Path

from generator.console.many.report_task import Ending, ReportResult, ReportTask
from generator.console.many.summary import DO_AGAIN, NOT_DONE, worst_first
from generator.files.delivery import deliver, not_while_open
from generator.files.file_names import is_copy
from generator.formats.xlsx.findings import seal
from generator.formats.xlsx.findings.problem_list import WorkbookLine, problem_list
from generator.formats.xlsx.findings.problem_sheets import is_problem_list
from generator.model.finding import Refusal
from generator.model.one_line import on_one_line
from generator.model.reading_order import Standing
from generator.pipeline.read_and_check import must_not_be


def must_take_a_list(target: Path, workbooks: Sequence[Path]) -> None:
    """Refuse a place that can take no list of problems, before hours of work."""
    must_not_be(target, *workbooks)
    if is_copy(target):
        raise Refusal(f"{target} 是核对副本用的名字，请给问题清单换一个文件名。")
    if target.exists() and not is_problem_list(target):
        raise Refusal(f"{target} 已经有了，不是问题清单，没有覆盖。请给清单换一个文件名。")
    not_while_open(target)


def write_problems(
    target: Path, results: Sequence[ReportResult], undone: Sequence[ReportTask]
) -> str:
    """Write the list of problems and return where it is. Raise Refusal where that cannot be."""
    lines = [_line(one) for one in worst_first(results)]
    lines += [WorkbookLine(task.name, "", NOT_DONE, None, None, DO_AGAIN, ()) for task in undone]
    content = problem_list(lines)
    _, kept = deliver(content, target, compare=seal.compared, over_edits=True)
    also = f"。上次的清单有人改过，另存为：{kept}" if kept else ""
    return on_one_line(f"全部问题列在：{target}{also}")


def _line(one: ReportResult) -> WorkbookLine:
    known = one.ending != Ending.UNUSABLE
    wrong, notices = (one.wrong, one.notices) if known else (None, None)
    said = (one.name, one.organ, one.ending)
    return WorkbookLine(*said, wrong, notices, one.said, one.problems, _standing(one))


def _standing(one: ReportResult) -> Standing | None:
    """Return what a workbook asks of people; None where nothing."""
    if one.ending in (Ending.UNUSABLE, Ending.HELD, Ending.EDITED):
        return Standing.HOLDS_BACK
    return Standing.WRONG if one.wrong else Standing.NOTICE if one.notices else None
