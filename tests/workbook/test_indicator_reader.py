"""指标."""

import pytest

from tests.samples import read, workbook


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (413, "413"),
        (7730.28, "7730.28"),
        ("1,238", "1238"),
        (0, "0"),
        ("3（两场合并）", "3（两场合并）"),
    ],
)
def test_a_value_is_printed_without_noise(typed: object, printed: str) -> None:
    found, findings = read(workbook({("指标", "A5"): "甲", ("指标", "B5"): typed}))
    assert findings == []
    assert found.indicators["甲"].printed == printed


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("甲", None, "没有填"),
        ("甲", "很多", "不是数字"),
        (None, 5, "没有可用的名称"),
        ("本年新收", 5, "已经有了"),
        ("不予公开", 5, "已经有了"),
        ("机关名称", 5, "已经有了"),
        ("备案公文", 5, "已经有了"),
        ("【甲】", 5, "没有可用的名称"),
    ],
)
def test_a_line_that_cannot_be_used_is_an_error(name: object, value: object, said: str) -> None:
    found, findings = read(workbook({("指标", "A5"): name, ("指标", "B5"): value}))
    assert list(found.indicators) == ["备案公文"]
    assert len(findings) == 1
    assert findings[0].startswith("R06 2024.xlsx『指标』")
    assert said in findings[0]
