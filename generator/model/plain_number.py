"""A number as files and programs take it."""

from decimal import Decimal


def plain_number(value: Decimal) -> int | float:
    """Return a whole number as one, any other as the nearest that a float holds."""
    return int(value) if value == value.to_integral_value() else float(value)
