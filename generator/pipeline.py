"""The straight lines: workbook → report → findings → document. What a Python caller imports."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from generator import __version__, snapshot
from generator.archive import DOCUMENT, open_archive, read_file
from generator.blank import blank_report
from generator.carry_over import next_year, year_of
from generator.checks import check
from generator.checks.case import Case
from generator.delivery import KEPT, Delivery, deliver, write_new
from generator.document.context import context_of
from generator.document.provenance import untouched
from generator.document.template import compile_template
from generator.document.writer import fill
from generator.draft import draft_mark
from generator.finding import Finding, Refusal, Severity, TemplateRefusal
from generator.folders import INPUTS, OUTPUTS, beside
from generator.form.edition_2019 import FORM as OLDER
from generator.form.edition_2021 import FORM
from generator.form.organ import ORGAN, YEAR
from generator.listing import groups, in_reading_order
from generator.locks import lock_of
from generator.marks import settle
from generator.narrative import Printed, printed
from generator.neighbour import beside_in, last_year_of, named_last_year
from generator.report import Place, Report
from generator.report_json.reader import read_json
from generator.report_json.schema import schema_text
from generator.report_json.writer import json_of
from generator.review.three_sides import Side
from generator.revise import Revised, revise
from generator.sources import read_report
from generator.template_choice import Choice, choose_template
from generator.way_back import BEFORE, Review, review
from generator.way_in import Imported, bring_in
from generator.workbook import seal
from generator.workbook.annotator import annotated
from generator.workbook.writer import workbook_of

_CHECKED = ".核对"
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
    annotated: Path | None = None
    """Copy of the workbook in which the findings are marked."""
    previous: Report | None = None
    """Last year's report, which this one was checked against."""
    held_by: list[Finding] = field(default_factory=list)
    """Findings for which the final document is held back."""
    draft: bool = False
    figures_due: int = len(FORM.figures)
    review: Review | None = None
    """What people changed in the document, where they did."""


def make(
    workbook: Path,
    *,
    output: Path | None = None,
    template: Path | None = None,
    previous: Path | None = None,
    draft: bool = False,
    strict: bool = False,
    force: bool = False,
) -> Outcome:
    """Make the report of one workbook.

    `previous` is last year's workbook; by default the one beside it is found by itself.
    `draft` makes one marked 草稿 whatever is wrong; `strict` holds back for wording too; `force`
    replaces an edited document and keeps a copy. Raise Refusal where a file cannot be used.
    """
    _no_annotated_copy(workbook)
    target = output or default_output(workbook, draft=draft)
    if target.suffix.lower() != ".docx":
        raise Refusal(f"报告的文件名要以 .docx 结尾，写的是“{target.name}”。")
    choice = choose_template(workbook, template)
    _never_over(target, workbook, choice.path, *([previous] if previous else []))
    report, lines, findings, content, last_year = _examine(workbook, previous)
    held_by = [
        found for found in findings if found.holds_back or (strict and found.stands_as_wrong)
    ]
    compiled = compile_template(read_file(choice.path), choice.path.name, FORM)
    mark = draft_mark(findings) if draft else ""
    values = context_of(report, lines, FORM, draft_mark=mark).values
    outcome = Outcome(
        workbook=workbook,
        report=report,
        findings=in_reading_order(findings, report, held_by),
        status=Status.HELD,
        output=target,
        template=choice,
        previous=last_year,
        held_by=in_reading_order(held_by, report),
        draft=draft,
    )
    if held_by and not draft:
        return outcome
    data = fill(compiled, values, snapshot=snapshot.dumps(report), origin=_origin(report, content))
    delivery, kept = deliver(data, target, untouched=_untouched, same=_same_parts, force=force)
    made = replace(outcome, status=Status(delivery.value), kept=kept)
    return _over_edits(made, data, target) if delivery == Delivery.EDITED else made


def revise_document(
    document: Path, *, workbook: Path | None = None, take: Side | None = None
) -> Revised:
    """Bring what changed in the workbook into an edited document, as tracked changes.

    `take` settles what both sides changed. Raise Refusal where a file cannot be used.
    """
    return revise(document, FORM, workbook=workbook, take=take)


def _over_edits(outcome: Outcome, data: bytes, target: Path) -> Outcome:
    """Replace an edited document, and keep a copy, if the workbook holds all that it does."""
    try:
        found = review_document(target, workbook=outcome.workbook)
    except Refusal:  # nothing can be told of it, so it stays
        return outcome
    outcome = replace(outcome, review=found)
    if not found.all_in_workbook:
        return outcome
    delivery, kept = deliver(data, target, untouched=_untouched, same=_same_parts, force=True)
    return replace(outcome, status=Status(delivery.value), kept=kept)


def review_document(
    document: Path,
    *,
    workbook: Path | None = None,
    take: Side | None = None,
    apply: bool = False,
) -> Review:
    """Say what people changed in a document; with `apply` write it into the workbook.

    `take` settles what both sides changed. Raise Refusal where a file cannot be used.
    """
    return review(document, FORM, workbook=workbook, take=take, apply=apply)


def check_workbook(
    workbook: Path, *, previous: Path | None = None, annotate: bool = False
) -> Outcome:
    """Read and check a workbook; write at most a copy in which the findings are marked.

    Raise Refusal where it cannot be used.
    """
    report, _, findings, content, last_year = _examine(workbook, previous)
    held_by = [found for found in findings if found.holds_back]
    findings = in_reading_order(findings, report)
    outcome = Outcome(
        workbook, report, findings, Status.CHECKED, previous=last_year, held_by=held_by
    )
    if not annotate:
        return outcome
    copy = annotated_copy(workbook)
    _never_over(copy, workbook)
    marked = annotated(content, workbook.name, groups(findings, report))
    _, kept = deliver(marked, copy, untouched=seal.untouched, same=seal.same, force=True)
    return replace(outcome, annotated=copy, kept=kept)


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
    write_new(workbook_of(blank_report(organ, year, FORM), FORM), target)


@dataclass(frozen=True)
class CarriedOver:
    """A new workbook that goes on from last year's."""

    workbook: Path
    report: Report
    remarks: list[Finding]
    """What could not be read of last year's workbook, and so is not in the new one."""
    marks: int = 0
    """Marks that stay in last year's workbook: they are about last year's figures."""


def carry_over(source: Path, *, year: int | None = None, target: Path | None = None) -> CarriedOver:
    """Write next year's workbook from this year's; by default beside it, named for its year.

    Raise Refusal where the source cannot be used, the year is not the one after it, or the
    target is there already.
    """
    _no_annotated_copy(source)
    previous, findings, _ = read_report(source, FORM)
    last = year_of(previous)
    if last is None:
        raise Refusal(f"{source.name} 没有填年度，不知道要沿用到哪一年。请先填好『基本信息』。")
    if year not in (None, last + 1):
        raise Refusal(f"{source.name} 是 {last} 年度的，只能沿用到 {last + 1} 年度，不是 {year}。")
    report = next_year(previous, FORM)
    usual = beside_in(source, last, last + 1) or source.with_name(f"{last + 1}.xlsx")
    target = target or usual.with_suffix(".xlsx")
    write_new(workbook_of(report, FORM, previous), target)
    lost = [found for found in findings if found.holds_back]
    marks = len(previous.marks)
    return CarriedOver(target, report, lost + _open_elsewhere(source), marks)


def import_document(document: Path, *, target: Path | None = None) -> Imported:
    """Write a workbook from a published report that this program need not have written.

    Raise Refusal where the document cannot be used or the target is there already.
    """
    return bring_in(document, (FORM, OLDER), target=target)


def export(source: Path, *, output: Path | None = None) -> Outcome:
    """Write a report as JSON, whatever is wrong with its figures; not where any of it is lost.

    Raise Refusal where a file cannot be used, or where another one has the name already.
    """
    target = output or default_output(source).with_suffix(".json")
    if target.suffix.lower() != ".json":
        raise Refusal(f"JSON 的文件名要以 .json 结尾，写的是“{target.name}”。")
    _never_over(target, source)
    report, _, findings, _, _ = _examine(source, None)
    held_by = [found for found in findings if found.holds_back and _unread(found, report)]
    outcome = Outcome(
        workbook=source,
        report=report,
        findings=in_reading_order(findings, report),
        status=Status.HELD,
        output=target,
        held_by=held_by,
    )
    if held_by:
        return outcome
    content = json_of(report, FORM)
    back, lost = read_json(content, target.name, FORM)
    if back != report or any(map(_lost, lost)):
        raise Refusal(f"{source.name} 的内容有 JSON 装不下的（太长或太多），没有写，以免丢失。")
    if os.path.lexists(target):
        if not _says(target, report):
            raise Refusal(
                f"{target} 已经有了，内容不一样，没有覆盖。请换一个文件名（-o），或先把它移走。"
            )
        return replace(outcome, status=Status.CURRENT)
    write_new(content, target)
    return replace(outcome, status=Status.WRITTEN)


def report_schema() -> str:
    """Return the JSON Schema of a report as JSON."""
    return schema_text(FORM)


def _lost(finding: Finding) -> bool:
    """Tell whether something that was filled in could not be read at all."""
    return finding.rule.startswith("R") and finding.rule != _NOTHING_LOST


def _unread(finding: Finding, report: Report) -> bool:
    """Tell whether something was lost, or a figure is no number."""
    no_numbers = {table.not_a_number for table in FORM.tables}
    figures = [figure for figure in report.figures.values() if not figure.readable]
    return _lost(finding) or (bool(figures) and finding.rule in no_numbers)


def _says(path: Path, report: Report) -> bool:
    """Tell whether a JSON file says the same as a report."""
    try:
        there, findings = read_json(read_file(path), path.name, FORM)
    except Refusal:
        return False
    return there == report and not any(map(_lost, findings))


def default_output(workbook: Path, *, draft: bool = False) -> Path:
    """Return where a workbook's document goes: inputs/ has outputs/ beside it."""
    name = f"{workbook.stem}{'.草稿' if draft else ''}.docx"
    return beside(workbook, INPUTS, OUTPUTS, name)


def annotated_copy(workbook: Path) -> Path:
    """Return where the copy of a workbook goes in which its findings are marked."""
    return workbook.with_name(f"{workbook.stem}{_CHECKED}.xlsx")


def is_annotated_copy(path: Path) -> bool:
    """Tell by its name whether a file is such a copy, or an older one that was kept."""
    return path.stem.endswith(_CHECKED) or f"{_CHECKED}{KEPT}" in path.stem


def is_copy(path: Path) -> bool:
    """Tell by its name whether this program put a file beside the workbook."""
    return is_annotated_copy(path) or BEFORE in path.stem


def _no_annotated_copy(path: Path) -> None:
    if is_annotated_copy(path):
        raise Refusal(f"{path.name} 是核对用的副本，请用原来的工作簿。")


class _Examined(NamedTuple):
    report: Report
    lines: list[Printed]
    """The narrative as it will be printed."""
    findings: list[Finding]
    content: bytes
    previous: Report | None


def _examine(workbook: Path, previous: Path | None) -> _Examined:
    """Read a report, and last year's, and check it."""
    report, findings, content = read_report(workbook, FORM)
    last_year = (
        named_last_year(previous, report, FORM)
        if previous
        else last_year_of(workbook, report, FORM)
    )
    lines, unknown = printed(report, FORM)
    case = Case(report, FORM, tuple(lines), last_year.report, last_year.why_not)
    lost = context_of(report, lines, FORM, draft_mark="").findings
    findings = [*findings, *check(case), *unknown, *lost, *_open_elsewhere(workbook)]
    settled = settle(findings, report.marks, case.whole)
    return _Examined(report, lines, settled, content, last_year.report)


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
