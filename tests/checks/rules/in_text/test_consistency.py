"""The text against itself."""

from dataclasses import replace

import pytest

from generator.checks.rules import check
from tests.checks.texts import found_in, report_of, told
from tests.samples import case, rules_of

CONSISTENCY_IN_TEXT = rules_of("X16", "X17")

FOUR = "收到政府信息公开申请{}件，上年结转{}件，答复{}件，结转下年度{}件。"


def told_without_tables(*texts: str) -> list[str]:
    return told(check(case(replace(report_of(*texts), figures={})), CONSISTENCY_IN_TEXT))


@pytest.mark.parametrize(
    ("numbers", "due"),
    [((6, 1, 6, 1), []), ((7, 1, 6, 1), []), ((6, 1, 7, 1), ["X16 错误"])],
)
def test_the_four_numbers_of_a_paragraph_balance(
    numbers: tuple[int, int, int, int], due: list[str]
) -> None:
    assert told_without_tables(FOUR.format(*numbers)) == due


@pytest.mark.parametrize(("answered", "due"), [(7, []), (6, ["X16 错误"])])
def test_what_is_new_does_not_hold_what_was_brought(answered: int, due: list[str]) -> None:
    text = f"新收政府信息公开申请7件，上年结转1件，答复{answered}件，结转下年度1件。"
    assert told_without_tables(text) == due


def test_what_the_tables_contradict_is_not_told_twice() -> None:
    figures = {"本年新收": 6, "上年结转": 1, "办理结果总计": 6, "结转下年": 1}
    text = FOUR.format(6, 1, 7, 1)
    assert told(found_in(text, rules=CONSISTENCY_IN_TEXT, figures=figures)) == []


def test_one_figure_has_one_value() -> None:
    assert told_without_tables("共答复申请6件。", "全年共答复申请7件。") == ["X17 提示"]
    assert told_without_tables("共答复申请6件。", "全年共答复申请6件。") == []
    texts = "全年共主动公开政府信息413条。", "全年共主动公开政府信息400条。"
    assert told(found_in(*texts, rules=CONSISTENCY_IN_TEXT)) == ["X17 提示"]


@pytest.mark.parametrize(
    "gazette",
    [
        "编印政府公报6期，刊登部门规范性文件12件、政府文件30件。",
        "编印政府公报6期，部门规范性文件12件、政府文件30件。",
        "出版政府公报6期。其中，部门规范性文件12件、政府文件30件。",
        "《政府公报》全年刊发部门规范性文件12件。",
    ],
)
def test_what_a_gazette_prints_is_not_what_the_organ_made(gazette: str) -> None:
    assert told_without_tables("全年公开规范性文件5件。", gazette) == []
    figures = {"行政规范性文件制发": 5, "行政规范性文件现行有效": 31}
    rules = (*CONSISTENCY_IN_TEXT, *rules_of("X10"))
    assert told(found_in("全年制发规范性文件5件。", gazette, rules=rules, figures=figures)) == []
    assert told_without_tables("全年公开规范性文件5件。", "公布规范性文件12件。") == ["X17 提示"]
