"""Whether two cells show the same, however a number in them is written."""

from decimal import Decimal
from typing import NamedTuple

from generator.form.pattern import Pattern

_NUMBER = Pattern(r"([+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)(%?)")


class PlainNumber(NamedTuple):
    """A number as it is shown, with nothing beside it."""

    value: Decimal
    of_hundred: bool
    """Whether a % follows it."""


def plain_number(text: str) -> PlainNumber | None:
    """Return the number that a text is: 1,200 or 12.5%; None where it says something else."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    return PlainNumber(Decimal(found[1].replace(",", "").replace("，", "")), bool(found[2]))


def same_shown(one: str, other: str) -> bool:
    """Tell whether two texts are the same, or the same number: 12.50 and 12.5, 1,200 and 1200."""
    if one.split() == other.split():
        return True
    mine = plain_number(one)
    return mine is not None and mine == plain_number(other)
