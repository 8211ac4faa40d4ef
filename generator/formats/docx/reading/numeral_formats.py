"""Numbers as a numbered list shows them: ECMA-376 Part 1, 17.18.59 (ST_NumberFormat)."""

from collections.abc import Callable, Mapping
from functools import partial

from generator.form.chinese import numeral

_DIGITS = "〇一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_NUMERAL = 9999
_LARGEST_ROMAN = 3999
_LARGEST_LETTER = 780  # thirty times the alphabet, where Word ends, too
_ALPHABET = 26
_TEN, _HUNDRED = 10, 100


def in_format(number: int, kind: str) -> str:
    """Return a number in a format such as chineseCounting; decimal where that has none for it."""
    if kind == "none":
        return ""
    return _FORMATS.get(kind, str)(number) or str(number)


def _counting(number: int) -> str:
    """Return 一 to 九十九, and from there on digits: 一〇〇."""
    return numeral(number) if 1 <= number < _HUNDRED else _digits(number)


def _thousands(number: int) -> str:
    return numeral(number) if 1 <= number <= _LARGEST_NUMERAL else ""


def _legal(number: int) -> str:
    text = _thousands(number).translate(_LEGAL)
    return f"壹{text}" if text.startswith("拾") else text


def _japanese(number: int) -> str:
    """Return 十, 百一: no 一 before a unit and no 零."""
    text = _thousands(number).replace("零", "")
    for unit in "十百千":
        text = text.replace(f"一{unit}", unit)
    return text


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _row(first: str, length: int) -> str:
    """Return characters that follow each other in Unicode."""
    return "".join(chr(ord(first) + place) for place in range(length))


def _one_of(signs: str, number: int) -> str:
    return signs[number - 1] if 1 <= number <= len(signs) else ""


def _letters(first: str, number: int) -> str:
    """Return a to z, then aa, bb: the same letter again."""
    if not 1 <= number <= _LARGEST_LETTER:
        return ""
    times, place = divmod(number - 1, _ALPHABET)
    return chr(ord(first) + place) * (times + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _LARGEST_ROMAN:
        return ""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "chineseLegalSimplified": _legal,
    "japaneseCounting": _japanese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "ideographTraditional": partial(_one_of, "甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": partial(_one_of, "子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": partial(_one_of, _row("㊀", 10)),
    "decimalEnclosedCircle": partial(_one_of, _row("①", 20)),
    "decimalEnclosedCircleChinese": partial(_one_of, _row("①", 20)),
    "decimalEnclosedParen": partial(_one_of, _row("⑴", 20)),
    "decimalEnclosedFullstop": partial(_one_of, _row("⒈", 20)),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": partial(_letters, "a"),
    "upperLetter": partial(_letters, "A"),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
}
