"""Whether two cells show the same."""

from generator.manuscript.review.exhibits.same_shown import same_shown
from tests.few import each


@each(
    "one, other, same",
    [
        ("12.50", "12.5", True),
        ("1,200", "1200", True),
        ("98.50%", "98.5%", True),
        (" 甲 镇 ", "甲 镇", True),
        ("98.5%", "98.5", False),
        ("12", "12件", False),
        ("—", "0", False),
        ("", "0", False),
        ("12", "13", False),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one: str, other: str, *, same: bool) -> None:
    assert same_shown(one, other) is same
    assert same_shown(other, one) is same
