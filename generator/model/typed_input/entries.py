"""Lines of 基本信息 as they were filled in, and names that people give."""

from collections.abc import Collection
from datetime import date, datetime

from generator.form.labels import label_key
from generator.form.pattern import Pattern
from generator.form.vocabulary import EntrySpec, Form
from generator.model.typed_input.number import understand

_WRITTEN_DATE = Pattern(r"(\d{4})(?:[年./-](\d{1,2})[月./-](\d{1,2})[日号]?|(\d\d)(\d\d))")
_DAY_FIRST_OR_LAST = Pattern(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_MIDNIGHT = Pattern(r"(?<=\S)(?:\s+|T)0{1,2}(?:[:：]00){1,2}(?:\.0+)?(?:Z|[+]0{1,2}:?00)?\s*")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NEARLY_NUMERALS = str.maketrans({**dict.fromkeys("OoＯ", "〇"), "元": "一"})
"""What looks like 〇 and is a letter, and 元月."""
_TENS = (
    (Pattern("(?<=[一二三四五六七八九])十(?=[一二三四五六七八九])"), ""),  # 二十一 as 二一
    (Pattern("(?<=[一二三四五六七八九])十"), "〇"),
    (Pattern("十(?=[一二三四五六七八九])"), "一"),
    (Pattern("十"), "一〇"),
)
_FIRST_YEAR, _LAST_YEAR = 2008, 2099  # 《条例》 took effect in 2008
_BRACKETS = frozenset("【】{}")


def not_there(spec: EntrySpec) -> str:
    """Say that the line of an entry is gone: nothing was filled in that could be lost."""
    return f"找不到“{spec.name}”"


def not_filled(spec: EntrySpec) -> str:
    """Say that an entry was left blank: nothing was filled in that could be lost."""
    return f"“{spec.name}”没有填"


def entry_value(spec: EntrySpec, given: object) -> str | int | date | None:
    """Return what a line of 基本信息 means, None where that cannot be told."""
    match spec.kind:
        case "date":
            return day_of(given)
        case "year":
            return _year(str(given).strip())
        case "choice":
            text = str(given).strip()
            return text if text in spec.choices else None
    return given.strip() or None if isinstance(given, str) else None


def in_time(day: date) -> bool:
    """Tell whether a report may be of a day's year."""
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def _year(text: str) -> int | None:
    number = understand(text.removesuffix("年")).value
    if number is None or number != number.to_integral_value():
        return None
    return int(number) if _FIRST_YEAR <= number <= _LAST_YEAR else None


def day_of(value: object) -> date | None:
    """Return the day that a value means, None where that cannot be told."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value)
    midnight = _MIDNIGHT.search(text)
    if midnight and midnight.end() == len(text):  # before spaces go: 2023-1-1 00:00
        text = text[: midnight.start()]
    plain = _in_digits(label_key(text))
    written = _WRITTEN_DATE.fullmatch(plain)
    if not written:
        return _year_last(plain)
    return _day(*(int(number) for number in written.groups() if number))


def _year_last(text: str) -> date | None:
    """Return 12/31/2023 or 31/12/2023 as a day, where it can be only one: not 2/1/2023."""
    written = _DAY_FIRST_OR_LAST.fullmatch(text)
    if not written:
        return None
    first, second, year = map(int, written.groups())
    days = {_day(year, first, second), _day(year, second, first)} - {None}
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_digits(text: str) -> str:
    """Return 二〇二三年十二月三十一日 as 2023年12月31日, and 二O二三年元月 as 2023年1月."""
    text = text.translate(_NEARLY_NUMERALS)
    for tens, digits in _TENS:
        text = tens.sub(digits, text)
    return text.translate(_NUMERALS)


def unusable_name(name: str) -> bool:
    """Tell whether text could not cite a name: it is empty or holds brackets."""
    return not name.strip() or bool(_BRACKETS & set(name))


def name_taken(name: str, form: Form, others: Collection[str]) -> bool:
    """Tell whether a name means something else already."""
    sums = {total.name for total in form.sums}
    entries = {entry.name for entry in form.entries}
    return name in form.figures or name in sums or name in entries or name in others
