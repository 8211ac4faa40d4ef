"""What is done with one workbook of many, and what became of it.

A result is little enough to pass between processes and to keep.
"""

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
from generator.model.one_line import on_one_line
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
class ReportResult:
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

    @property
    def line(self) -> str:
        """What became of it, in a line."""
        if self.ending == Ending.UNUSABLE:
            return " ".join(f"{self.ending}：{self.named}".splitlines())
        return on_one_line(f"{self.ending}：{self.name}　错误 {self.wrong}，提示 {self.notices}")

    @property
    def named(self) -> str:
        """The sentence on it with its name, where the sentence names the file alone."""
        return self.said if self.name in self.said else f"{self.name}：{self.said}"

    @property
    def label(self) -> str:
        """How people know it, shortly."""
        return self.organ or self.name

    @property
    def counts(self) -> dict[str, int]:
        """What was found."""
        return {"错误": self.wrong, "提示": self.notices}

    @property
    def fine(self) -> bool:
        """Whether nobody has to do anything."""
        return self.ending in (Ending.WRITTEN, Ending.CURRENT, Ending.CHECKED)


@dataclass(frozen=True)
class ReportTask:
    """What is to be done with one workbook."""

    workbook: Path
    run: Callable[[Path], Outcome]
    code_of: Callable[[Outcome], int]
    name: str
    """How people tell it from the others."""
    with_record: bool = False
    with_problems: bool = False

    @property
    def file(self) -> Path:
        """The workbook."""
        return self.workbook

    def done(self) -> ReportResult:
        """Do what is to be done. Whatever is wrong with the file, it is said and not raised."""
        outcome = attempted(self.workbook, self.run)
        if isinstance(outcome, tuple):
            return self.given_up(outcome[1])
        found = groups(outcome.findings, outcome.report, outcome.held_by)
        organ = outcome.report.entries.get(ORGAN)
        notices = (len(group.findings) for group in found if group.standing == Standing.NOTICE)
        return ReportResult(
            workbook=self.workbook,
            ending=_ENDINGS[outcome.status],
            name=self.name,
            code=self.code_of(outcome),
            said=headline(outcome),
            organ=organ.printed if organ else "",
            wrong=sum(finding.stands_as_wrong for finding in outcome.findings),
            notices=sum(notices),
            details=tuple(pressing(outcome)),
            record=record_of(outcome) if self.with_record else None,
            problems=tuple(
                (group.standing, finding)
                for group in found
                for finding in group.findings
                if self.with_problems
            ),
        )

    def given_up(self, why: str) -> ReportResult:
        """Say of the workbook that nothing could be done with it."""
        said = (self.workbook, Ending.UNUSABLE, self.name, UNUSABLE, why)
        return ReportResult(*said, record=unusable_record(self.workbook, why))
