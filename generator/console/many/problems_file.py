"""The file into which a command lists the problems of many workbooks."""

from collections.abc import Sequence
from pathlib import Path

from generator.console.many.summary import DO_AGAIN, NOT_DONE
from generator.console.many.task import Result, Task, Unit
from generator.files.delivery import deliver, not_while_open
from generator.files.names import is_copy
from generator.formats.workbook.findings import seal
from generator.formats.workbook.findings.problem_list import UnitLine, problem_list
from generator.formats.workbook.findings.problem_sheets import is_problem_list
from generator.model.finding import Refusal
from generator.pipeline.examination import must_not_be


def must_take_a_list(target: Path, workbooks: Sequence[Path]) -> None:
    """Refuse a place that can take no list of problems, before hours of work."""
    must_not_be(target, *workbooks)
    if is_copy(target):
        raise Refusal(f"{target} 是核对副本用的名字，请给问题清单换一个文件名。")
    if target.exists() and not is_problem_list(target):
        raise Refusal(f"{target} 已经有了，不是问题清单，没有覆盖。请给清单换一个文件名。")
    not_while_open(target)


def write_problems(target: Path, units: Sequence[Unit], undone: Sequence[Task]) -> str:
    """Write the list of problems and return where it is. Raise Refusal where that cannot be."""
    lines = [_line(unit) for unit in units]
    lines += [UnitLine(task.name, "", NOT_DONE, None, None, DO_AGAIN, ()) for task in undone]
    content = problem_list(lines)
    _, kept = deliver(content, target, compare=seal.compared, over_edits=True)
    also = f"。上次的清单有人改过，另存为：{kept}" if kept else ""
    return f"全部问题列在：{target}{also}"


def _line(unit: Unit) -> UnitLine:
    known = unit.result != Result.UNUSABLE
    wrong, notices = (unit.wrong, unit.notices) if known else (None, None)
    said = (unit.name, unit.organ, unit.result)
    return UnitLine(*said, wrong, notices, unit.said, unit.problems)
