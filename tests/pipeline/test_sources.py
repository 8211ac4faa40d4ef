"""Which reader reads a file."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.formats.report_json.writer import json_of
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.model.finding import Refusal
from generator.model.report import Paragraph
from generator.pipeline.sources import read_report
from tests.form.small import SMALL
from tests.forms import FORM
from tests.pipeline.office import staff_edit, workbook_of
from tests.pipeline.small_office import REPORT
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


def test_more_text_than_any_report_has_is_refused(office: Path) -> None:
    long = "长" * 30_000
    endless = replace(REPORT, paragraphs=(*[Paragraph("第二部分", 0, "", long)] * 17,))
    as_json = office / "2023.json"
    as_json.write_bytes(json_of(endless, SMALL))
    staff_edit(office, {(NARRATIVE_SHEET, (row, 4)): long for row in range(5, 22)})
    for path in (as_json, workbook_of(office)):
        with pytest.raises(Refusal, match=rf"{path.name} 的正文有 51\d{{4}} 字，不像一份年度报告"):
            read_report(path)
