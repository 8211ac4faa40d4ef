"""Reads a report from what it was handed over in: a workbook, JSON, or a dict of the same."""

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.files.foreign_files import is_json
from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.formats.xlsx.findings.problem_sheets import is_problem_list
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Finding, Refusal
from generator.model.narrative import PrintedParagraph
from generator.model.report import Paragraph, Report
from generator.pipeline.edition import form_of_edition, form_of_workbook, must_be_of

A_WORKBOOK, A_DOCUMENT, A_TEMPLATE = "工作簿.xlsx", "文档.docx", "模板.docx"
"""What messages call what was handed over as bytes."""

_MOST_TEXT = 500_000  # characters, twenty times the longest report


class Source(NamedTuple):
    """What was handed over."""

    name: str
    """What messages call it."""
    content: bytes
    path: Path | None = None
    """Where it lies, if anywhere."""
    archive: Path | None = None
    """Where the archive lies that it came in."""

    @property
    def of_office(self) -> Path | None:
        """What lies in the office that it was handed to: the forms of that are known."""
        return self.path or self.archive

    @property
    def known_as(self) -> Path:
        """Its path; its name alone where it lies nowhere."""
        return self.path or Path(self.name)

    @property
    def is_workbook_file(self) -> bool:
        """Whether it is a workbook that lies somewhere, so that a copy can be put beside it."""
        return self.path is not None and not _is_json(self.name, self.content)

    @property
    def given(self) -> Path | bytes:
        """Itself, as it can be handed over again."""
        return self.path or self.content


Given = Path | str | bytes | Mapping[str, Any] | Source
"""A file by its path or its bytes, or a report as JSON has it; a source is itself."""


class ReadReport(NamedTuple):
    """A report that was read."""

    report: Report
    findings: list[Finding]
    form: Form
    """The one that it is of."""


def source_of(given: Given, usual_name: str) -> Source:
    """Return what was handed over; `usual_name` is what messages call what has no name.

    Raise Refusal where a file cannot be read.
    """
    if isinstance(given, Source):
        return given
    if isinstance(given, bytes):
        return Source(usual_name, given)
    if isinstance(given, Mapping):
        return Source(f"{Path(usual_name).stem}.json", _as_json(given))
    if not isinstance(given, str | os.PathLike):
        raise Refusal(f"要给文件的路径、内容（bytes）或者 dict，给的是 {type(given).__name__}。")
    path = Path(given)
    if is_problem_list(path):
        raise Refusal(f"{path} 是问题清单，不是工作簿。请指明工作簿。")
    return Source(path.name, read_file(path), path)


def _as_json(given: Mapping[str, Any]) -> bytes:
    """Return a dict as the JSON that it would come as. Raise Refusal where it cannot."""
    try:
        text = json.dumps(given, ensure_ascii=False, default=_plain)
        return text.encode("utf-8", "surrogatepass")
    except (TypeError, ValueError, RecursionError):
        raise Refusal("给的 dict 里有 JSON 写不了的内容，没有读。") from None


def _plain(value: object) -> str:
    """Return numbers and dates as JSON has them."""
    if isinstance(value, Decimal | date):
        return str(value)
    raise TypeError(value)


def read_report(path: Path, form: Form | None = None) -> ReadReport:
    """Read a report from a file, as `read_source` does."""
    return read_source(source_of(path, path.name), form)


def read_source(source: Source, form: Form | None = None) -> ReadReport:
    """Read a report. Raise Refusal where it is none or is not safe to open.

    Without a form it is read as the one that it says it is of. One that was just read, such as
    last year's of the next in a row, is not read again.
    """
    opened = _opened(source.content, source.name)
    if form is None:
        form = _form_of(opened, source.name, source.of_office)
    elif opened.parts is not None:
        must_be_of(form, opened.parts, source.name, source.of_office)
    report, findings = _read_once(source.content, source.name, form)
    return ReadReport(report, list(findings), form)


class _Opened(NamedTuple):
    """What was handed over, safe to read."""

    parts: Mapping[str, bytes] | None
    """Of a workbook; None for JSON."""
    given: object = None
    """What JSON holds."""


@lru_cache(maxsize=3)
def _opened(data: bytes, name: str) -> _Opened:
    if not _is_json(name, data):
        return _Opened(workbook_parts(data, name))
    from generator.formats.report_json.parse import parse  # most reports are workbooks

    return _Opened(None, parse(data, name))


def _form_of(opened: _Opened, name: str, beside: Path | None) -> Form:
    if opened.parts is not None:
        return form_of_workbook(opened.parts, name, beside)
    edition = opened.given.get("edition") if isinstance(opened.given, dict) else None
    return form_of_edition(edition, beside)


@lru_cache(maxsize=3)
def _read_once(data: bytes, name: str, form: Form) -> tuple[Report, tuple[Finding, ...]]:
    opened = _opened(data, name)
    if opened.parts is None:
        from generator.formats.report_json.reader import read_given

        report, findings = read_given(opened.given, name, form)
    else:
        report, findings = read_content(data, name, form)
    not_too_long(report.paragraphs, name)
    return report, tuple(findings)


def not_too_long(lines: Iterable[Paragraph | PrintedParagraph], name: str) -> None:
    """Refuse more text than any report has: to check it would take minutes."""
    text = sum(len(line.heading) + len(line.text) for line in lines)
    if text > _MOST_TEXT:
        raise Refusal(
            f"{name} 的正文有 {text} 字，不像一份年度报告，没有读。请检查是不是粘贴错了内容。"
        )


def _is_json(name: str, data: bytes) -> bool:
    """Tell by the content; by the name only where the content is neither."""
    named_so = name.lower().endswith(".json")
    return is_json(data) or (named_so and not data.startswith(b"PK\x03\x04"))
