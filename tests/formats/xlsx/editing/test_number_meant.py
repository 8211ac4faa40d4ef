"""The number that a cell must hold to show what somebody wrote."""

from decimal import Decimal

from generator.formats.xlsx.editing.number_meant import number_meant
from tests.few import each


@each(
    "text, number",
    [
        ("12", "12"),
        (" 1,234.50 ", "1234.50"),
        ("12.5%", "0.125"),
        ("-3", "-3"),
        ("12件", None),
        ("约12", None),
        ("1,23", None),
        ("", None),
        ("1234567890123456", None),
    ],
)
def test_only_a_plain_number_is_one(text: str, number: str | None) -> None:
    assert number_meant(text) == (None if number is None else Decimal(number))
