"""Reads a report from the file it was handed over in: a workbook, or JSON."""

import codecs
from pathlib import Path

from generator.archive import read_file
from generator.form.vocabulary import Form
from generator.report_json.reader import read_json
from generator.workbook.reader import Read, read_content


def read_report(path: Path, form: Form) -> Read:
    """Read a report. Raise Refusal where the file is none or is not safe to open."""
    data = read_file(path)
    read = read_json if _is_json(path, data) else read_content
    return Read(*read(data, path.name, form), data)


def _is_json(path: Path, data: bytes) -> bool:
    """Tell by the content; by the name only where the content is neither."""
    start = data[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith(b"{") or (
        path.suffix.lower() == ".json" and not start.startswith(b"PK\x03\x04")
    )
