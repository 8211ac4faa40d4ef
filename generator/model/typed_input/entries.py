"""Lines of 基本信息 as they were filled in, and names that people give."""

import re
from collections.abc import Collection
from datetime import date, datetime

from generator.form.labels import label_key
from generator.form.vocabulary import EntrySpec, Form
from generator.model.typed_input.number import understand

_WRITTEN_DATE = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?")
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
            return _date(given)
        case "year":
            return _year(str(given).strip())
        case "choice":
            text = str(given).strip()
            return text if text in spec.choices else None
    return given.strip() or None if isinstance(given, str) else None


def _year(text: str) -> int | None:
    number = understand(text.removesuffix("年")).value
    if number is None or number != number.to_integral_value():
        return None
    return int(number) if _FIRST_YEAR <= number <= _LAST_YEAR else None


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    written = _WRITTEN_DATE.fullmatch(label_key(str(value)))
    if not written:
        return None
    try:
        return date(*(int(number) for number in written.groups()))
    except ValueError:
        return None


def unusable_name(name: str) -> bool:
    """Tell whether text could not cite a name: it is empty or holds brackets."""
    return not name.strip() or bool(_BRACKETS & set(name))


def name_taken(name: str, form: Form, others: Collection[str]) -> bool:
    """Tell whether a name means something else already."""
    sums = {total.name for total in form.sums}
    entries = {entry.name for entry in form.entries}
    return name in form.figures or name in sums or name in entries or name in others
