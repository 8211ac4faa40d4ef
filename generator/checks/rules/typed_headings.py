"""结构: numbers and headings typed into the text, which the program prints itself."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.form.rules import Rule
from generator.model.finding import Finding, wrong
from generator.model.report import BODY, FOURTH_LEVEL, SECOND_LEVEL, THIRD_LEVEL, Paragraph

_FIRST_LEVEL, _NO_LEVEL = 1, FOURTH_LEVEL + 1
_NUMERALS = "一二三四五六七八九十"
_NUMBER = (
    rf"(?P<l{SECOND_LEVEL}>[（(][{_NUMERALS}]{{1,3}}[）)])"
    rf"|(?P<l{FOURTH_LEVEL}>[（(]\d{{1,2}}[）)]|\d{{1,2}}[）)])"
    rf"|(?P<l{_FIRST_LEVEL}>[{_NUMERALS}]{{1,3}}、(?![{_NUMERALS}]))"
    rf"|(?P<l{THIRD_LEVEL}>\d{{1,2}}[、．.](?!\d))"
    rf"|(?P<l{_NO_LEVEL}>[①-⑳])"
)
_TYPED_NUMBER, _INNER_NUMBER = re.compile(_NUMBER), re.compile(rf"(?<=[。；;：:，\s])(?:{_NUMBER})")
"""Numbers as headings have them; not 1.2万人次, 2023年, （2023年）, 一、二级."""
_LEVELS = {SECOND_LEVEL: "（一）", THIRD_LEVEL: "1.", FOURTH_LEVEL: "（1）"}
_A_TITLE = re.compile(r"(?P<title>[^，。；：:\n]{2,30})(?:[。：:]|\n|$)")
_ENDS_A_NAME = re.compile(r"(?:方面|工作|情况)*(?:[。：:\s]|$)")
_ABOUT = re.compile(r"(?:方面|工作|情况)+$")
_SHORTEST_NAME = 4
"""Characters below which the name of a heading is a word like any other."""


@dataclass(frozen=True)
class TypedNumber:
    """A number that a text begins with."""

    typed: str
    level: int
    """Of headings that are numbered so; ① is below them all."""
    rest: str
    """What follows it."""


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


def headings_in_text(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find text that begins with a number of its own, or with the name of another heading."""
    sections = {section.heading: None for section in case.form.sections}
    for section in range(1, len(case.form.sections) + 1):
        lines = [line.source for line in case.section(section)]
        names = {_name(line.heading): line for line in lines if line.level and line.heading}
        counted = _counted_by_the_program(lines)
        above: Paragraph | None = None
        for line, levels in zip(lines, counted, strict=True):
            above = line if line.level else above
            number = typed_number(line.text)
            known = {**sections, **names} if number else names
            name = _named_first(number.rest if number else line.text.lstrip(), known, above)
            if line.level and line.heading:
                found = _under_a_heading(rule, line, number, name)
            elif line.level == BODY:
                found = _in_body(rule, line, number, name, levels)
            else:
                found = None  # a number before a text without heading is S06
            if found:
                yield found


def _under_a_heading(
    rule: Rule, line: Paragraph, number: TypedNumber | None, name: str
) -> Finding | None:
    """Tell what a heading's own text begins with; a list below it may begin with a number."""
    if not number and not name:
        return None
    if number and not name and number.level > line.level and _is_a_list(number, line):
        return None
    typed = f"序号“{number.typed}”" if number else ""
    other = f"另一个标题“{name}”" if name else ""
    return wrong(
        rule.id,
        line.place,
        f"这一行的标题是“{line.heading}”，正文却以{typed}{'和' if typed and other else ''}{other}开头",
        "粘贴时错了一行的，请把正文移到对应的标题右边；序号和标题由程序印出，请从正文里删去",
        quote=clip(line.text),
    )


def _is_a_list(number: TypedNumber, line: Paragraph) -> bool:
    """Tell whether a list begins in the text, or goes on there from its heading."""
    others = _INNER_NUMBER.finditer(f"{line.heading}\n{number.rest}")
    return any(other.lastgroup == f"l{number.level}" for other in others)


def _in_body(
    rule: Rule, line: Paragraph, number: TypedNumber | None, name: str, levels: Collection[int]
) -> Finding | None:
    """Tell what a paragraph without heading begins with, where the program numbers as well."""
    if not number:
        return None
    if not name and number.level not in levels:
        return None
    said = f"和标题“{name}”" if name else ""
    advice = how_to_fill_in(number) or "请删去序号"
    return wrong(
        rule.id,
        line.place,
        f"正文以序号“{number.typed}”{said}开头，而这里的标题由程序编号，序号会重复",
        f"是标题的，请改填：{advice}；粘贴时错了一行的，请移到对应的标题右边",
        quote=clip(line.text),
    )


def _counted_by_the_program(lines: Sequence[Paragraph]) -> list[set[int]]:
    """Return for each line the levels that the program numbers beside it, under one heading."""
    above, below = _open_levels(lines), _open_levels(lines[::-1])[::-1]
    return [one | other for one, other in zip(above, below, strict=True)]


def _open_levels(lines: Sequence[Paragraph]) -> list[set[int]]:
    """Return the levels of the headings before each line, up to the next higher ones."""
    found: list[set[int]] = []
    levels: set[int] = set()
    for line in lines:
        found.append(levels)
        if line.level:
            levels = {level for level in levels if level < line.level} | {line.level}
    return found


def _name(heading: str) -> str:
    """Return what a heading names: 主动公开 of 主动公开情况。."""
    bare = heading.strip().rstrip("。：:")
    short = _ABOUT.sub("", bare)
    return short if len(short) >= _SHORTEST_NAME else bare


def _named_first(text: str, names: Mapping[str, Paragraph | None], own: Paragraph | None) -> str:
    """Return the name of another heading with which a text begins as a heading does."""
    for name, line in names.items():
        if (
            len(name) >= _SHORTEST_NAME
            and (line is None or line is not own)
            and text.startswith(name)
        ):
            if _ENDS_A_NAME.match(text, len(name)):
                return name
    return ""
