import pytest

from generator.manuscript.importing.title import titles_in
from tests.forms import FORM

ORGAN = "某某市某某局"


@pytest.mark.parametrize(
    ("lines", "organ", "year"),
    [
        ([f"{ORGAN}2023年政府信息公开工作年度报告"], ORGAN, 2023),
        ([f"{ORGAN} 2023 年度政府信息公开年度报告"], ORGAN, 2023),
        ([f"2024年{ORGAN}政府信息公开工作年度报告"], ORGAN, 2024),
        ([ORGAN, "2023年政府信息公开工作年度报告"], ORGAN, 2023),
        ([ORGAN, "政府信息公开工作年度报告", "（2023年度）"], ORGAN, 2023),
        ([ORGAN, "2023年政府信息公开", "工作年度报告"], ORGAN, 2023),
        (["2020年", ORGAN, "政府信息公开工作年度报告"], ORGAN, 2020),
        ([f"{ORGAN}关于2023年度政府信息公开工作情况的报告"], ORGAN, 2023),
        ([f"关于{ORGAN}2023年政府信息公开工作年度报告的公告"], ORGAN, 2023),
        ([f"{ORGAN}二〇二三年政府信息公开工作年度报告"], ORGAN, 2023),
        ([ORGAN, f"{ORGAN}2023年政府信息公开工作年度报告"], ORGAN, 2023),
        (["某人社〔2024〕3号", f"{ORGAN}2023年政府信息公开工作年报"], ORGAN, 2023),
        (["2023年政府信息公开工作年度报告"], "", 2023),
        ([f"{ORGAN}政府信息公开工作年度报告"], ORGAN, None),
    ],
)
def test_a_title_names_organ_and_year(lines: list[str], organ: str, year: int | None) -> None:
    found = titles_in([*lines, "本报告根据条例编制。"], FORM)
    assert [(title.organ, title.year) for title in found] == [(organ, year)]
    assert found[0].last == len(lines) - 1


@pytest.mark.parametrize(
    "line",
    [
        "根据《关于做好2023年政府信息公开工作年度报告编制发布工作的通知》要求，编制本报告。",
        "发布日期：2024-01-20",
        "一、总体情况",
        "",
    ],
)
def test_other_lines_are_no_titles(line: str) -> None:
    assert titles_in([line], FORM) == []
