"""Pictures as wide as the document shows them, and why some cannot be published."""

import pytest

from generator.manuscript.publishing.figures import figure_of, why_not
from tests.exhibits import chart, picture
from tests.manuscript.publishing.said import shown


@pytest.mark.parametrize(
    ("size", "printed"),
    [
        ((72.0, 36.0), (25.4, 12.7)),
        ((4420.0, 2210.0), (156.0, 78.0)),
        ((720.0, 1440.0), (100.0, 200.0)),
        ((0.0, 0.0), (126.67, 95.0)),
    ],
)
def test_a_picture_is_as_large_as_it_is_shown_or_as_a_page_has_room(
    size: tuple[float, float], printed: tuple[float, float]
) -> None:
    one = figure_of(shown(1, size=size, shows=picture(1600, 1200)), "", str)
    assert (round(one.width, 2), round(one.height, 2)) == printed


def test_who_cannot_see_it_is_told_what_it_is() -> None:
    assert figure_of(shown(1), "", str).alternative == "图片"
    assert figure_of(shown(1), "图1　会场", str).alternative == "图1　会场"
    assert figure_of(shown(1, alternative="坐满了"), "图1　会场", str).alternative == "坐满了"
    assert figure_of(shown(1, shows=chart()), "", lambda one: one.unit).alternative == "件"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({}, ""),
        ({"floating": True}, "浮在文字上面"),
        ({"grid": 0}, "在表格里"),
        ({"problem": "是 EMF 格式"}, "是 EMF 格式"),
        ({"shows": None}, "认不出来"),
    ],
)
def test_why_it_cannot_be_published(other: dict[str, object], why: str) -> None:
    assert why_not(shown(1, **other)) == why
