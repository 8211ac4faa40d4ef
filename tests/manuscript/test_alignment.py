from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.manuscript import alignment
from generator.manuscript.alignment import Match, align, common_at_most, likeness

OLD = [
    "一、总体情况",
    "主动公开各类信息，依法办理申请，规范信息管理。",
    "全年召开专题会议三次，研究部署重点任务。",
    "通过门户网站发布信息二百余条，更新及时。",
    "未发生因公开不当造成的负面舆情。",
    "二、主动公开政府信息情况",
]
LINES = st.lists(st.sampled_from(["", "甲", "乙", *OLD, *(line[:9] for line in OLD)]), max_size=8)


def alike(before: Sequence[str], after: Sequence[str]) -> list[Match]:
    """Return the matches that say more than that a line stayed where it was."""
    plain = [
        match
        for match in align(before, after)
        if len(match.before) == len(match.after) == 1 and not match.moved
    ]
    assert all(after[one.after[0]] == before[one.before[0]] for one in plain)
    return [match for match in align(before, after) if match not in plain]


def every_line_once(before: Sequence[str], after: Sequence[str]) -> list[Match]:
    """Return the matches, which hold each line of both texts once, in order."""
    matches = align(before, after)
    assert sorted(at for match in matches for at in match.before) == [*range(len(before))]
    assert [at for match in matches for at in match.after] == [*range(len(after))]
    for match in matches:
        assert match.before or match.after
        assert min(len(match.before), len(match.after)) <= 1
        assert not match.moved or (len(match.before), len(match.after)) == (1, 1)
    stayed = [at for match in matches if not match.moved for at in match.before]
    assert stayed == sorted(stayed)
    return matches


@given(LINES, LINES)
def test_every_line_of_both_texts_is_matched_once_in_order(
    before: list[str], after: list[str]
) -> None:
    every_line_once(before, after)


@given(LINES, st.data())
def test_every_line_is_matched_once_wherever_it_was_moved(
    before: list[str], data: st.DataObject
) -> None:
    every_line_once(before, data.draw(st.permutations(before)))


@given(LINES)
def test_the_same_text_stays_where_it_is(lines: list[str]) -> None:
    assert align(lines, lines) == [Match((at,), (at,)) for at in range(len(lines))]


def test_spaces_around_a_line_make_no_difference() -> None:
    assert align(["甲"], ["　甲 "]) == [Match((0,), (0,))]


def test_a_reworded_line_is_still_the_same() -> None:
    now = [*OLD[:2], "全年召开专题会议四次，部署了重点任务。", *OLD[3:]]
    assert [match for match in align(OLD, now) if match.before != match.after] == []


@pytest.mark.parametrize("at", range(len(OLD)))
def test_a_deleted_line_is_told_where_it_was(at: int) -> None:
    now = OLD[:at] + OLD[at + 1 :]
    assert alike(OLD, now) == [Match((at,), ())]
    assert [match.before for match in align(OLD, now)] == [(one,) for one in range(len(OLD))]


@pytest.mark.parametrize("at", range(len(OLD) + 1))
def test_an_added_line_has_nothing_before_it(at: int) -> None:
    now = [*OLD[:at], "组织政府开放日活动，邀请代表参加。", *OLD[at:]]
    assert alike(OLD, now) == [Match((), (at,))]


def test_a_line_in_the_place_of_another_of_other_words_is_a_new_one() -> None:
    now = [*OLD[:3], "组织开放日活动五场，邀请代表参加", *OLD[4:]]
    assert [(one.before, one.after) for one in align(OLD, now)][3:5] == [((3,), ()), ((), (3,))]


def test_a_line_moved_far_is_the_same_line() -> None:
    now = [OLD[0], *OLD[2:5], OLD[1], OLD[5]]
    assert alike(OLD, now) == [Match((1,), (4,), moved=True)]


def test_a_line_that_was_moved_and_reworded_is_the_same_line() -> None:
    now = [OLD[0], *OLD[2:5], OLD[1].replace("规范", "加强"), OLD[5]]
    assert alike(OLD, now) == [Match((1,), (4,), moved=True)]


def test_a_line_is_split_and_merged_again() -> None:
    now = [*OLD[:2], OLD[2][:11], OLD[2][11:], *OLD[3:]]
    assert alike(OLD, now) == [Match((2,), (2, 3))]
    assert alike(now, OLD) == [Match((2, 3), (2,))]


def test_no_line_is_split_around_one_that_was_moved_there() -> None:
    half, other_half = OLD[2][:11], OLD[2][11:]
    like_it = other_half.replace("任务", "工作")
    before, now = [like_it, *OLD[:3]], [*OLD[:2], half, like_it, other_half]
    assert every_line_once(before, now)[2:] == [
        Match((3,), (2,)),
        Match((0,), (3,), moved=True),
        Match((), (4,)),
    ]


def test_lines_are_merged_when_the_one_between_them_was_moved_away() -> None:
    half, other_half = OLD[2][:11], OLD[2][11:]
    before, now = [*OLD[:2], half, OLD[4], other_half], [OLD[4], *OLD[:3]]
    every_line_once(before, now)
    assert alike(before, now) == [Match((3,), (0,), moved=True), Match((2, 4), (3,))]


def test_what_is_left_of_a_line_that_was_cut_short_is_still_that_line() -> None:
    now = [*OLD[:3], "更新及时。", *OLD[4:]]
    assert [(one.before, one.after) for one in align(OLD, now)][3] == ((3,), (3,))


def test_of_lines_that_are_the_same_each_is_matched_once() -> None:
    assert align(["无。"] * 3, ["无。"] * 2) == [
        Match((0,), (0,)),
        Match((1,), (1,)),
        Match((2,), ()),
    ]


def test_long_texts_of_which_nothing_stayed_are_matched_too() -> None:
    before, after = ([f"{word}{number}" for number in range(150)] for word in ("旧", "新"))
    assert Match((7,), (150,)) in every_line_once(before, [*after, before[7]])


@given(st.text("甲乙丙", max_size=9), st.text("甲乙丙", max_size=9))
def test_likeness_is_1_for_the_same_text_and_0_for_wholly_other(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert (likeness(one, other) == 1) == (one == other)
    assert likeness(f"丁{one}", "戊己") == 0


TEXTS = st.text("甲乙丙丁，。", max_size=30)


@given(TEXTS, TEXTS)
def test_no_comparison_finds_more_in_common_than_there_can_be(one: str, other: str) -> None:
    most = common_at_most(one, other)
    assert most == common_at_most(other, one) == longest_common(one, other)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) <= most


def longest_common(one: str, other: str) -> int:
    """Return the same as the books have it."""
    row = [0] * (len(other) + 1)
    for mine in one:
        above = row
        row = [0]
        for place, theirs in enumerate(other):
            row.append(above[place] + 1 if mine == theirs else max(above[place + 1], row[place]))
    return row[-1]


@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=6))
def test_what_cannot_be_alike_is_passed_over_and_nothing_else(
    before: list[str], after: list[str]
) -> None:
    quickly = align(before, after)
    with pytest.MonkeyPatch.context() as slowly:
        slowly.setattr(alignment, "common_at_most", lambda one, other: min(len(one), len(other)))
        assert align(before, after) == quickly


def test_of_thousands_of_one_letter_the_likeness_is_what_they_have_in_common() -> None:
    one, other = "号" * 5_000, "字号" * 5_000
    assert likeness(one, other) == 2 * 5_000 / 15_000
