import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.manuscript.word_changes import WordChange, changed_by, word_changes

TEXTS = st.text("甲乙丙，。 \n1290.,ab", max_size=20)


def pairs(before: str, after: str) -> list[tuple[str, str]]:
    return [(change.was, change.now) for change in word_changes(before, after)]


@given(TEXTS, TEXTS)
def test_the_changes_make_one_text_of_the_other(before: str, after: str) -> None:
    end = 0
    for change in word_changes(before, after):
        assert end <= change.start <= change.end
        assert change.was == before[change.start : change.end]
        assert change.was != change.now
        end = change.end
    assert changed_by(before, word_changes(before, after)) == after


@given(TEXTS)
def test_the_same_text_has_no_changes(text: str) -> None:
    assert word_changes(text, text) == []


@given(TEXTS, TEXTS)
def test_no_number_is_cut_in_two(before: str, after: str) -> None:
    for change in word_changes(before, after):
        for place in {change.start, change.end}:
            assert not before[max(0, place - 1) : place + 1].isdigit() or place in (0, len(before))


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("新收13件", "新收18件", [("13", "18")]),
        ("收费1,238.5万元", "收费1,238.6万元", [("1,238.5", "1,238.6")]),
        ("增长12.5%", "增长9%", [("12.5%", "9%")]),
        ("访问www网站", "访问wap网站", [("www", "wap")]),
        ("加强培训。", "加强业务培训。", [("", "业务")]),
        ("加强业务培训。", "加强培训。", [("业务", "")]),
        ("", "新的", [("", "新的")]),
        ("旧的", "", [("旧的", "")]),
    ],
)
def test_numbers_and_latin_words_change_whole_and_else_characters(
    before: str, after: str, changes: list[tuple[str, str]]
) -> None:
    assert pairs(before, after) == changes


def test_changes_one_character_apart_are_one() -> None:
    assert pairs("积极地推进", "主动地推动") == [("积极", "主动"), ("进", "动")]
    assert pairs("甲的乙", "丙的丁") == [("甲的乙", "丙的丁")]


def test_a_number_that_stays_is_never_part_of_a_change() -> None:
    assert pairs("收5件", "办5起") == [("收", "办"), ("件", "起")]


def test_a_change_says_where_it_is_in_the_old_text() -> None:
    assert word_changes("共新收13件", "共新收18件") == [WordChange(3, 5, "13", "18")]


def test_thousands_of_one_letter_are_no_work_for_minutes() -> None:
    before, after = "前" + "号" * 20_000 + "后", "前" + "字号" * 20_000 + "后"
    (change,) = word_changes(before, after)
    assert changed_by(before, [change]) == after
    assert (change.start, change.end) == (1, 20_000)


def test_of_far_too_many_pairs_what_is_alike_at_both_ends_stays() -> None:
    before, after = "前" + "甲乙" * 5_000 + "后", "前" + "乙" * 5_000 + "后"
    (change,) = word_changes(before, after)
    assert changed_by(before, [change]) == after
    assert (change.start, change.end) == (1, 10_000)
