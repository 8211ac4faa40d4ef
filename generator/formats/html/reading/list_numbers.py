"""The numbers that browsers put before the items of a list."""

import re

from lxml import etree

from generator.form.chinese import numeral
from generator.formats.html.reading.looks import style_of
from generator.formats.html.reading.markup import tag_of

_CHINESE = {"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"}
_BY_TYPE = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_LETTERS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_WITHOUT = {"none", "disc", "circle", "square"}
_WHOLE = re.compile(r"\s*-?\d{1,6}\s*", re.ASCII)
_ALPHABET, _MOST_ROMAN, _MOST_CHINESE = 26, 39, 99


class ListNumbers:
    """Counts the items of the lists of a page, which are met in order."""

    def __init__(self) -> None:
        self._next: dict[etree._Element, int] = {}

    def of(self, item: etree._Element) -> str:
        """Return the number of an item as it is shown, with its sign; empty in other lists."""
        parent = item.getparent()
        if parent is None or tag_of(parent) != "ol":
            return ""
        if parent not in self._next:
            items = sum(tag_of(one) == "li" for one in parent)
            backwards = parent.get("reversed") is not None
            self._next[parent] = _whole(parent.get("start"), items if backwards else 1)
        number = _whole(item.get("value"), self._next[parent])
        self._next[parent] = number + (-1 if parent.get("reversed") is not None else 1)
        return _shown(number, _kind(item, parent))


def _kind(item: etree._Element, parent: etree._Element) -> str:
    for one in (item, parent):
        style = style_of(one)
        words = style.get("list-style-type") or style.get("list-style", "")
        if words and "inherit" not in words:
            return words.split()[0]
        if one.get("type"):
            return _BY_TYPE.get(one.get("type", ""), "decimal")
    return "decimal"


def _shown(number: int, kind: str) -> str:
    if kind in _WITHOUT:
        return ""
    if kind in _CHINESE and 1 <= number <= _MOST_CHINESE:
        return f"{numeral(number)}、"
    if kind in _LETTERS and 1 <= number <= _ALPHABET:
        return f"{chr(ord(_LETTERS[kind]) + number - 1)}."
    if kind.endswith("-roman") and 1 <= number <= _MOST_ROMAN:
        roman = _roman(number)
        return f"{roman.upper() if kind.startswith('upper') else roman}."
    return f"{number}."


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and _WHOLE.fullmatch(text) else otherwise
