"""The rules of a place that hold for a report: its own, and those handed down to its office."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.model.report import LocalRule
from generator.model.typed_input.local_demands import Demand
from generator.model.typed_input.local_rules import Requirement, requirements_of

GROUP = ("L", "本地规则")
"""How their ids begin, and what they are, in the catalogue of rules."""


def in_force(
    own: Iterable[LocalRule], handed_down: Iterable[LocalRule], form: Form
) -> tuple[Requirement, ...]:
    """Return what is asked of a report, each rule with a number.

    One of its own replaces the one handed down that has its number; else both hold. Rules without
    a number get the first that are free, those handed down first: they have the same everywhere.
    """
    theirs = _numbered(requirements_of(handed_down, form)[0], taken=set())
    mine, _ = requirements_of(own, form)
    replaced = {one.id for one in mine if one.id}
    numbered = _numbered(mine, taken={one.id for one in theirs})
    return (*numbered, *(one for one in theirs if one.id not in replaced))


def _numbered(found: Sequence[Requirement], taken: set[str]) -> list[Requirement]:
    taken = taken | {one.id for one in found}
    free = _free(taken)
    return [one if one.id else one._replace(id=next(free)) for one in found]


def _free(taken: set[str]) -> Iterator[str]:
    return (name for number in count(1) if (name := f"{GROUP[0]}{number:02}") not in taken)


def title_of(one: Requirement) -> str:
    """Return what is right, in a few words."""
    match one.demand:
        case Demand.AT_MOST | Demand.AT_LEAST:
            return f"“{one.scope}”{one.demand.removeprefix('篇幅')} {one.asked.length} 字"
        case Demand.SAYS | Demand.NEVER_SAYS:
            words = listed(f"“{word}”" for word in one.asked.names)
            return f"“{one.scope}”{one.demand}{words}"
        case Demand.STATES:
            names = listed(f"【{name}】" for name in one.asked.names)
            return f"“{one.scope}”里写明{names}"
        case Demand.PUBLISHED_BY:
            month, day = one.asked.day or (0, 0)
            return f"下一年 {month}月{day}日以前公布"


def as_rule(one: Requirement) -> Rule:
    """Return a rule of a place as one of the form's own is written down."""
    return Rule(
        one.id,
        title_of(one),
        one.severity,
        one.typed.basis or "没有写",
        f"{_EXPLAINED[one.demand]}出处：{one.typed.place}。",
    )


_EXPLAINED = {
    Demand.AT_MOST: "算印出来的小标题和文字，空格不算，标点算；规定的一级标题和表格不算。",
    Demand.AT_LEAST: "算印出来的小标题和文字，空格不算，标点算；规定的一级标题和表格不算。",
    Demand.SAYS: "小标题里写到也算；不管中间的空格。",
    Demand.NEVER_SAYS: "小标题里出现也算；不管中间的空格。",
    Demand.STATES: "引用了【名称】，或者写出了这个数，就算有；数是 0 的，写“未”“无”“没有”也算。",
    Demand.PUBLISHED_BY: "看『基本信息』的成文日期和正文里写的公布日期，代替程序自带的期限。",
}
