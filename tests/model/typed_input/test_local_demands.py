"""What stands in the cell 要求 of a rule of a place."""

import pytest

from generator.model.typed_input.local_demands import HOW_TO_ASK, Asked, Demand, asked_for


@pytest.mark.parametrize(
    ("typed", "due"),
    [("1000", 1000), ("1000字", 1000), ("1,000 字", 1000), ("１０００个字", 1000), ("300", 300)],
)
def test_a_length_is_a_number_of_characters(typed: str, due: int) -> None:
    assert asked_for(typed, Demand.AT_MOST) == Asked(length=due)
    assert asked_for(typed, Demand.AT_LEAST) == Asked(length=due)


@pytest.mark.parametrize("typed", ["", "0", "-5", "一千", "1000左右", "1.5", "800到1000", "1万"])
def test_any_other_length_is_not_guessed(typed: str) -> None:
    assert asked_for(typed, Demand.AT_MOST) is None


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("组织领导", ["组织领导"]),
        ("甲、乙；丙;丁\n戊、甲", ["甲", "乙", "丙", "丁", "戊"]),
        (" 甲 、 、乙、", ["甲", "乙"]),
        ("“高度重视，认真落实”、乙", ["高度重视，认真落实", "乙"]),
        ('"甲、乙"', ["甲、乙"]),
        ("深化“放管服”改革、乙", ["深化“放管服”改革", "乙"]),
        ("《关于甲、乙的通知》，", []),
        ("《关于甲、乙，丙的通知》精神", ["《关于甲、乙，丙的通知》精神"]),
    ],
)
def test_words_are_set_apart_by_dun_signs(typed: str, due: list[str]) -> None:
    assert asked_for(typed, Demand.SAYS) == (Asked(names=tuple(due)) if due else None)


@pytest.mark.parametrize(
    "typed", ["", "、", "甲，乙", "甲,乙", "“甲、乙", "写【本年新收】件", "甲、《乙"]
)
def test_words_that_may_be_one_or_two_are_not_guessed(typed: str) -> None:
    assert asked_for(typed, Demand.NEVER_SAYS) is None


@pytest.mark.parametrize(
    "typed", ["【甲】【乙】", "甲、乙", "【甲】、乙", "【 甲 】，【乙】【甲】", "甲\n乙"]
)
def test_figures_are_named_with_or_without_brackets(typed: str) -> None:
    assert asked_for(typed, Demand.STATES) == Asked(names=("甲", "乙"))


@pytest.mark.parametrize(
    ("typed", "due"),
    [("1月31日", (1, 31)), ("１月 31 号前", (1, 31)), ("2月29日", (2, 29)), ("3月5日以前", (3, 5))],
)
def test_a_deadline_is_a_month_and_a_day(typed: str, due: tuple[int, int]) -> None:
    assert asked_for(typed, Demand.PUBLISHED_BY) == Asked(day=due)


@pytest.mark.parametrize(
    "typed", ["", "1月底", "2025年1月31日", "2月30日", "13月1日", "1-31", "45688"]
)
def test_any_other_deadline_is_not_guessed(typed: str) -> None:
    assert asked_for(typed, Demand.PUBLISHED_BY) is None


def test_more_names_than_anybody_wants_are_a_mistake() -> None:
    names = "、".join(f"词{number}" for number in range(51))
    assert asked_for(names, Demand.SAYS) is None
    assert asked_for(names, Demand.STATES) is None


def test_of_every_demand_it_is_said_how_to_ask() -> None:
    assert list(HOW_TO_ASK) == list(Demand)
