"""What a cell shows of a number: Excel's number formats, as far as they are plain."""

import re
from decimal import ROUND_HALF_UP, Decimal

from generator.form import chinese

_SPACING = re.compile(r"_.|\*.|\[(?:Red|Black|Blue|Green|Color\d+|红色|黑色|蓝色)\]", re.IGNORECASE)
_PLAIN = re.compile(r"[#0,]*[#0](?:\.(?P<decimals>[0#]+))?(?P<percent>%?)")


def as_cell_shows(value: Decimal, number_format: str) -> str | None:
    """Return the number rounded as the cell shows it, without separators or trailing zeros.

    None where the format shows something else than the number: a literal %, words, thousands,
    nothing at all, a date.
    """
    if number_format == "General":
        return chinese.number(value)
    if value < 0 and ";" in number_format:
        return None  # a section of its own, which may hide the sign
    found = _PLAIN.fullmatch(_SPACING.sub("", number_format.split(";")[0]).strip())
    if not found or number_format.split(";")[0].rstrip().endswith(","):
        return None
    decimals = len(found["decimals"] or "")
    if found["percent"]:
        return chinese.percent(value, decimals)
    return chinese.number(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
