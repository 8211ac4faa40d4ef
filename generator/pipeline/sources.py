"""Reads a report from the file it was handed over in: a workbook, or JSON."""

import codecs
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from generator.files.archive import read_file
from generator.form.vocabulary import Form
from generator.formats.workbook.findings.problem_sheets import is_problem_list
from generator.formats.workbook.reading.workbook import Read, read_content
from generator.model.finding import Finding, Refusal
from generator.model.narrative import Printed
from generator.model.report import Paragraph, Report

_MOST_TEXT = 500_000  # characters, twenty times the longest report


def read_report(path: Path, form: Form) -> Read:
    """Read a report. Raise Refusal where the file is none or is not safe to open.

    One that was just read, such as last year's of the next in a row, is not read again.
    """
    if is_problem_list(path):
        raise Refusal(f"{path} 是问题清单，不是工作簿。请指明工作簿。")
    data = read_file(path)
    report, findings = _read_once(data, path.name, form)
    return Read(report, list(findings), data)


@lru_cache(maxsize=3)
def _read_once(data: bytes, name: str, form: Form) -> tuple[Report, tuple[Finding, ...]]:
    if _is_json(name, data):
        from generator.formats.report_json.reader import read_json  # most reports are workbooks

        report, findings = read_json(data, name, form)
    else:
        report, findings = read_content(data, name, form)
    not_too_long(report.paragraphs, name)
    return report, tuple(findings)


def not_too_long(lines: Iterable[Paragraph | Printed], name: str) -> None:
    """Refuse more text than any report has: to check it would take minutes."""
    text = sum(len(line.heading) + len(line.text) for line in lines)
    if text > _MOST_TEXT:
        raise Refusal(
            f"{name} 的正文有 {text} 字，不像一份年度报告，没有读。请检查是不是粘贴错了内容。"
        )


def _is_json(name: str, data: bytes) -> bool:
    """Tell by the content; by the name only where the content is neither."""
    start = data[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    named_so = name.lower().endswith(".json")
    return start.startswith(b"{") or (named_so and not start.startswith(b"PK\x03\x04"))
