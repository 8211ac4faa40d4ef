"""The end of a report: who signs it and when, and what is attached to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.form.labels import label_key
from generator.manuscript.importing.title import ORGAN_LIKE

_ATTACHED = re.compile(r"附(?:件|表|录|图|注)\s*[\d一二三四五六七八九十]{0,2}\s*(?:[:：.、]|$)")
_DAY = r"(?:20\d\d年\d{1,2}月\d{1,2}日|20\d\d[-./]\d{1,2}[-./]\d{1,2})"
_SPELLED = r"(?:二[〇零○]..年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
_DATE = re.compile(rf"^(?P<organ>[^\d。，；:]{{2,40}})?[((]?(?P<day>{_DAY}|{_SPELLED})[))]?$")
_NO_SIGNATURE = re.compile(r"[。，；：:,;\d（(]")
_LONGEST_SIGNATURE = 40
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_TEN = 10


@dataclass(frozen=True)
class Closing:
    """What was found after the text of the last section. Numbers are of lines, -1 for none."""

    signature: str = ""
    day: date | None = None
    lines: tuple[int, ...] = ()
    """The lines of the signature and the date."""
    attached: int = -1
    """Where the attachments begin."""


def closing_of(lines: Sequence[str], after: int, organ: str) -> Closing:
    """Return the closing of a report whose last heading, or table, is line `after`."""
    attached = next(
        (at for at in range(after, len(lines)) if _ATTACHED.match(lines[at].strip())), -1
    )
    for at in range(after, len(lines)):
        found = _DATE.match(label_key(lines[at]))
        day = _day(found["day"]) if found else None
        if not found or day is None:
            continue
        if found["organ"] and not ORGAN_LIKE.fullmatch(found["organ"]):
            continue
        if found["organ"]:
            return Closing(_before_date(lines[at]), day, (at,), attached)
        above = lines[at - 1].strip() if at > after else ""
        if _signs(above):
            return Closing(above, day, (at - 1, at), attached)
        if at == len(lines) - 1 or attached == at + 1:
            return Closing("", day, (at,), attached)
    last = attached - 1 if attached > after else len(lines) - 1
    if last >= after and organ and label_key(lines[last]) == label_key(organ):
        return Closing(lines[last].strip(), None, (last,), attached)
    return Closing(attached=attached)


def _signs(text: str) -> bool:
    short = 0 < len(text) <= _LONGEST_SIGNATURE
    return short and not _NO_SIGNATURE.search(text) and not _ATTACHED.match(text)


def _before_date(text: str) -> str:
    return re.split(r"[（(]?\s*(?:20\d\d|２|二[〇零○])", text.strip())[0].strip()


def _day(text: str) -> date | None:
    numbers = [_number(piece) for piece in re.split(r"[年月日./-]", text) if piece]
    try:
        return date(*numbers)
    except (TypeError, ValueError):
        return None


def _number(text: str) -> int:
    """Return 2024, 二〇二四, 一 or 二十一 as a number."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _TEN * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
    return int("".join(str(_DIGITS.get(digit, 0)) for digit in text) or 0)
