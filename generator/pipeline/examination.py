"""workbook → report → findings: what making and checking have in common."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.checks.case import Case
from generator.checks.rules import check
from generator.files.copies import is_annotated_copy
from generator.files.locks import lock_of
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.document.template.values import Value, context_of
from generator.model.finding import Finding, Refusal, Severity
from generator.model.narrative import printed
from generator.model.report import Place, Report
from generator.model.verification import settle
from generator.pipeline.last_year import last_year_of, named_last_year
from generator.pipeline.sources import not_too_long, read_report


class Examined(NamedTuple):
    """A report that was read and checked."""

    report: Report
    values: dict[str, Value]
    """What its document is filled with."""
    findings: list[Finding]
    content: bytes
    """The file that it was read from."""
    previous: Report | None


def examine(workbook: Path, previous: Path | None = None) -> Examined:
    """Read a report, and last year's, and check it. Raise Refusal where it cannot be used."""
    if os.path.isdir(workbook):  # noqa: PTH112 - Path.is_dir raises below a folder that is closed
        raise Refusal(f"文件夹 {workbook} 里没有可以读的 .xlsx 工作簿。")
    report, findings, content = read_report(workbook, FORM)
    last_year = (
        named_last_year(previous, report, FORM)
        if previous
        else last_year_of(workbook, report, FORM)
    )
    lines, unknown = printed(report, FORM)
    not_too_long(lines, workbook.name)
    case = Case(report, FORM, tuple(lines), last_year.report, last_year.why_not)
    values, lost = context_of(report, lines, FORM, draft_mark="")
    findings = [*findings, *check(case), *unknown, *lost, *open_elsewhere(workbook)]
    settled = settle(findings, report.marks, case.whole)
    return Examined(report, values, settled, content, last_year.report)


def open_elsewhere(workbook: Path) -> list[Finding]:
    """R09: what was typed in Excel since the last save is not in the file yet."""
    if lock_of(workbook) is None:
        return []
    return [
        Finding(
            "R09",
            Severity.NOTICE,
            Place(workbook.name),
            "工作簿好像正在 Excel 或 WPS 里打开，读的是最近一次保存的内容",
            "请确认已经保存；改完保存后可以再生成一次",
        )
    ]


def no_annotated_copy(path: Path) -> None:
    """Refuse a copy in which findings are marked: it is not the workbook."""
    if is_annotated_copy(path):
        raise Refusal(f"{path.name} 是核对用的副本，请用原来的工作簿。")


def never_over(target: Path, *sources: Path) -> None:
    """Refuse to write over what a file is made from, under whatever name."""
    for source in sources:
        with suppress(OSError):
            if target.samefile(source):
                raise Refusal(f"{target} 就是 {source.name} 本身，不能覆盖。请换一个文件名。")
