"""Numbers of headings that people typed themselves."""

import re
from dataclasses import dataclass

from generator.model.report import FOURTH_LEVEL, SECOND_LEVEL, THIRD_LEVEL

FIRST_LEVEL, _NO_LEVEL = 1, FOURTH_LEVEL + 1
_NUMERALS = "一二三四五六七八九十"
_NUMBER = (
    rf"(?P<l{SECOND_LEVEL}>[（(][{_NUMERALS}]{{1,3}}[）)])"
    rf"|(?P<l{FOURTH_LEVEL}>[（(]\d{{1,2}}[）)]|\d{{1,2}}[）)])"
    rf"|(?P<l{FIRST_LEVEL}>[{_NUMERALS}]{{1,3}}、(?![{_NUMERALS}]))"
    rf"|(?P<l{THIRD_LEVEL}>\d{{1,2}}[、．.](?!\d))"
    rf"|(?P<l{_NO_LEVEL}>[①-⑳])"
)
_TYPED_NUMBER, _INNER_NUMBER = re.compile(_NUMBER), re.compile(rf"(?<=[。；;：:，\s])(?:{_NUMBER})")
"""Numbers as headings have them; not 1.2万人次, 2023年, （2023年）, 一、二级."""
_LEVELS = {SECOND_LEVEL: "（一）", THIRD_LEVEL: "1.", FOURTH_LEVEL: "（1）"}
_A_TITLE = re.compile(r"(?P<title>[^，。；：:\n]{2,30})(?:[。：:]|\n|$)")


@dataclass(frozen=True)
class TypedNumber:
    """A number that a text begins with."""

    typed: str
    level: int
    """Of headings that are numbered so; ① is below them all."""
    rest: str
    """What follows it."""

    def within(self, text: str) -> bool:
        """Tell whether a number of the same level stands in a text: both are of a list in it."""
        others = _INNER_NUMBER.finditer(text)
        return any(other.lastgroup == f"l{self.level}" for other in others)


def typed_number(text: str) -> TypedNumber | None:
    """Return the number that a text begins with, as headings are numbered."""
    start = text.lstrip()
    found = _TYPED_NUMBER.match(start)
    if not found or not found.lastgroup:
        return None
    return TypedNumber(found[0], int(found.lastgroup[1:]), start[found.end() :].lstrip())


def how_to_fill_in(number: TypedNumber) -> str:
    """Tell in which columns a number and a heading typed into the text belong; empty for ①."""
    if number.level not in _LEVELS:
        return ""
    title = _A_TITLE.match(number.rest)
    heading = f"，“标题”填“{title['title'].strip()}”" if title else ""
    return f"“层级”选“{_LEVELS[number.level]}”{heading}，序号不写"
