"""结构: what a section must say. Which section, and what, is for the rule to tell."""

import re
from collections.abc import Iterator, Sequence

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.checks.text.quantities import plain
from generator.form.chinese import listed, numeral
from generator.form.pattern import Pattern
from generator.form.rules import Rule, Words
from generator.model.finding import Finding, held_back, notice, unchecked, wrong
from generator.model.report import SECOND_LEVEL, Paragraph, Place

_CLAUSE = Pattern(r"[^，。；]+")
_AWAITS = Pattern("有待|亟待")
_STILL_TO_DO = Pattern(r"(?:还需|仍需|尚需|需要?|不够|不足).*", re.DOTALL)
_NOTHING = Pattern(
    r"(?:本年度?|我局|本机关|暂|目前|经自查|均|，)*(?:无|没有|不存在)(?:问题|其他|此类|需要报告的?事项|情况|。)*"
)
_MEASURES = Pattern(
    r"^(?:进一步|不断|持续|切实|继续|着力|全面)*(?:提高|加强|推进|完善|强化|提升|优化|健全|加大|拓宽|拓展|深化|规范|落实|做好)"
)
_SAYS_SO_ITSELF = Pattern("[：:].{6}")
"""主要问题：人员变动频繁，业务不熟 is a heading with its text."""
_SHORTEST_ITEM = 8
_ITEMS = Pattern(r"(?:^|(?<=[。；]))\s*(?:\d+[.．、]|[（(]\d+[）)]|[一二三四五六]是)")


def topics_of_a_section(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a section that does not speak of all its topics, which are told at once."""
    for number in case.sections_of(rule):
        yield from _empty(case, rule, number)
        text = _text(case, number)
        missing = _missing(rule.words, text) if text else []
        if not missing:
            continue
        place, label = _place(case, number), _label(number)
        if case.knows(number):
            topics = listed(f"“{topic.name}”" for topic in missing)
            yield wrong(rule.id, place, f"{label}没有写到{topics}", rule.advice)
        else:
            yield unchecked(rule.id, place, f"{label}的正文不全", "请补齐正文再核对")


def matters_of_a_section(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a section that does not state a matter which it has to."""
    for number in case.sections_of(rule):
        yield from _empty(case, rule, number)
        text = _text(case, number)
        if text and case.knows(number):
            yield from _left_out(case, rule, number, _missing(rule.words, text))


def problems_and_remedies(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a section without problems or without remedies, which the rule's two words find."""
    problems, remedies = rule.words
    for number in case.sections_of(rule):
        yield from _empty(case, rule, number)
        text = _text(case, number)
        if not text or not case.knows(number):
            continue
        if _NOTHING.fullmatch(text):
            message = f"{_label(number)}只写了没有问题"
            advice = f"请写明{problems.name}和{remedies.name}"
            yield held_back(rule.id, _place(case, number), message, advice)
            continue
        missing = [*_missing([problems], text), *_missing([remedies], _done(text))]
        yield from _left_out(case, rule, number, missing)
        yield from _headings_without_text(case, rule, number)
        yield from _measures_among_problems(case, rule, number)


def _missing(words: Sequence[Words], text: str) -> list[Words]:
    return [one for one in words if not re.search(one.pattern, text)]


def _left_out(case: Case, rule: Rule, number: int, missing: Sequence[Words]) -> Iterator[Finding]:
    for words in missing:
        message = f"{_label(number)}没有写{words.name}"
        advice = words.advice or f"请补写{words.name}"
        yield wrong(rule.id, _place(case, number), message, advice)


def _done(text: str) -> str:
    """Return a text without what it says is still to be done, clause by clause."""
    return _CLAUSE.sub(
        lambda clause: "" if _AWAITS.search(clause[0]) else _STILL_TO_DO.sub("", clause[0]), text
    )


def _headings_without_text(case: Case, rule: Rule, number: int) -> Iterator[Finding]:
    """Find a heading with nothing, or 无, under it."""
    lines = case.section(number)
    for index, line in enumerate(lines):
        if line.source.level != SECOND_LEVEL or not line.heading or line.text.strip("无。 "):
            continue
        if _SAYS_SO_ITSELF.search(line.heading):
            continue
        under = []
        for later in lines[index + 1 :]:
            if later.source.level == SECOND_LEVEL:
                break
            under.append((later.heading + later.text).strip("无。 "))
        if not any(under):
            message = f"“{line.heading}”下面没有内容"
            place = line.source.heading_place
            yield held_back(rule.id, place, message, "请补写，不能空着或只写“无”")


def _measures_among_problems(case: Case, rule: Rule, number: int) -> Iterator[Finding]:
    """Find items under 问题 that say what to do instead of what is wrong."""
    problems, remedies = rule.words
    among_problems = False
    for line in case.section(number):
        if line.source.level == SECOND_LEVEL or re.match(r"[（(][一二三]", line.text):
            among_problems = bool(re.search("问题|不足", line.heading or line.text[:20]))
        if not among_problems:
            continue
        own = line.source.level > SECOND_LEVEL  # a row of its own is one item
        items = [line.heading + line.text] if own else _ITEMS.split(line.text)
        for item in items:
            measure = _MEASURES.match(item.strip())
            if measure and len(item) >= _SHORTEST_ITEM and _missing([problems], item):
                yield notice(
                    rule.id,
                    line.place,
                    f"“{clip(item.strip())}”写在存在的问题里，却像是措施",
                    f"请写明是什么问题，措施移到{remedies.name}里",
                    quote=clip(item.strip()),
                )


def _empty(case: Case, rule: Rule, number: int) -> Iterator[Finding]:
    """Find a part with nothing but its proposed headings."""
    section = case.form.sections[number - 1]
    for part in case.form.parts:
        if part.section != number or part.name in case.report.unknown:
            continue
        if not says_anything(case.report.part(part.name), section.topics):
            message = f"“{part.label}”一个字的正文也没有"
            advice = f"请在『正文』表“部分”为“{part.label}”的行里填写"
            yield held_back(rule.id, Place(case.report.file, "正文"), message, advice)


def says_anything(paragraphs: Sequence[Paragraph], proposed: Sequence[str]) -> bool:
    """Tell whether there is more than the headings that a new workbook proposes."""
    return any(
        paragraph.text.strip() or paragraph.heading.strip() not in ("", *proposed)
        for paragraph in paragraphs
    )


def _text(case: Case, number: int) -> str:
    proposed = case.form.sections[number - 1].topics
    said = (
        plain(("" if line.heading in proposed and not line.text else line.heading) + line.text)
        for line in case.section(number)
    )
    return "".join(f"{line.removesuffix('。')}。" for line in said if line)


def _label(number: int) -> str:
    return f"第{numeral(number)}部分"


def _place(case: Case, number: int) -> Place:
    lines = case.section(number)
    return lines[0].place if lines else case.place
