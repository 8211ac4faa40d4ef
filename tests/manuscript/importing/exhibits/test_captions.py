"""Which lines are captions, and of what."""

import pytest

from generator.manuscript.importing.exhibits.captions import (
    Caption,
    Wanted,
    caption_of,
    matched_captions,
)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("图1　培训现场", ("图", "1", "培训现场")),
        ("图 1 培训现场", ("图", "1", "培训现场")),
        ("图1：培训现场", ("图", "1", "培训现场")),
        ("图一、培训现场", ("图", "一", "培训现场")),
        ("图2-1 培训现场", ("图", "2-1", "培训现场")),
        ("图2－1 培训现场", ("图", "2-1", "培训现场")),
        ("表12. 各镇情况", ("表", "12", "各镇情况")),
        ("图3", ("图", "3", "")),
    ],
)
def test_a_number_and_a_gap_make_a_caption(text: str, caption: tuple[str, str, str]) -> None:
    assert caption_of(text, styled=False, centred=False) == Caption(*caption)


def test_without_a_gap_it_has_to_stand_in_the_middle() -> None:
    assert caption_of("图1培训现场", styled=False, centred=False) is None
    assert caption_of("图1培训现场", styled=False, centred=True) == Caption("图", "1", "培训现场")
    assert caption_of("图：培训现场", styled=False, centred=True) == Caption("图", "", "培训现场")


@pytest.mark.parametrize(
    "text",
    [
        "图1为培训现场",
        "图1所示的是培训现场",
        "图书馆的培训",
        "图2023年的培训",
        "表1 各镇的情况，共三件。",
        "图1 " + "很长" * 50,
        "",
    ],
)
def test_text_is_no_caption_even_in_the_middle(text: str) -> None:
    assert caption_of(text, styled=False, centred=True) is None


def test_a_line_in_a_style_for_captions_is_one_whatever_it_says() -> None:
    assert caption_of("培训现场", styled=True, centred=False) == Caption("", "", "培训现场")


FIGURE, TABLE = Caption("图", "1", "甲"), Caption("表", "1", "乙")


def figure(at: int) -> Wanted:
    return Wanted("图", at - 1, at)


def test_captions_of_pictures_stand_on_the_side_where_the_first_has_its_own() -> None:
    below = matched_captions([figure(1), figure(2)], {1: FIGURE, 2: FIGURE})
    assert {at: block for at, (block, _) in below.items()} == {0: 1, 1: 2}
    above = matched_captions([figure(1), figure(2)], {0: FIGURE, 1: FIGURE})
    assert {at: block for at, (block, _) in above.items()} == {0: 0, 1: 1}


def test_of_two_pictures_side_by_side_the_last_has_the_caption_below() -> None:
    found = matched_captions([figure(1), figure(1)], {1: FIGURE})
    assert {at: block for at, (block, _) in found.items()} == {1: 1}


def test_a_table_has_its_caption_above_and_leaves_that_of_a_picture() -> None:
    wanted = [figure(1), Wanted("表", 1, 3)]
    assert matched_captions(wanted, {1: FIGURE}) == {0: (1, FIGURE)}
    assert matched_captions(wanted, {1: TABLE}) == {1: (1, TABLE)}
