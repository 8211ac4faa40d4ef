"""Which of one publication is which of another."""

import pytest

from generator.manuscript.publishing.same_caption import named, paired


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("图1　会场", "会场"),
        ("表 2-1：各镇", "各镇"),
        ("图二、会场", "会场"),
        ("图书馆", "图书馆"),
        ("", ""),
    ],
)
def test_a_caption_has_a_name_beside_its_number(caption: str, name: str) -> None:
    assert named(caption) == name


def test_the_same_name_is_the_same_wherever_it_stands() -> None:
    assert [*paired(["甲", "乙"], ["乙", "甲"], str)] == [("乙", "乙"), ("甲", "甲")]


def test_what_was_renamed_stands_in_its_place() -> None:
    assert [*paired(["甲", "乙"], ["甲", "丙"], str)] == [("甲", "甲"), ("乙", "丙")]


def test_what_came_and_what_went_stand_alone() -> None:
    assert [*paired(["甲"], ["甲", "乙"], str)] == [("甲", "甲"), (None, "乙")]
    assert [*paired(["甲", "乙"], ["乙"], str)] == [("乙", "乙"), ("甲", None)]


def test_two_of_one_name_are_two() -> None:
    assert [*paired(["", ""], ["", ""], str)] == [("", ""), ("", "")]
