import pytest

from generator.messages.excerpts import clipped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" ", "（空格）"),
        ("\u00a0", "（不间断空格）"),
        ("甲\u200b乙", "甲（零宽空格）乙"),
        ("甲 乙", "甲 乙"),
        ("甲\n乙", "甲／乙"),
    ],
)
def test_signs_that_nobody_sees_are_named(text: str, shown: str) -> None:
    assert clipped(text) == shown
