import pytest

from generator.manuscript.importing.outline import Outline, outline_of
from tests.forms import FORM, OLDER

EDITIONS = (FORM, OLDER)
ALL = {1, 2, 3, 4, 5, 6}


def with_text(headings: list[str]) -> list[str]:
    return [line for heading in headings for line in (heading, "正文。")]


def outline(lines: list[str]) -> Outline:
    return outline_of(lines, EDITIONS)


@pytest.mark.parametrize(
    "shape",
    [
        "{}",
        "{}。",
        " {} ",
        "　　{}",
    ],
)
def test_headings_are_found_with_spaces_and_stops(shape: str) -> None:
    found = outline(with_text([shape.format(heading) for heading in FORM.headings]))
    assert found.headings.keys() == ALL


@pytest.mark.parametrize("form", EDITIONS)
def test_headings_of_any_edition_are_found(form: object) -> None:
    headings = FORM.headings if form is FORM else OLDER.headings
    assert outline(with_text(list(headings))).headings.keys() == ALL


def test_headings_without_or_with_other_numbers_are_found() -> None:
    names = [section.heading for section in FORM.sections]
    assert outline(with_text(names)).headings.keys() == ALL
    parts = [f"第{n}部分 {name}" for n, name in zip("一二三四五六", names, strict=True)]
    assert outline(with_text(parts)).headings.keys() == ALL


def test_a_heading_in_other_words_is_found_where_it_is_due() -> None:
    lines = with_text(list(FORM.headings))
    lines[8] = "五、存在的问题和改进措施"
    found = outline(lines).headings[5]
    assert (found.line, found.text, found.guessed) == (8, lines[8], False)


def test_a_heading_whose_number_alone_tells_is_a_guess() -> None:
    lines = with_text(list(FORM.headings))
    lines[0] = "一、概述"
    assert outline(lines).headings[1].guessed


def test_a_number_tells_nothing_where_the_others_are_numbered_otherwise() -> None:
    lines = with_text(list(FORM.headings))
    lines[0] = "一、概述"
    lines[2] = lines[2].replace("二、", "一、")
    assert 1 not in outline(lines).headings


def test_the_heading_may_run_into_its_text() -> None:
    lines = with_text(list(FORM.headings))
    lines[0] = "一、总体情况。我局认真公开信息。"
    found = outline(lines).headings[1]
    assert (found.text, found.rest) == ("一、总体情况", "我局认真公开信息。")


@pytest.mark.parametrize("page", ["{}\t3", "{}……3", "{} ........ 3", "{}", "{}…………………………12"])
def test_a_contents_page_is_not_taken_for_the_headings(page: str) -> None:
    contents = ["目　录", *(page.format(heading) for heading in FORM.headings)]
    found = outline([*contents, "标题", *with_text(list(FORM.headings))])
    assert found.contents == set(range(7))
    assert found.headings[1].line == 8
    assert found.first == 8


def test_headings_without_a_contents_line_above_them_count_where_they_stand_last() -> None:
    found = outline([*FORM.headings, *with_text(list(FORM.headings))])
    assert found.first == 6


def test_a_missing_heading_is_missing() -> None:
    lines = with_text([heading for heading in FORM.headings if not heading.startswith("四")])
    assert outline(lines).headings.keys() == ALL - {4}


@pytest.mark.parametrize("gap", [" ", "-", "."])
def test_endless_lines_are_read_through_at_once(gap: str) -> None:
    lines = ["目录", f"甲{gap * 50_000}乙", *with_text(list(FORM.headings))]
    assert outline(lines).headings.keys() == ALL
