"""A report → findings: what making, checking and exporting have in common."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.checks.case import Case
from generator.checks.rules import check
from generator.files.file_names import document_of_published, is_annotated_copy, is_published
from generator.files.locks import lock_of
from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.formats.docx.exhibits.placed import Placed
from generator.formats.docx.template.values import Value, context_of
from generator.model.finding import Finding, Refusal, Severity
from generator.model.narrative import printed
from generator.model.reading_order import in_reading_order
from generator.model.report import Place, Report
from generator.model.verification import settle
from generator.pipeline.last_year import last_year_of, named_last_year
from generator.pipeline.local_rules import local_rules_of
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.sources import (
    A_WORKBOOK,
    Given,
    Source,
    not_too_long,
    read_source,
    source_of,
)


class Examined(NamedTuple):
    """A report that was read and checked."""

    source: Source
    report: Report
    form: Form
    values: dict[str, Value]
    """What its document is filled with."""
    placed: list[Placed]
    """What is shown in it beside text."""
    findings: list[Finding]
    previous: Report | None
    local_rules: tuple[Rule, ...]

    def outcome(self, status: Status, *, held_by: list[Finding]) -> Outcome:
        """Return what became of it so far; `held_by` are the findings that hold it back."""
        return Outcome(
            source=self.source,
            report=self.report,
            form=self.form,
            findings=in_reading_order(self.findings, self.report, held_by),
            status=status,
            previous=self.previous,
            held_by=in_reading_order(held_by, self.report),
            local_rules=self.local_rules,
        )


def examine(given: Given, *, form: Form | None = None, previous: Given | None = None) -> Examined:
    """Read a report, and last year's, and check it. Raise Refusal where it cannot be used.

    Without a form it is read as the one that it says it is of; last year's is looked for beside
    a file that lies somewhere.
    """
    if isinstance(given, Path) and os.path.isdir(given):  # noqa: PTH112 - is_dir may raise
        raise Refusal(f"文件夹 {given} 里没有可以读的 .xlsx 工作簿。")
    source = source_of(given, A_WORKBOOK)
    return check_report(source, *read_source(source, form), previous)


def check_report(
    source: Source,
    report: Report,
    findings: Sequence[Finding],
    form: Form,
    previous: Given | None = None,
) -> Examined:
    """Check a report that was read from a source; `findings` are those of its reading."""
    if previous is not None:
        last_year = named_last_year(previous, report, form)
    else:
        last_year = last_year_of(source.path, report, form)
    report, not_shown = with_exhibits(report, source.path, last_year.report, form)
    lines, unknown = printed(report, form)
    not_too_long(lines, source.name)
    local = local_rules_of(report.local_rules, source.path, form)
    case = Case(report, form, tuple(lines), last_year.report, last_year.why_not, local.requirements)
    values, lost, placed = context_of(report, lines, form, draft_stamp="")
    findings = [
        *findings,
        *local.findings,
        *check(case),
        *unknown,
        *not_shown,
        *lost,
        *open_elsewhere(source.path),
    ]
    settled = settle(findings, report.verifications, case.place)
    return Examined(source, report, form, values, placed, settled, last_year.report, local.rules)


def with_exhibits(
    report: Report, workbook: Path | None, previous: Report | None, form: Form
) -> tuple[Report, list[Finding]]:
    """Return a report with what it shows beside text, which few do."""
    if not report.chart_rows and not any(line.kind for line in report.paragraphs):
        return report, []
    from generator.pipeline.exhibits import with_exhibits as shown

    return shown(report, workbook, previous, form)


def open_elsewhere(workbook: Path | None) -> list[Finding]:
    """R09: what was typed in Excel since the last save is not in the file yet."""
    if workbook is None or lock_of(workbook) is None:
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


def no_annotated_copy(given: Given) -> None:
    """Refuse a copy in which findings are marked, or what was published: it is no workbook."""
    if isinstance(given, Path | str) and is_annotated_copy(Path(given)):
        raise Refusal(f"{Path(given).name} 是核对用的副本，请用原来的工作簿。")
    if isinstance(given, Path | str) and is_published(Path(given)):
        own = document_of_published(Path(given)).stem
        raise Refusal(f"{Path(given).name} 是已经发布的文件，请用“{own}”的工作簿。")


def must_not_be(target: Path, *sources: Path) -> None:
    """Refuse to write over what a file is made from, under whatever name."""
    for source in sources:
        with suppress(OSError):
            if target.samefile(source):
                raise Refusal(f"{target} 就是 {source.name} 本身，不能覆盖。请换一个文件名。")
