"""Numbers and names of headings that people typed into a text themselves."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.form.pattern import Pattern
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
_TYPED_NUMBER, _INNER_NUMBER = Pattern(_NUMBER), Pattern(rf"(?<=[。；;：:，\s])(?:{_NUMBER})")
"""Numbers as headings have them; not 1.2万人次, 2023年, （2023年）, 一、二级."""
_LEVELS = {SECOND_LEVEL: "（一）", THIRD_LEVEL: "1.", FOURTH_LEVEL: "（1）"}
_ENDS_A_NAME = Pattern(r"(?:方面|工作|情况)*(?:[。：:\s]|$)")
_ABOUT = Pattern(r"(?:方面|工作|情况)+$")
_SHORTEST_NAME = 4
"""Characters below which the name of a heading is a word like any other."""
_A_TITLE = Pattern(r"(?P<title>[^，。；：:\n]{2,30})(?:[。：:]|\n|$)")


class TypedNumber(NamedTuple):
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


def name_of(heading: str) -> str:
    """Return what a heading names: 主动公开 of 主动公开情况。."""
    bare = heading.strip().rstrip("。：:")
    short = _ABOUT.sub("", bare)
    return short if len(short) >= _SHORTEST_NAME else bare


def named_first(text: str, names: Iterable[str]) -> str:
    """Return the name with which a text begins as a heading does; empty where there is none."""
    found = (name for name in names if len(name) >= _SHORTEST_NAME and text.startswith(name))
    return next((name for name in found if _ENDS_A_NAME.match(text, len(name))), "")
