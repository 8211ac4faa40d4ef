"""Whether a date format shows a day that people read as the day that the cell holds."""

import re

from generator.form.pattern import Pattern

_ADDED = Pattern(r'"([^"]*)"|[\\!](.)|[_*].')
_IN_BRACKETS = Pattern(r"\[[^\]]*\]")
_OF_THE_SYSTEM = Pattern(r"\[\$-F800\].*|mm-dd-yy|m/d/yy h:mm", re.IGNORECASE)
"""Long and short day as the computer is set: in Chinese, year first, whatever is written there."""
_CLOCK = Pattern("am/pm|a/p|h+[^a-z]*m*|m+(?=[^a-z]*s)|s+(?:[.]0+)?")
_PARTS = Pattern("[ye]+|m+|d+")
_WEEKDAY, _BY_NAME = Pattern("d{3,}"), Pattern("m{3,4}")


def shows_whole_day(number_format: str) -> bool:
    """Tell whether a cell of this format shows year, month and day so that nobody misreads them.

    They stand in this order, unless the month has a name. Figures that the format adds would be
    read with the day.
    """
    section = number_format.split(";")[0]
    if _OF_THE_SYSTEM.fullmatch(section):
        return True
    added = "".join((found[1] or "") + (found[2] or "") for found in _ADDED.finditer(section))
    shown = _CLOCK.sub(" ", _ADDED.sub(" ", _IN_BRACKETS.sub("", section)).lower())
    if any(sign.isnumeric() for sign in added + shown):
        return False
    parts = [part for part in _PARTS.findall(shown) if not _WEEKDAY.fullmatch(part)]
    order = "".join(part[0] for part in parts).replace("e", "y")
    by_name = any(_BY_NAME.fullmatch(part) for part in parts)
    return sorted(order) == sorted("ymd") if by_name else order == "ymd"
