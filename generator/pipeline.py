"""The straight lines: workbook → report → findings → document. What a Python caller imports."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from generator import __version__, snapshot
from generator.archive import DOCUMENT, open_archive, read_file
from generator.blank import blank_report
from generator.checks import check
from generator.checks.case import Case
from generator.delivery import deliver, write
from generator.document.context import context_of
from generator.document.provenance import untouched
from generator.document.template import compile_template
from generator.document.writer import fill
from generator.finding import Finding, Refusal, Severity, TemplateRefusal, most_serious_first
from generator.form.edition_2021 import FORM
from generator.form.organ import ORGAN, YEAR
from generator.locks import lock_of
from generator.narrative import Printed, printed
from generator.os_reason import reason
from generator.report import Place, Report
from generator.report_json.reader import read_json
from generator.report_json.schema import schema_text
from generator.report_json.writer import json_of
from generator.sources import read_report
from generator.template_choice import Choice, choose_template
from generator.workbook.writer import workbook_of

_NOTHING_LOST = "R13"  # of the rules of reading, the one about what was never given
_LONGEST_PROPERTY = 255  # characters that Word takes in a custom property


class Status(StrEnum):
    """How a run ended for one workbook."""

    WRITTEN = "written"
    CURRENT = "current"
    HELD = "held"
    EDITED = "edited"
    CHECKED = "checked"


@dataclass(frozen=True)
class Outcome:
    """What became of one workbook."""

    workbook: Path
    report: Report
    findings: list[Finding]
    status: Status
    output: Path | None = None
    template: Choice | None = None
    kept: Path | None = None
    """Copy of an edited document that was replaced on request."""
    held_by: list[Finding] = field(default_factory=list)
    """Findings for which the final document is held back."""
    draft: bool = False
    figures_due: int = len(FORM.figures)


def make(
    workbook: Path,
    *,
    output: Path | None = None,
    template: Path | None = None,
    draft: bool = False,
    strict: bool = False,
    force: bool = False,
) -> Outcome:
    """Make the report of one workbook.

    `draft` makes one marked 草稿 whatever is wrong; `strict` holds back for wording too; `force`
    replaces an edited document and keeps a copy. Raise Refusal where a file cannot be used.
    """
    target = output or default_output(workbook, draft=draft)
    if target.suffix.lower() != ".docx":
        raise Refusal(f"报告的文件名要以 .docx 结尾，写的是“{target.name}”。")
    choice = choose_template(workbook, template)
    _never_over(target, workbook, choice.path)
    report, lines, findings, content = _examine(workbook)
    held_by = [found for found in findings if found.holds_back or (strict and _wrong(found))]
    compiled = compile_template(read_file(choice.path), choice.path.name, FORM)
    values, lost = context_of(
        report, lines, FORM, draft_mark=_draft_mark(findings) if draft else ""
    )
    outcome = Outcome(
        workbook=workbook,
        report=report,
        findings=most_serious_first(findings + lost),
        status=Status.HELD,
        output=target,
        template=choice,
        held_by=held_by,
        draft=draft,
    )
    if held_by and not draft:
        return outcome
    data = fill(compiled, values, snapshot=snapshot.dumps(report), origin=_origin(report, content))
    delivery, kept = deliver(data, target, untouched=_untouched, same=_same_parts, force=force)
    return replace(outcome, status=Status(delivery.value), kept=kept)


def check_workbook(workbook: Path) -> Outcome:
    """Read and check a workbook; write nothing. Raise Refusal where it cannot be used."""
    report, _, findings, _ = _examine(workbook)
    held_by = [found for found in findings if found.holds_back]
    return Outcome(workbook, report, most_serious_first(findings), Status.CHECKED, held_by=held_by)


def check_template(template: Path) -> list[str]:
    """Return everything that is wrong with a Word template, each with its place.

    Raise Refusal where the file is no .docx or is not safe to open.
    """
    try:
        compile_template(read_file(template), template.name, FORM)
    except TemplateRefusal as refusal:
        return refusal.problems
    return []


def new_workbook(organ: str, year: int, target: Path) -> None:
    """Write a blank workbook. Raise Refusal where the file is there already."""
    if os.path.lexists(target):
        raise Refusal(f"{target} 已经有了，没有覆盖。请换一个文件名（-o），或先把它移走。")
    _write(workbook_of(blank_report(organ, year, FORM), FORM), target)


def export(source: Path, *, output: Path | None = None) -> Outcome:
    """Write a report as JSON, whatever is wrong with its figures; not where any of it is lost.

    Raise Refusal where a file cannot be used, or where another one has the name already.
    """
    target = output or default_output(source).with_suffix(".json")
    if target.suffix.lower() != ".json":
        raise Refusal(f"JSON 的文件名要以 .json 结尾，写的是“{target.name}”。")
    _never_over(target, source)
    report, _, findings, _ = _examine(source)
    held_by = [found for found in findings if found.holds_back and _lost(found)]
    outcome = Outcome(
        workbook=source,
        report=report,
        findings=most_serious_first(findings),
        status=Status.HELD,
        output=target,
        held_by=held_by,
    )
    if held_by:
        return outcome
    content = json_of(report, FORM)
    if os.path.lexists(target):
        if not _says(target, report):
            raise Refusal(
                f"{target} 已经有了，内容不一样，没有覆盖。请换一个文件名（-o），或先把它移走。"
            )
        return replace(outcome, status=Status.CURRENT)
    _write(content, target)
    return replace(outcome, status=Status.WRITTEN)


def report_schema() -> str:
    """Return the JSON Schema of a report as JSON."""
    return schema_text(FORM)


def _lost(finding: Finding) -> bool:
    """Tell whether something that was filled in could not be read at all."""
    return finding.rule.startswith("R") and finding.rule != _NOTHING_LOST


def _says(path: Path, report: Report) -> bool:
    """Tell whether a JSON file says the same as a report."""
    try:
        there, findings = read_json(read_file(path), path.name, FORM)
    except Refusal:
        return False
    return there == report and not any(map(_lost, findings))


def _write(content: bytes, target: Path) -> None:
    try:
        write(content, target)
    except OSError as problem:
        raise Refusal(f"写不了 {target}：{reason(problem)}。") from None


def default_output(workbook: Path, *, draft: bool = False) -> Path:
    """Return where a workbook's document goes: inputs/ has outputs/ beside it."""
    name = f"{workbook.stem}{'.草稿' if draft else ''}.docx"
    if workbook.absolute().parent.name == "inputs":
        return workbook.parent.parent / "outputs" / name
    return workbook.with_name(name)


def _examine(workbook: Path) -> tuple[Report, list[Printed], list[Finding], bytes]:
    """Return a workbook's report, its narrative as printed, all findings, and its bytes."""
    report, findings, content = read_report(workbook, FORM)
    lines, unknown = printed(report, FORM)
    case = Case(report, FORM, tuple(lines))
    findings = [*findings, *check(case), *unknown, *_open_elsewhere(workbook)]
    return report, lines, findings, content


def _open_elsewhere(workbook: Path) -> list[Finding]:
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


def _never_over(target: Path, *sources: Path) -> None:
    """Refuse to write over what the document is made from, under whatever name."""
    for source in sources:
        with suppress(OSError):
            if target.samefile(source):
                raise Refusal(f"{target} 就是 {source.name} 本身，不能覆盖。请用 -o 指定别的文件。")


def _wrong(finding: Finding) -> bool:
    return finding.severity == Severity.ERROR


def _draft_mark(findings: list[Finding]) -> str:
    wrong = sum(map(_wrong, findings))
    return f"草稿（{f'还有 {wrong} 处错误，' if wrong else ''}不得报送、公布）"


def _origin(report: Report, workbook: bytes) -> dict[str, str]:
    """Say where a document comes from, in values short enough for document properties."""
    identity = "/".join(
        report.entries[name].printed if name in report.entries else "" for name in (ORGAN, YEAR)
    )
    return {
        "schema": str(snapshot.SCHEMA),
        "program": __version__,
        "report": identity[:_LONGEST_PROPERTY],
        "workbook-sha256": hashlib.sha256(workbook).hexdigest(),
    }


def _untouched(document: bytes) -> bool:
    """Tell whether a document is still exactly as this program wrote it."""
    try:
        return untouched(open_archive(document, "", DOCUMENT))
    except Refusal:
        return False


def _same_parts(one: bytes, other: bytes) -> bool:
    """Compare two documents part by part: compression may differ between machines."""
    return open_archive(one, "", DOCUMENT) == open_archive(other, "", DOCUMENT)
