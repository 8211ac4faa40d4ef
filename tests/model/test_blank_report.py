"""What a new workbook proposes."""

from dataclasses import replace

import pytest

from generator.model.blank_report import blank_report
from generator.model.narrative import printed
from tests.form.small import SMALL
from tests.forms import FORM


@pytest.mark.parametrize(
    ("organ", "kind"),
    [("某某市某某局", "部门"), ("某某市人民政府", "各级政府"), ("某某镇人民政府", "各级政府")],
)
def test_the_kind_of_organ_is_proposed_from_its_name(organ: str, kind: str) -> None:
    assert blank_report(organ, 2024, FORM).entries["机关类型"].value == kind


def test_the_opening_cites_the_basics_and_all_topics_have_headings() -> None:
    report = blank_report("某某市某某局", 2024, FORM)
    lines, findings = printed(report, FORM)
    assert "由某某市某某局编制" in lines[0].text
    assert "2024年1月1日至2024年12月31日" in lines[0].text
    assert len(findings) == 1
    assert "【网址】、【联系部门】、【电话】、【邮箱】" in findings[0].message
    headings = [line.heading for line in lines[1:] if line.heading]
    assert headings == [topic for section in FORM.sections for topic in section.topics]


def test_it_holds_no_figure() -> None:
    assert blank_report("某某市某某局", 2024, FORM).figures == {}


def test_the_topics_of_a_section_with_a_table_are_proposed_once() -> None:
    first, *others = SMALL.sections
    form = replace(SMALL, sections=(first._replace(topics=("收案", "结案")), *others))
    lines = blank_report("某局", 2024, form).paragraphs[1:]
    proposed = [(line.part, line.heading) for line in lines if line.heading]
    assert proposed == [("第一部分表前", "收案"), ("第一部分表前", "结案"), ("第二部分", "做法")]


def test_a_row_for_text_comes_before_the_headings_of_each_section_that_has_some() -> None:
    lines = blank_report("某局", 2024, FORM).paragraphs[1:]
    for number, section in enumerate(FORM.sections, 1):
        here = [
            (line.level, line.heading)
            for line in lines
            if line.part in {part.name for part in FORM.parts if part.section == number}
        ]
        assert here == ([(0, ""), *((2, topic) for topic in section.topics)] if here else [])
        assert bool(here) == bool(section.topics)
