"""New words are held against those around them, new lines against those that they may be like."""

import pytest

from generator.manuscript.looks import LineLook, Look, Stretch
from generator.manuscript.review.looks.differing_looks import distinct, in_new_line, in_words

PLAIN: Look = {"字号": (16.0,), "中文字体": "仿宋_GB2312", "西文字体": "仿宋_GB2312"}
BOLD: Look = {**PLAIN, "加粗": "b"}
BODY: Look = {"对齐方式": "both"}


def line(*words: tuple[str, Look | None], paragraph: Look = BODY) -> LineLook:
    return LineLook(paragraph, tuple(Stretch(text, look) for text, look in words))


WAS = line(("一是强化领导。", BOLD), ("开展了培训。", PLAIN))


@pytest.mark.parametrize(
    ("look", "names"),
    [
        (PLAIN, []),
        ({**PLAIN, "中文字体": "FangSong"}, []),
        (None, []),
        ({**PLAIN, "中文字体": "宋体"}, ["中文字体"]),
        ({**PLAIN, "字号": (30.0,)}, ["字号"]),
        (BOLD, ["加粗"]),
        ({**PLAIN, "上标下标": "superscript"}, ["上标下标"]),
    ],
)
def test_new_words_look_like_those_around_them(look: Look | None, names: list[str]) -> None:
    now = line(("一是强化领导。", BOLD), ("开展了", PLAIN), ("业务", look), ("培训。", PLAIN))
    assert in_words(WAS, now) == names


def test_at_a_border_new_words_look_like_either_side() -> None:
    for look in (PLAIN, BOLD):
        now = line(("一是强化领导。", BOLD), ("今年", look), ("开展了培训。", PLAIN))
        assert in_words(WAS, now) == []


@pytest.mark.parametrize(
    ("new", "names"),
    [
        (line(("另一段。", PLAIN)), []),
        (line(("二是抓落实。", BOLD), ("到位。", PLAIN)), []),
        (line(("另一段。", {**PLAIN, "字号": (26.0,)})), ["字号"]),
        (line(("另一段。", BOLD)), ["加粗"]),
        (line(("另一段。", PLAIN), paragraph={"对齐方式": "center"}), ["对齐方式"]),
        (line(("另一段。", PLAIN), paragraph={**BODY, "空行": (1.0,)}), []),
    ],
)
def test_a_new_line_looks_like_the_most_alike_of_its_models(
    new: LineLook, names: list[str]
) -> None:
    other = line(("标题", {**PLAIN, "字号": (22.0,)}), paragraph={"对齐方式": "right"})
    assert in_new_line(new, [other, line(("正文。", PLAIN))]) == names


def test_models_that_look_alike_are_one() -> None:
    assert distinct([WAS, line(("二。", BOLD), ("别的。", PLAIN)), line(("三", PLAIN))]) == [
        WAS,
        line(("三", PLAIN)),
    ]
