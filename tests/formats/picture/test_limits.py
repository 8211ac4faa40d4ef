import pytest

from generator.formats.picture.limits import LARGEST, must_be_of_a_shape, must_be_of_a_size
from generator.formats.picture.problem import PictureProblem
from tests.few import each


@each(
    "width, height, said",
    [
        (10_001, 10_000, "超过 1 亿像素"),
        (1, 1, "只有 1 个像素"),
        (2_001, 100, "宽 2001、高 100 像素，太窄长"),
        (10, 201, "宽 10、高 201 像素，太窄长"),
        (0, 5, "损坏"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_refused(width: int, height: int, said: str) -> None:
    with pytest.raises(PictureProblem, match=said):
        must_be_of_a_shape(width, height)


@each("width, height", [(10_000, 10_000), (2_000, 100), (100, 2_000), (2, 1)])
def test_one_that_can_is_not(width: int, height: int) -> None:
    must_be_of_a_shape(width, height)


def test_a_file_may_have_twenty_megabytes() -> None:
    must_be_of_a_size(LARGEST)
    with pytest.raises(PictureProblem, match="超过 20 MB"):
        must_be_of_a_size(LARGEST + 1)
