"""The number that a cell must hold to show what somebody wrote."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"([+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,15})(?:\.\d{1,15})?)(%?)", re.ASCII)
_PERCENT = 100


def number_meant(text: str) -> Decimal | None:
    """Return the number that a text shows, 12.5% as 0.125; None where it is words."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    value = Decimal(found[1].replace(",", "").replace("，", ""))
    return value / _PERCENT if found[2] else value
