from dataclasses import replace

import pytest
from hypothesis import given

from generator.manuscript.review.generated_lines import GeneratedLine, Role, generated_lines
from generator.model.narrative import Piece
from generator.model.report import Entry, Paragraph, Report
from tests import samples
from tests.forms import FORM
from tests.generated import PARAGRAPHS
from tests.manuscript.review.edited import body, generated, line, report_of, small

HEADED = Paragraph("第一部分", 3, "平台", "新收【本年新收】件。")


def lines_of(*paragraphs: Paragraph, report: Report | None = None) -> list[GeneratedLine]:
    """Return the lines of the document of a report, or of the sample with another narrative."""
    whole = report or report_of(*paragraphs)
    return generated_lines(generated(whole).lines, whole, FORM)


def of_rows(lines: list[GeneratedLine]) -> list[GeneratedLine]:
    return [one for one in lines if one.row is not None]


def roles(one: GeneratedLine) -> list[tuple[Role, str, str]]:
    return [(segment.role, segment.piece.shown, segment.piece.typed) for segment in one.segments]


def test_the_pieces_of_a_line_are_number_heading_stop_and_text() -> None:
    (one,) = of_rows(lines_of(HEADED))
    assert roles(one) == [
        (Role.NUMBER, "1.", ""),
        (Role.HEADING, "平台", "平台"),
        (Role.STOP, "。", ""),
        (Role.TEXT, "新收", "新收"),
        (Role.TEXT, "13251", "【本年新收】"),
        (Role.TEXT, "件。", "件。"),
    ]
    assert [segment.piece.name for segment in one.segments if segment.piece.name] == ["本年新收"]


def test_every_line_knows_its_row_and_whether_it_is_the_first_of_it() -> None:
    found = of_rows(lines_of(Paragraph("第一部分", 2, "标题", "甲。\n乙。"), body("丙。")))
    assert [(one.text, one.row, one.leads) for one in found] == [
        ("（一）标题", 0, True),
        ("甲。", 0, False),
        ("乙。", 0, False),
        ("丙。", 1, True),
    ]


def test_rows_are_counted_as_in_the_report_and_found_in_the_order_of_print() -> None:
    found = of_rows(lines_of(body("乙。", "第六部分"), body("甲。", "开头")))
    assert [(one.text, one.row) for one in found] == [("甲。", 1), ("乙。", 0)]


def test_the_lines_of_no_row_are_the_title_and_the_headings_of_the_form() -> None:
    fixed = [one for one in lines_of(HEADED) if one.row is None]
    assert [one.text for one in fixed if one.title] == [
        "某某市某某局",
        "2024年政府信息公开工作年度报告",
    ]
    assert [(one.text, one.section) for one in fixed if not one.title] == [
        (heading, number) for number, heading in enumerate(FORM.headings, 1)
    ]


def test_the_title_cites_the_organ_and_the_year() -> None:
    names = [
        segment.piece.name for one in lines_of(HEADED) if one.title for segment in one.segments
    ]
    assert names == ["机关名称", "年度", ""]


def test_the_title_is_found_on_one_line_too() -> None:
    report = report_of(HEADED)
    title = "某某市某某局2024年政府信息公开工作年度报告"
    lines = [line("（公开）"), line(title), *generated(report).lines[2:]]
    found = generated_lines(lines, report, FORM)
    assert [one.text for one in found if one.title] == [title]
    assert roles(found[1])[:2] == [
        (Role.TEXT, "某某市某某局", "【机关名称】"),
        (Role.TEXT, "2024", "【年度】"),
    ]


def test_a_report_without_a_year_has_no_title() -> None:
    report = report_of(HEADED)
    nameless = replace(report, entries={"机关名称": Entry("某某市某某局")})
    found = generated_lines(generated(report).lines, nameless, FORM)
    assert not [one for one in found if one.title]
    assert len(of_rows(found)) == 1


@pytest.mark.parametrize("text", ["【没有的名称】。", "【【本年新收】。", "【没写完"])
def test_brackets_that_cite_nothing_are_typed_so_that_they_come_back(text: str) -> None:
    (one,) = of_rows(lines_of(body(text)))
    assert [segment.piece.name for segment in one.segments] == [""] * len(one.segments)
    assert "".join(segment.piece.typed for segment in one.segments) == text


def test_a_heading_cites_like_text() -> None:
    (one, _) = of_rows(lines_of(Paragraph("第一部分", 2, "【年度】年工作", "甲。")))
    assert one.segments[1].piece == Piece("2024", "【年度】", "年度")


@given(PARAGRAPHS)
def test_every_printed_line_comes_from_its_row(paragraphs: tuple[Paragraph, ...]) -> None:
    report = small(*paragraphs)
    found = lines_of(report=report)
    assert [one.text for one in found] == [one.text for one in generated(report).lines]
    assert all(
        one.text == "".join(segment.piece.shown for segment in one.segments) for one in found
    )
    assert [one.row for one in found if one.leads] == [*range(len(paragraphs))]


def test_the_whole_sample_is_told_apart() -> None:
    found = lines_of(report=samples.report())
    assert sum(one.leads for one in found) == len(samples.report().paragraphs)
    assert len(found) - len(of_rows(found)) == 2 + len(FORM.headings)
