"""The numbers of headings."""

from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.model.report import Paragraph, Place
from tests.checks.texts import found_in, told
from tests.samples import case, report, rules_of

NUMBERING = rules_of("S06")


def found_with(*lines: Paragraph) -> list[str]:
    return told(check(case(replace(report(), paragraphs=lines)), NUMBERING))


@pytest.mark.parametrize(
    ("heading", "text", "typed"),
    [
        ("（一）主动公开方面", "", "（一）"),
        ("(2)推进", "", "(2)"),
        ("2、推进", "", "2、"),
        ("3.推进", "", "3."),
        ("", "一、推进", "一、"),
    ],
)
def test_a_number_typed_before_a_heading_is_told(heading: str, text: str, typed: str) -> None:
    place, heading_place = Place("甲", "正文", "D4"), Place("甲", "正文", "C4")
    line = Paragraph("第一部分", 2, heading, text, place, heading_place)
    found = check(case(replace(report(), paragraphs=(line,))), NUMBERING)
    assert told(found)[0] == "S06 错误"
    assert f"序号“{typed}”" in found[0].message
    assert found[0].place == (heading_place if heading else place)


@pytest.mark.parametrize("start", ["2023年，", "1.5 万件", "一是推进", "12345热线", "十四五规划"])
def test_a_number_that_belongs_to_the_text_is_not(start: str) -> None:
    line = Paragraph("第一部分", 2, "", start)
    body = Paragraph("第一部分", 0, "", "（一）主动公开")
    assert found_with(line, body) == []


def test_a_level_that_jumps_is_mentioned() -> None:
    second, third, fourth = (Paragraph("第一部分", level, "标题", "文。") for level in (2, 3, 4))
    assert found_with(second, third, fourth, second, third) == []
    assert found_with(second, fourth) == ["S06 提示"]
    assert found_with(third) == ["S06 提示"]


@pytest.mark.parametrize(
    ("texts", "due"),
    [
        (("（一）甲。（二）乙。（三）丙。",), []),
        (("（一）甲。（三）丙。",), ["S06 提示"]),
        (("（一）甲。", "(二)乙。"), ["S06 提示"]),
        (("根据第二十条第（一）项、第（五）项。",), []),
        (("1.甲。", "2.乙。"), ["S06 提示"]),
        (("（一）总的。", "1.甲。", "2.乙。"), []),
        (("一是甲；二是乙；三是丙。",), []),
        (("一是甲；二是乙；四是丙。",), ["S06 提示"]),
    ],
)
def test_typed_numbers_follow_one_another(texts: tuple[str, ...], due: list[str]) -> None:
    assert told(found_in(*texts, rules=NUMBERING, heading="")) == due
