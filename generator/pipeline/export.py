"""workbook → report → JSON, for other systems."""

import os
from dataclasses import replace
from pathlib import Path

from generator.files.archive import read_file
from generator.files.delivery import write_new
from generator.files.folders import default_json
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.report_json.reader import read_json
from generator.formats.report_json.schema import schema_text
from generator.formats.report_json.writer import json_of
from generator.model.finding import Finding, Refusal
from generator.model.reading_order import in_reading_order
from generator.model.report import Report
from generator.pipeline.examination import examine, never_over
from generator.pipeline.outcome import Outcome, Status

_NOTHING_LOST = "R13"  # of the rules of reading, the one about what was never given


def export(source: Path, *, output: Path | None = None) -> Outcome:
    """Write a report as JSON, whatever is wrong with its figures; not where any of it is lost.

    Raise Refusal where a file cannot be used, or where another one has the name already.
    """
    target = output or default_json(source)
    if target.suffix.lower() != ".json":
        raise Refusal(f"JSON 的文件名要以 .json 结尾，写的是“{target.name}”。")
    never_over(target, source)
    report, _, findings, _, _ = examine(source)
    held_by = [found for found in findings if found.holds_back and _unread(found, report)]
    outcome = Outcome(
        workbook=source,
        report=report,
        findings=in_reading_order(findings, report),
        status=Status.HELD,
        figures_due=len(FORM.figures),
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
