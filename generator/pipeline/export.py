"""A report → JSON, for other systems."""

import os
from dataclasses import replace
from pathlib import Path

from generator.files.delivery import write_new
from generator.files.file_names import default_json
from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.formats.report_json.reader import read_json
from generator.formats.report_json.schema import schema_text
from generator.formats.report_json.writer import json_of
from generator.model.finding import Finding, Refusal
from generator.model.report import Report
from generator.pipeline.edition import usual_form
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.read_and_check import examine, must_not_be
from generator.pipeline.sources import Given

_NOTHING_LOST = ("R13", "R17")
"""Of the rules of reading, those about what was never given, and what is kept as it was typed."""


def export(source: Path, *, form: Form | None = None, output: Path | None = None) -> Outcome:
    """Write a report as JSON, whatever is wrong with its figures; not where any of it is lost.

    By default it goes where `default_json` says. Raise Refusal where a file cannot be used, or
    where another one has the name already.
    """
    target = output or default_json(source)
    must_be_json(target)
    return write_json(build_json(source, form=form), target)


def write_json(outcome: Outcome, target: Path) -> Outcome:
    """Write JSON that was built, where no other file is yet; one that says the same stays.

    Raise Refusal where another one has the name already.
    """
    outcome = replace(outcome, output=target)
    if outcome.source.path:
        must_not_be(target, outcome.source.path)
    if outcome.content is None:
        return outcome
    if os.path.lexists(target):
        if not _says(target, outcome.report, outcome.form):
            raise Refusal(
                f"{target} 已经有了，内容不一样，没有覆盖。请换一个文件名（-o），或先把它移走。"
            )
        return replace(outcome, status=Status.CURRENT)
    write_new(outcome.content, target)
    return replace(outcome, status=Status.WRITTEN)


def must_be_json(target: Path) -> None:
    """Refuse JSON under a name by which no program would know it."""
    if target.suffix.lower() != ".json":
        raise Refusal(f"JSON 的文件名要以 .json 结尾，写的是“{target.name}”。")


def build_json(given: Given, *, form: Form | None = None) -> Outcome:
    """Put a report into JSON and write nothing: that is the content of what is returned.

    It has none where something of the report could not be read.
    """
    examined = examine(given, form=form)
    report, form, name = examined.report, examined.form, examined.source.name
    held_by = [
        found for found in examined.findings if found.holds_back and _unread(found, report, form)
    ]
    outcome = examined.outcome(Status.HELD, held_by=held_by)
    if held_by:
        return outcome
    content = json_of(report, form)
    back, lost = read_json(content, f"{Path(name).stem}.json", form)
    if back != report or any(map(_lost, lost)):
        raise Refusal(f"{name} 的内容有 JSON 装不下的（太长或太多），没有写，以免丢失。")
    return replace(outcome, status=Status.MADE, content=content)


def report_schema(form: Form | None = None) -> str:
    """Return the JSON Schema of a report as JSON."""
    return schema_text(form or usual_form())


def _lost(finding: Finding) -> bool:
    """Tell whether something that was filled in could not be read at all."""
    return finding.rule.startswith("R") and finding.rule not in _NOTHING_LOST


def _unread(finding: Finding, report: Report, form: Form) -> bool:
    """Tell whether something was lost, or a figure is no number."""
    no_numbers = {table.not_a_number for table in form.tables}
    figures = [figure for figure in report.figures.values() if not figure.readable]
    return _lost(finding) or (bool(figures) and finding.rule in no_numbers)


def _says(path: Path, report: Report, form: Form) -> bool:
    """Tell whether a JSON file says the same as a report."""
    try:
        there, findings = read_json(read_file(path), path.name, form)
    except Refusal:
        return False
    return there == report and not any(map(_lost, findings))
