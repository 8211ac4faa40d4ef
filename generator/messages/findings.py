"""Findings as lines on the screen, for people who have never seen code."""

from collections.abc import Iterator, Sequence

from generator.form.chinese import listed
from generator.messages.emphasis import Emphasis, Paint
from generator.model.expected_and_found import numbers_said, says_numbers
from generator.model.finding import Finding
from generator.model.reading_order import Group, Standing
from generator.model.report import Verification

_EMPHASES = {
    Standing.HOLDS_BACK: Emphasis.ALARM,
    Standing.WRONG: Emphasis.RED,
    Standing.NOTICE: Emphasis.YELLOW,
    Standing.VERIFIED: Emphasis.GREEN,
    Standing.UNCHECKED: Emphasis.NONE,
}
_LONGEST_QUOTE = 100
_WIDE_SPACE = "\u3000"
_CANNOT_BE_RELEASED = "已有核对记录（{}），但这类错误必须改正，不能用核对记录放行"


def tally(groups: Sequence[Group]) -> str:
    """Say in one line how many there are of each: 必须改正的错误 2 处，提示 5 处."""
    pressing = [group for group in groups if group.standing not in _SETTLED]
    said = "，".join(f"{group.standing.split('，')[0]} {_count(group)}" for group in groups)
    if pressing:
        return said
    return f"没有要处理的问题（{said}）" if said else "没有发现问题"


def finding_lines(groups: Sequence[Group], paint: Paint) -> Iterator[str]:
    """Yield the findings, group by group."""
    for group in groups:
        yield paint(f"{group.standing}（{_count(group)}）：", _EMPHASES[group.standing])
        if group.standing == Standing.UNCHECKED:
            yield from _unchecked(group)
            continue
        start = 1
        for name, findings in group.places:
            if name:
                count = f"（{len(findings)} 处）" if len(group.places) > 1 else ""
                yield f"{paint(_on_one_line(name), Emphasis.BOLD)}{count}"
            for order, finding in enumerate(findings, start):
                yield from _finding(order, finding, group.standing, paint)
            start += len(findings)


def verification_said(verified: Verification) -> str:
    """Return who verified, when and why."""
    day = f"，{verified.day}" if verified.day else ""
    return _on_one_line(f"{verified.person}{day}：{verified.reason}")


def _finding(order: int, finding: Finding, standing: Standing, paint: Paint) -> Iterator[str]:
    key = paint(f"〔{finding.key}〕", _EMPHASES[standing])
    spot = f"{finding.place.spot}：" if finding.place.spot else ""
    yield f"  {order}. {key}{_on_one_line(f'{spot}{finding.message}')}。"
    beneath = " " * (len(f"{order}") + 4)
    if finding.quote and finding.quote not in finding.message:
        yield f"{beneath}原文：“{_on_one_line(_short(finding.quote))}”"
    if not says_numbers(finding):
        yield f"{beneath}{numbers_said(finding)}"
    if standing == Standing.VERIFIED and finding.verified:
        yield f"{beneath}{verification_said(finding.verified)}"
        return
    yield f"{beneath}怎么办：{_on_one_line(finding.advice)}。"
    if finding.verified:
        yield f"{beneath}{_CANNOT_BE_RELEASED.format(verification_said(finding.verified))}。"


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}……"


def _on_one_line(text: str) -> str:
    """Return the text without line breaks, and without what a terminal would obey."""
    return "".join(
        character if character.isprintable() or character == _WIDE_SPACE else " "
        for character in text
    )


def _unchecked(group: Group) -> Iterator[str]:
    """Yield a line for each reason, with all the rules that it keeps from being checked."""
    reasons: dict[str, list[str]] = {}
    for finding in group.findings:
        reason = _on_one_line(f"{finding.message}。{finding.advice}。")
        reasons.setdefault(reason, []).append(finding.rule)
    for reason, rules in reasons.items():
        yield f"  {listed(dict.fromkeys(rules))}：{reason}"


def _count(group: Group) -> str:
    if group.standing == Standing.UNCHECKED:
        return f"{len({finding.rule for finding in group.findings})} 项规则"
    return f"{len(group.findings)} 处"


_SETTLED = (Standing.VERIFIED, Standing.UNCHECKED)
