"""What became of one workbook of many: little enough to pass between processes and to keep."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.console.attempt import attempted
from generator.console.exit_codes import UNUSABLE
from generator.form.vocabulary import ORGAN
from generator.messages.outcome import headline, pressing
from generator.messages.records import record_of, unusable_record
from generator.model.finding import Finding
from generator.model.reading_order import Standing, groups
from generator.pipeline.outcome import Outcome, Status


class Ending(StrEnum):
    """How it went, the worst first."""

    UNUSABLE = "不能用"
    HELD = "没有生成"
    EDITED = "被人改过"
    WRITTEN = "已生成"
    CURRENT = "已是最新"
    CHECKED = "已核对"


_ENDINGS = {
    Status.HELD: Ending.HELD,
    Status.EDITED: Ending.EDITED,
    Status.WRITTEN: Ending.WRITTEN,
    Status.CURRENT: Ending.CURRENT,
    Status.CHECKED: Ending.CHECKED,
}


@dataclass(frozen=True)
class TaskResult:
    """One workbook, what became of it and what people must know."""

    workbook: Path
    ending: Ending
    name: str
    """How people tell it from the others."""
    code: int
    """Exit code, were it the only one."""
    said: str
    """One sentence."""
    organ: str = ""
    wrong: int = 0
    """How many 错误 nobody has verified."""
    notices: int = 0
    details: tuple[str, ...] = ()
    """What has to be done before it can be written."""
    record: Mapping[str, Any] | None = None
    """What programs are told, where they are wanted."""
    problems: tuple[tuple[Standing, Finding], ...] = ()
    """All findings, where they are wanted."""


@dataclass(frozen=True)
class Task:
    """What is to be done with one workbook."""

    workbook: Path
    run: Callable[[Path], Outcome]
    code_of: Callable[[Outcome], int]
    name: str
    """How people tell it from the others."""
    with_record: bool = False
    with_problems: bool = False


def run_task(task: Task) -> TaskResult:
    """Do what is to be done. Whatever is wrong with the file, it is said and not raised."""
    outcome = attempted(task.workbook, task.run)
    if isinstance(outcome, tuple):
        return unusable(task, outcome[1])
    found = groups(outcome.findings, outcome.report, outcome.held_by)
    organ = outcome.report.entries.get(ORGAN)
    return TaskResult(
        workbook=task.workbook,
        ending=_ENDINGS[outcome.status],
        name=task.name,
        code=task.code_of(outcome),
        said=headline(outcome),
        organ=organ.printed if organ else "",
        wrong=sum(finding.stands_as_wrong for finding in outcome.findings),
        notices=sum(len(group.findings) for group in found if group.standing == Standing.NOTICE),
        details=tuple(pressing(outcome)),
        record=record_of(outcome) if task.with_record else None,
        problems=tuple(
            (group.standing, finding)
            for group in found
            for finding in group.findings
            if task.with_problems
        ),
    )


def unusable(task: Task, why: str) -> TaskResult:
    """Say of a workbook that nothing could be done with it."""
    record = unusable_record(task.workbook, why)
    return TaskResult(task.workbook, Ending.UNUSABLE, task.name, UNUSABLE, why, record=record)
