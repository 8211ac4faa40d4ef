"""基本信息."""

from datetime import UTC, date, datetime

import pytest

from tests.samples import read, workbook


@pytest.mark.parametrize(
    "typed", ["2024年12月31日", "2024-12-31", "2024/12/31", "２０２４．12．31"]
)
def test_a_date_may_be_written_out(typed: str) -> None:
    found, findings = read(workbook({("基本信息", "B8"): typed}))
    assert findings == []
    assert found.entries["统计期限止"].value == date(2024, 12, 31)


def test_a_date_may_be_a_date() -> None:
    found, _ = read(workbook({("基本信息", "B8"): datetime(2024, 12, 31, tzinfo=UTC).date()}))
    assert found.entries["统计期限止"].printed == "2024年12月31日"


@pytest.mark.parametrize("typed", [2024, "2024", "2024年", "２０２４"])
def test_a_year_may_be_a_number_or_text(typed: object) -> None:
    found, _ = read(workbook({("基本信息", "B6"): typed}))
    assert found.entries["年度"].value == 2024


@pytest.mark.parametrize(
    ("cell", "typed", "name"),
    [
        ("B4", None, "机关名称"),
        ("B5", "企业", "机关类型"),
        ("B6", "去年", "年度"),
        ("B6", 24, "年度"),
        ("B8", "2024年13月1日", "统计期限止"),
        ("B4", "=A1", "机关名称"),
    ],
)
def test_what_is_missing_or_cannot_be_understood_is_named(
    cell: str, typed: object, name: str
) -> None:
    found, findings = read(workbook({("基本信息", cell): typed}))
    assert name not in found.entries
    assert len(findings) == 1
    assert findings[0].startswith(f"R05 2024.xlsx『基本信息』{cell}：“{name}”")


def test_a_line_that_is_gone_is_named() -> None:
    _, findings = read(workbook({("基本信息", "A6"): None}))
    assert findings == ["R05 2024.xlsx『基本信息』：找不到“年度”。请恢复为一行。"]


def test_what_may_stay_blank_is_no_finding() -> None:
    found, findings = read(workbook())
    assert "落款" not in found.entries
    assert findings == []


def test_a_telephone_typed_as_a_number_is_text() -> None:
    found, _ = read(workbook({("基本信息", "B11"): 22050738}))
    assert found.entries["电话"].printed == "22050738"


@pytest.mark.parametrize(("cell", "said"), [("D9", "这里写了内容"), ("A20", "不认识的项目")])
def test_what_is_written_elsewhere_is_not_dropped_unseen(cell: str, said: str) -> None:
    _, findings = read(workbook({("基本信息", cell): "www.example.cn"}))
    assert len(findings) == 1
    assert f"『基本信息』{cell}：{said}" in findings[0]
