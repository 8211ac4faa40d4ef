"""The short ways of naming many figures at once."""

import pytest

from generator.form.reading.figures_meant import Unclear, places_of, stands_for, terms_meant
from tests.few import each
from tests.form.small import CASES

FIGURES = places_of([CASES])


def test_a_range_goes_along_a_row_or_down_a_column() -> None:
    def names(written: str) -> list[str]:
        return [term.figure for term in terms_meant([written], "", FIGURES)]

    assert names("收案个人..收案单位") == ["收案个人", "收案单位"]
    assert names("收案个人..结案个人") == ["收案个人", "结案个人"]
    assert names("收案单位") == ["收案单位"]


def test_a_star_stands_for_the_same_everywhere() -> None:
    assert [word for word, _ in stands_for(["收案*", "结案*"], FIGURES)] == ["个人", "单位"]
    assert [word for word, _ in stands_for(["*个人..*单位"], FIGURES)] == ["收案", "结案"]
    assert stands_for(["收案个人"], FIGURES) == [("", None)]


def test_last_year_is_said_behind_a_name() -> None:
    found = terms_meant(["收案*@上年", "结案*"], "个人", FIGURES)
    assert [(term.figure, term.last_year) for term in found] == [
        ("收案个人", True),
        ("结案个人", False),
    ]


@each(
    "written, said",
    [
        (["收*案*"], "只能有一个"),
        (["收按*"], "没有一个数字的名称合乎“收按*”；最接近的是“收案"),
        (["收案*", "*个人"], "却没有叫"),
        (["收案个"], "没有叫“收案个”的数字；最接近的是“收案个人”"),
        (["收案个人..结案单位"], "同一行或同一列"),
        (["结案个人..收案个人"], "前一个在前"),
    ],
)
def test_what_means_no_figures_is_said(written: list[str], said: str) -> None:
    with pytest.raises(Unclear, match=said.replace("*", r"\*")):
        [terms_meant(written, word, FIGURES) for word, _ in stands_for(written, FIGURES)]
