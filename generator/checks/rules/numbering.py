"""结构: the numbers of headings: （一）, 1. and （1）; numbers and headings typed into the text."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from generator.checks.case import Case
from generator.checks.rules.quoting import cells_of_lines, clip
from generator.checks.text.typed_numbers import (
    FIRST_LEVEL,
    TypedNumber,
    how_to_fill_in,
    name_of,
    named_first,
    typed_number,
)
from generator.form.chinese import numeral
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, wrong
from generator.model.narrative import PrintedParagraph
from generator.model.report import BODY, SECOND_LEVEL, Paragraph

_SECOND = Pattern(r"(?<!第)(?P<open>[（(])(?P<number>[一二三四五六七八九十]{1,3})(?P<close>[）)])")
_THIRD = Pattern(r"\d{1,2}(?:[、．]|\.(?!\d))")
_POINTS = Pattern(r"(?:^|(?<=[。；：，]))(?P<number>[一二三四五六七八九十])是(?!否|不)")
_LEVELS = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


def numbering(case: Case, rule: Rule) -> Iterator[Finding]:
    """Numbers typed twice, left out, out of step, or with mixed brackets."""
    yield from _typed_numbers(case, rule)
    yield from _jumps_of_level(case, rule)
    yield from _mixed_brackets(case, rule)
    for number in range(1, len(case.form.sections) + 1):
        if case.knows(number):
            yield from _gaps(rule, case.section(number))
            yield from _left_out_level(rule, case.section(number))
    yield from _points(case, rule)


def _typed_numbers(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a number typed before a heading, which the program numbers once more."""
    for paragraph in case.report.paragraphs:
        start = paragraph.heading or paragraph.text
        typed = typed_number(start)
        if paragraph.level and typed:
            fill_in = how_to_fill_in(typed)
            title = f"；是标题的，请改填：{fill_in}" if fill_in and not paragraph.heading else ""
            yield wrong(
                rule.id,
                paragraph.heading_place if paragraph.heading else paragraph.place,
                f"开头已经写了序号“{typed.typed}”，程序还会再编一次，印出来就重复了",
                f"请删去写上的序号；不要程序编号的，“层级”选“正文”{title}",
                quote=clip(start),
            )


def _jumps_of_level(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a level that comes two or more below the one before it."""
    for part in case.form.parts:
        above = 1
        for line in case.part(part.name):
            level = line.source.level
            if level == BODY:
                continue
            if level > above + 1:
                place = line.source.heading_place if line.heading else line.source.place
                yield notice(
                    rule.id,
                    place,
                    f"层级从“{_LEVELS[above]}”直接跳到“{_LEVELS[level]}”，中间少一级",
                    f"请改选“{_LEVELS[above + 1]}”，或补上中间一级的标题",
                    quote=clip(line.heading or line.text),
                )
            above = level


def _mixed_brackets(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find （一） and (一) in one report."""
    found = [
        (line, match)
        for line in case.this_years
        for match in _SECOND.finditer(line.heading + line.text)
        if match.start() == 0 or (line.heading + line.text)[match.start() - 1] in "。；\n "
    ]
    half = [(line, match) for line, match in found if match["open"] == "("]
    full = [match for _, match in found if match["open"] == "（"]
    if half and full:
        line, match = half[0]
        message = f"序号的括号有全角“{full[0][0]}”也有半角“{match[0]}”（{len(half)} 处半角）"
        place = line.source.place
        yield notice(rule.id, place, message, "请统一用全角括号，如（一）", quote=match[0])


def _gaps(rule: Rule, lines: Sequence[PrintedParagraph]) -> Iterator[Finding]:
    """Find typed numbers of the second level that do not follow one another."""
    due = 1
    for line in lines:
        for match in _SECOND.finditer(line.text):
            if match.start() and line.text[match.start() - 1] not in "。；\n ":
                continue
            if match["number"] == numeral(due):
                due += 1
            elif line.source.level and not match.start():
                continue  # is told as a number that should not be there
            elif match["number"] != numeral(1):
                message = f"序号“{match[0]}”前面应为“（{numeral(due)}）”，序号不连续"
                place, advice = line.source.place, "请核对序号，或补上漏掉的一项"
                yield notice(rule.id, place, message, advice, quote=match[0])
                return
            else:
                due = 2


def _left_out_level(rule: Rule, lines: Sequence[PrintedParagraph]) -> Iterator[Finding]:
    """Find 1. typed right under 一、, with no （一） anywhere in the section."""
    if any(line.source.level or _SECOND.match(line.text.lstrip()) for line in lines):
        return
    for line in lines:
        if typed := _THIRD.match(line.text.lstrip()):
            message = f"“一、”下面直接用了“{typed[0]}”，中间少“（一）”一级"
            advice = "请改用（一）（二）编号"
            yield notice(rule.id, line.place, message, advice, quote=clip(line.text))
            return


def _points(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find 一是, 二是, 四是 within one paragraph."""
    for line in case.lines:
        numbers = [match["number"] for match in _POINTS.finditer(line.text)]
        for before, after in pairwise(numbers):
            steps = "一二三四五六七八九十"
            if steps.index(after) > steps.index(before) + 1:
                message = f"“{before}是”之后是“{after}是”，序号不连续"
                place = line.source.place
                yield notice(rule.id, place, message, "请核对序号", quote=f"{after}是")
                break


_A_STATEMENT = Pattern("[：:].*[，、；。,;]")
"""A heading that is a sentence with its name before it: 问题：人手不足，业务不熟。"""


def headings_in_text(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find text that begins with a number of its own, or with the name of another heading."""
    sections = {section.heading: None for section in case.form.sections}
    for section in range(1, len(case.form.sections) + 1):
        lines = [line.source for line in case.section(section)]
        names = {name_of(line.heading): line for line in lines if line.level and line.heading}
        counted = _counted_by_the_program(lines)
        above: Paragraph | None = None
        for line, levels in zip(lines, counted, strict=True):
            above = line if line.level else above
            number = typed_number(line.text)
            of_a_section = number is not None and number.level == FIRST_LEVEL
            known = {**sections, **names} if of_a_section else names
            others = [one for one, of in known.items() if of is None or of is not above]
            name = named_first(number.rest if number else line.text.lstrip(), others)
            if line.level and line.heading:
                found = _under_a_heading(rule, line, number, name)
            elif line.level == BODY:
                found = _in_body(rule, line, number, name, levels)
            else:
                found = None  # a number before a text without heading is S06
            if found:
                yield found
        if not case.report.headings:  # a workbook, whose headings the program prints
            yield from _numbered_by_hand(rule, case.section(section), counted)


def _under_a_heading(
    rule: Rule, line: Paragraph, number: TypedNumber | None, name: str
) -> Finding | None:
    """Tell what a heading's own text begins with; a list below it may begin with a number."""
    a_list = (
        number and number.level > line.level and number.within(f"{line.heading}\n{number.rest}")
    )
    in_one_line = number and number.level == line.level and _A_STATEMENT.search(line.heading)
    if not name and (not number or a_list or in_one_line):
        return None
    typed = [f"序号“{number.typed}”"] if number else []
    other = [f"另一个标题“{name}”"] if name else []
    return wrong(
        rule.id,
        line.place,
        f"这一行的标题是“{line.heading}”，正文却以{'和'.join([*typed, *other])}开头",
        "粘贴时错了一行的，请把正文移到对应的标题右边；序号和标题由程序印出，请从正文里删去",
        quote=clip(line.text),
    )


def _in_body(
    rule: Rule, line: Paragraph, number: TypedNumber | None, name: str, levels: Collection[int]
) -> Finding | None:
    """Tell what a paragraph without heading begins with, where the program numbers as well."""
    if not number or (not name and number.level not in levels):
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


def _numbered_by_hand(
    rule: Rule, lines: Sequence[PrintedParagraph], counted: Sequence[Collection[int]]
) -> Iterator[Finding]:
    """Tell once where a section has its own （一） throughout, which is printed as plain text."""
    found = [
        (line, number)
        for line, levels in zip(lines, counted, strict=True)
        if line.source.level == BODY and (number := typed_number(line.source.text))
        if number.level == SECOND_LEVEL and SECOND_LEVEL not in levels
    ]
    if found:
        _, first = found[0]
        many = f"等 {len(found)} 个" if len(found) > 1 else ""
        yield notice(
            rule.id,
            cells_of_lines([line for line, _ in found]),
            f"序号“{first.typed}”{many}写在正文里，照普通文字印出，不是标题",
            f"要印成标题的，请改填：{how_to_fill_in(first)}；就要这样印的不必改",
            quote=clip(found[0][0].source.text),
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
