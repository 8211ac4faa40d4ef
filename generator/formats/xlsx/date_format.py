"""What a cell shows of a day or a time: Excel's date formats, where that is certain.

ECMA-376 part 1, 18.8.31. Names of months and weekdays, 上午 and 下午, Chinese numerals and
lengths of time are not worked out.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from generator.form.chinese import day

_PIECE = re.compile(
    r"""
      "(?P<quoted>[^"]*)" | [\\!](?P<escaped>.) | _(?P<space>.) | \*(?P<filler>.)
    | \[\$-(?!F[48]00)[0-9A-F]{1,8}\]
    | (?P<part>y+|m+|d+|h+|s+)
    | (?P<plain>[-\ /:.,()] | [^\x00-\x7f])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONG_DAY = re.compile(r"\[\$-F800\].*", re.IGNORECASE)
_AS_IN_CHINESE = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}
"""Built-in formats that show what is usual where the computer stands (18.8.30)."""
_NOON_MARKED = re.compile("上午|下午|am/pm|a/p", re.IGNORECASE)

_SHOWN: Mapping[str, Callable[[datetime], str]] = {
    "yyyy": lambda at: f"{at.year:04}",
    "yy": lambda at: f"{at.year % 100:02}",
    "m": lambda at: f"{at.month}",
    "mm": lambda at: f"{at.month:02}",
    "d": lambda at: f"{at.day}",
    "dd": lambda at: f"{at.day:02}",
    "h": lambda at: f"{at.hour}",
    "hh": lambda at: f"{at.hour:02}",
    "s": lambda at: f"{at.second}",
    "ss": lambda at: f"{at.second:02}",
}
_MINUTES: Mapping[str, Callable[[datetime], str]] = {
    "m": lambda at: f"{at.minute}",
    "mm": lambda at: f"{at.minute:02}",
}


def date_as_shown(value: date | time, number_format: str) -> str | None:
    """Return what a cell shows of a day or a time; None where this is not known for certain."""
    at = _moment(value)
    section = number_format.split(";")[0]
    if _LONG_DAY.fullmatch(section):
        return day(at)
    section = _AS_IN_CHINESE.get(section.lower(), section)
    parts = _parts(section)
    if parts is None or _NOON_MARKED.search(section):
        return None
    shown: list[str] = []
    for nth, (kind, what) in enumerate(parts):
        if kind != "part":
            shown.append(what)
            continue
        minutes = what in _MINUTES and _beside_hours_or_seconds(parts, nth)
        show = (_MINUTES if minutes else _SHOWN).get(what)
        if show is None or (isinstance(value, time) and not minutes and what[0] not in "hs"):
            return None
        shown.append(show(at))
    return "".join(shown).strip()


def _moment(value: date | time) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, time):
        return datetime.combine(date(1900, 1, 1), value)
    return datetime.combine(value, time())


def _parts(section: str) -> list[tuple[str, str]] | None:
    """Return the pieces of a format, each with its kind; None where any is not known."""
    parts: list[tuple[str, str]] = []
    at = 0
    while at < len(section):
        found = _PIECE.match(section, at)
        if not found:
            return None
        at, kind = found.end(), found.lastgroup
        if kind == "part":
            parts.append((kind, found[kind].lower()))
        elif kind == "space":
            parts.append(("said", " "))
        elif kind and kind != "filler":
            parts.append(("said", found[kind]))
    return parts


def _beside_hours_or_seconds(parts: list[tuple[str, str]], nth: int) -> bool:
    """Tell whether m means minutes: right after hours or right before seconds."""
    of_time = [(at, what[0]) for at, (kind, what) in enumerate(parts) if kind == "part"]
    place = [at for at, _ in of_time].index(nth)
    before = of_time[place - 1][1] if place else ""
    after = of_time[place + 1][1] if place + 1 < len(of_time) else ""
    return before == "h" or after == "s"
