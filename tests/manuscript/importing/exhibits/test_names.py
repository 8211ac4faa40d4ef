"""Names that any system can have, each once."""

import pytest

from generator.manuscript.importing.exhibits.names import Names, ending_for, may_be_name, stem_of


@pytest.mark.parametrize(
    "text",
    ["", "a/b", "a\\b", "a:b", "【图】", "CON", "nul.x", "=1", ".x", "x.", " x", "a\nb", "很" * 41],
)
def test_what_no_file_can_be_called_is_no_name(text: str) -> None:
    assert not may_be_name(text)


def test_a_name_is_given_once_whatever_its_case_and_width() -> None:
    names = Names(["培训.PNG"])
    assert names.free(["培训"], "图", ".png") == "培训（2）.png"
    assert names.free(["Ａ"], "图", ".png") == "Ａ.png"
    assert names.free(["a"], "图", ".png") == "a（2）.png"


def test_what_has_no_name_gets_a_number() -> None:
    names = Names(["图1.png"])
    assert [names.free(["", "a/b"], "图", ".png") for _ in range(2)] == ["图2.png", "图3.png"]


def test_a_file_keeps_the_ending_that_says_what_it_is() -> None:
    assert ending_for("jpeg", "培训.JPEG") == ".JPEG"
    assert ending_for("jpeg", "培训.png") == ".jpg"
    assert ending_for("png", "") == ".png"
    assert stem_of("照片\\培训.1.png") == "培训.1"
