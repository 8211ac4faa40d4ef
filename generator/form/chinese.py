"""Chinese formatting of what the program itself writes: numbers, dates, numbering and lists.

What people typed is never passed through here.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

_LOCALE = "zh_Hans_CN"
_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_NOT_ZERO = re.compile("[1-9]")
_WHOLE = re.compile("0|[1-9][0-9]*")


def numeral(number: int) -> str:
    """Return 1 to 9999 in Chinese as headings are numbered: 一, 十, 十一, 二十, 一百零一."""
    if not 1 <= number < 10 ** len(_UNITS):
        raise ValueError(f"numeral takes 1 to 9999, not {number}")
    text = ""
    digits = [int(digit) for digit in str(number)]
    for index, digit in enumerate(digits):
        if digit:
            text += _DIGITS[digit] + _UNITS[len(digits) - 1 - index]
        elif text and not text.endswith(_DIGITS[0]):
            text += _DIGITS[0]
    text = text.removesuffix(_DIGITS[0])
    return text[1:] if text.startswith("一十") else text


def counted(number: int, things: str) -> str:
    """Return how many things there are, as people say it: 一张表, 两张表, 六个部分."""
    return f"{'两' if number == 2 else numeral(number)}{things}"  # noqa: PLR2004 - 二 is the second


def heading_number(level: int, number: int) -> str:
    """Return the number of a heading: level 1 一、 level 2 （一） level 3 1. level 4 （1）."""
    match level:
        case 1:
            return f"{numeral(number)}、"
        case 2:
            return f"（{numeral(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
    raise ValueError(f"a heading has level 1 to 4, not {level}")


def number(value: Decimal | int) -> str:
    """Return a count or an amount in plain digits: no separators, no noise."""
    written = str(value)
    return written if _WHOLE.fullmatch(written) else _plain(written)


@lru_cache(maxsize=4096)
def _plain(value: str) -> str:
    """Format a number that is not whole, is below zero, or is written with an exponent."""
    from babel.numbers import format_decimal  # most reports count whole things

    exact = Decimal(value)
    with localcontext(prec=len(f"{exact:f}") + 1):  # the text may hold a number of any length
        text = format_decimal(exact, "0.#", locale=_LOCALE, decimal_quantization=False)
    return _unsigned_zero(text.removesuffix(".0"))


def _unsigned_zero(text: str) -> str:
    """Return 0 for -0, which is left of a small negative number, or of what somebody typed."""
    return text if _NOT_ZERO.search(text) else text.removeprefix("-")


def percent(ratio: Decimal, digits: int, *, all_digits: bool = False) -> str:
    """Return a ratio as a percentage with at most that many decimals: 0.5 is 50%.

    With `all_digits` it has exactly so many: 50.0%.
    """
    from babel.numbers import format_percent

    pattern = "0." + ("0" if all_digits else "#") * digits + "%" if digits else "0%"
    with localcontext(rounding=ROUND_HALF_UP):  # as Excel and people do
        return _unsigned_zero(str(format_percent(ratio, pattern, locale=_LOCALE)))


def day(value: date) -> str:
    """Return a date as 2024年1月31日."""
    return f"{value.year}年{value.month}月{value.day}日"


def listed(items: Iterable[str]) -> str:
    """Return the items joined by 、."""
    return "、".join(items)
