"""Lines that say the same in two texts, of short texts and of long ones."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.manuscript import same_lines as module
from generator.manuscript.same_lines import lines_that_stayed, same_lines

TEXTS = st.lists(st.sampled_from("甲乙丙丁"), max_size=9)
OLD = [f"第{number}段" for number in range(40)]


@given(TEXTS, TEXTS, st.sampled_from([0, 4, 1_000_000]))
def test_what_stayed_is_the_same_and_in_order_however_long_a_text_is(
    old: list[str], new: list[str], largest: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_LARGEST_WHOLE", largest)
        pairs = lines_that_stayed(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))
    assert old != new or len(pairs) == len(old)


@pytest.mark.parametrize("largest", [0, 100, 1_000_000])
def test_in_a_long_text_an_edit_leaves_all_before_and_behind_it(
    monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr(module, "_LARGEST_WHOLE", largest)
    new = [*OLD[:20], "新增一段", *OLD[21:30], *OLD[31:]]
    stayed = [*range(20), *range(21, 30), *range(31, 40)]
    assert [i for i, _ in lines_that_stayed(OLD, new)] == stayed


def test_a_line_that_stands_elsewhere_is_the_same_if_there_is_only_one() -> None:
    assert same_lines(["甲", "乙", "丙"], ["乙", "丙", "甲"]) == [(1, 0), (2, 1), (0, 2)]
    assert same_lines(["甲", "甲", "乙", "丙"], ["乙", "丙", "甲"]) == [(2, 0), (3, 1)]
