"""Which reader reads a file."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.report_json.writer import json_of
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.finding import Refusal
from generator.model.report import Paragraph
from generator.pipeline.sources import read_report
from tests.samples import report, workbook


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("2024.xlsx", workbook()),
        ("2024.json", json_of(report(), FORM)),
        ("改了后缀.xlsx", json_of(report(), FORM)),
        ("改了后缀.json", workbook()),
        ("带标记.JSON", b"\xef\xbb\xbf\r\n" + json_of(report(), FORM)),
    ],
)
def test_the_content_tells_how_a_report_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    read = read_report(tmp_path / name, FORM)
    assert read.report == report()
    assert read.report.file == name


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", b"", "是空文件，不是 JSON 报告"),
        ("a.json", b"\xd0\xcf\x11\xe0", "不是 UTF-8 编码"),
        ("a.json", b"[1]", "不是一份报告"),
        ("a.xlsx", b"[1]", "不是 Excel 工作簿"),
        ("a.xlsx", b"{}", "没有写“schema”"),
    ],
)
def test_what_is_neither_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refusal, match=said):
        read_report(tmp_path / name, FORM)


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_more_text_than_any_report_has_is_refused(tmp_path: Path, kind: str) -> None:
    long = Paragraph("第一部分", 0, "", "长" * 30_000)
    endless = replace(report(), paragraphs=(*report().paragraphs, *[long] * 17))
    path = tmp_path / f"2024.{kind}"
    path.write_bytes(json_of(endless, FORM) if kind == "json" else workbook_of(endless, FORM))
    with pytest.raises(Refusal, match="不像一份年度报告"):
        read_report(path, FORM)
