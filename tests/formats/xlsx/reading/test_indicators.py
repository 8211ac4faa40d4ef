"""指标."""

from collections.abc import Mapping

import pytest

from generator.formats.xlsx.reading.indicators import Indicators, read_indicators
from generator.model.narrative import printed
from generator.model.report import Awaited
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.forms import FORM
from tests.samples import FILE, read, workbook


def typed_in(
    cells: Mapping[str, object], formats: Mapping[str, str] | None = None
) -> tuple[Indicators, list[str]]:
    """Return what is read and told of the usual sheet with some cells typed over."""
    found, findings = read_indicators(sheet_with("指标", cells, formats), FORM, FILE)
    return found, lines(findings)


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
    found, findings = typed_in({"A5": "甲", "B5": typed})
    assert findings == []
    assert found.known["甲"].printed == printed


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
    found, findings = typed_in({"A5": name, "B5": value})
    assert list(found.known) == ["备案公文"]
    assert len(findings) == 1
    assert findings[0].startswith("R06 2024.xlsx『指标』")
    assert said in findings[0]


SHOWN = [
    (3.14159, "0.00", "3.14"),
    (2.5, "0", "3"),
    (1234.5, "#,##0.00_ ", "1234.5"),
    (1234.5, "#,##0.0_);[Red]\\(#,##0.0\\)", "1234.5"),
    (0.12345, "0.00%", "12.35%"),
    (0.98765, "0.00%", "98.77%"),
    (0.123456, "0.0%", "12.3%"),
    (1, "0%", "100%"),
    (0.985, "0.00%", "98.5%"),
    (0.05, "0%", "5%"),
    (5, '0"%"', None),
    (5, "0\\%", None),
    (1500, '0.0,"千"', None),
    (5, ";;;", None),
    (-5, "0;0", None),
]
"""What is typed, its number format, and what is printed; None: it is not known what it is."""


def test_a_value_is_printed_as_its_cell_shows_it_or_refused() -> None:
    cells: dict[str, object] = {}
    formats = {}
    for row, (value, number_format, _) in enumerate(SHOWN, 5):
        cells[f"A{row}"] = f"第{row}行"
        cells[f"B{row}"] = value
        formats[f"B{row}"] = number_format
    found, findings = typed_in(cells, formats)
    assert {name: item.printed for name, item in found.known.items() if "第" in name} == {
        f"第{row}行": shown for row, (_, _, shown) in enumerate(SHOWN, 5) if shown
    }
    refused = [line for line in findings if "不知道是哪一个数" in line]
    assert [line.split("：")[0].rpartition("』")[2] for line in refused] == [
        f"B{row}" for row, (_, _, shown) in enumerate(SHOWN, 5) if not shown
    ]
    assert findings == refused


def test_text_beside_the_columns_is_not_dropped_unseen() -> None:
    _, findings = typed_in({"F4": "旁边"})
    assert ["『指标』F4：这里写了内容" in line for line in findings] == [True]


def test_indicators_without_a_value_are_asked_for_at_once_and_known_by_name() -> None:
    cells = {"A5": "甲", "C5": "场", "D5": "2023年：5场", "A6": "乙"}
    found, findings = typed_in(cells)
    assert findings == [
        "R06 2024.xlsx『指标』B5、B6：“甲”、“乙”等 2 个指标的数值没有填。"
        "请填数字；是 0 就填 0；正文不再用的，请清除这一行。"
    ]
    assert found.awaited == {"甲": Awaited("场", "2023年：5场"), "乙": Awaited()}


def test_a_name_that_waits_for_its_value_is_not_unknown_to_the_text() -> None:
    found, _ = read(workbook({("指标", "A5"): "甲", ("正文", "D4"): "共【甲】场。"}))
    lines, unknown = printed(found, FORM)
    assert unknown == []
    assert lines[0].text == "共【甲】场。"
