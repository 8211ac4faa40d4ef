"""The parts that a report must have."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.checks import check
from generator.checks.structure import (
    STRUCTURE,
    nothing_filled_in,
    statistics_period,
    typed_numbers,
)
from generator.finding import Finding
from generator.form.edition_2021 import FORM
from generator.report import Entry, Figure, Paragraph, Place, Report
from tests.samples import case, report


def empty_sections(read: Report) -> list[Finding]:
    return check(case(read), STRUCTURE)


@pytest.mark.parametrize(
    ("part", "rule", "holds_back"),
    [
        ("开头", "S07", False),
        ("第一部分", "S11", True),
        ("第五部分", "S12", True),
        ("第六部分", "S13", True),
    ],
)
def test_an_empty_part_is_found(part: str, rule: str, *, holds_back: bool) -> None:
    full = report()
    left = tuple(line for line in full.paragraphs if line.part != part)
    found = empty_sections(replace(full, paragraphs=left))
    assert [(finding.rule, finding.holds_back) for finding in found] == [(rule, holds_back)]


def test_proposed_headings_alone_are_no_text() -> None:
    full = report()
    left = [line for line in full.paragraphs if line.part != "第五部分"]
    topics = [Paragraph("第五部分", 2, topic, "") for topic in FORM.sections[4].topics]
    found = empty_sections(replace(full, paragraphs=(*left, *topics)))
    assert [finding.rule for finding in found] == ["S12"]


def test_a_sentence_written_as_a_heading_is_text() -> None:
    full = report()
    left = [line for line in full.paragraphs if line.part != "第六部分"]
    said = Paragraph("第六部分", 2, "本年度，本机关未收取信息处理费。", "")
    assert empty_sections(replace(full, paragraphs=(*left, said))) == []


def test_the_period_is_the_whole_year() -> None:
    assert list(statistics_period(case(report()))) == []
    entries = {**report().entries, "统计期限止": Entry(date(2023, 12, 31))}
    found = list(statistics_period(case(replace(report(), entries=entries))))
    assert [finding.rule for finding in found] == ["S09"]
    assert found[0].message == "统计期限止应为 2024年12月31日，填的是 2023年12月31日"


def test_what_was_brought_from_last_year_is_no_filled_in_table() -> None:
    brought = {name: Figure(Decimal(0), typed="0") for name in FORM.brought_forward}
    figures = {**{name: Figure(None) for name in FORM.figures}, **brought}
    found = list(nothing_filled_in(case(replace(report(), figures=figures))))
    assert [finding.message for finding in found] == [
        "各张表里一个数字也没有填，除了从上年带来的数"
    ]


def test_tables_without_a_single_number_are_not_all_zeros() -> None:
    blank = {name: Figure(None) for name in FORM.figures}
    found = list(nothing_filled_in(case(replace(report(), figures=blank))))
    assert [(finding.rule, finding.holds_back) for finding in found] == [("T0-01", True)]
    one = {**blank, "行政许可": Figure(Decimal(0), typed="0")}
    assert list(nothing_filled_in(case(replace(report(), figures=one)))) == []


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
    line = Paragraph("第一部分", 3, heading, text, place, heading_place)
    found = list(typed_numbers(case(replace(report(), paragraphs=(line,)))))
    assert [finding.rule for finding in found] == ["S06"]
    assert f"序号“{typed}”" in found[0].message
    assert found[0].place == (heading_place if heading else place)


@pytest.mark.parametrize("start", ["2023年，", "1.5 万件", "一是推进", "12345热线", "十四五规划"])
def test_a_number_that_belongs_to_the_text_is_not(start: str) -> None:
    line = Paragraph("第一部分", 3, "", start)
    body = Paragraph("第一部分", 0, "", "（一）主动公开")
    assert list(typed_numbers(case(replace(report(), paragraphs=(line, body))))) == []
