"""What a place types into 本地规则, and what it asks for. Never a guess."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.form.chinese import listed, numeral
from generator.form.labels import label_key
from generator.form.rules import Severity
from generator.form.vocabulary import Form
from generator.model.report import LocalRule

WHOLE_TEXT = "全文"
LEVELS = (Severity.NOTICE, Severity.ERROR)
"""What a place may say of its rule; the first where it says nothing."""
_ID = re.compile(r"L0*([1-9]\d{0,2})")
_LENGTH = re.compile(r"([1-9]\d{0,5}|[1-9]\d{0,2},\d{3})个?字?")
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})[日号](?:以前|之前|前)?")
_WORD = re.compile(r'“(?P<quoted>[^“”]+)”|"(?P<typewritten>[^"]+)"|(?P<plain>[^、；;\n“”"]+)')
_BETWEEN_NAMES = re.compile(r"[【】、；;，,\n]")
_LEAP_YEAR = 2024  # in which there is every day that a rule may name


class Demand(StrEnum):
    """What a rule of a place can ask for, as people choose it."""

    AT_MOST = "篇幅不超过"
    AT_LEAST = "篇幅不少于"
    SAYS = "必须写到"
    NEVER_SAYS = "不能出现"
    STATES = "必须引用的数"
    PUBLISHED_BY = "发布期限"


class Asked(NamedTuple):
    """What is demanded: one of these three."""

    length: int = 0
    """Characters."""
    names: tuple[str, ...] = ()
    """Words, or names of figures."""
    day: tuple[int, int] | None = None
    """Month and day of the year after the report's."""


@dataclass(frozen=True)
class Requirement:
    """A rule of a place as it was understood."""

    typed: LocalRule
    id: str
    """L01; empty where it is to be given."""
    demand: Demand
    scope: str
    """Where it holds, as messages call it: 全文, 开头 or the heading of a section."""
    parts: tuple[str, ...]
    """The parts of the form that are."""
    severity: Severity
    asked: Asked


@dataclass(frozen=True)
class Misunderstood:
    """Something in a rule that was not understood."""

    typed: LocalRule
    field: str
    """Of the typed rule."""
    message: str
    """What was expected, what was found, and what follows."""
    advice: str


def scopes(form: Form) -> dict[str, tuple[str, ...]]:
    """Return what a rule may be about, by what people choose, with the parts that it has."""
    opening, *others = form.parts
    by_section = {
        heading: tuple(part.name for part in others if part.section == number)
        for number, heading in enumerate(form.headings, 1)
    }
    return {
        WHOLE_TEXT: tuple(part.name for part in form.parts),
        opening.label: (opening.name,),
        **by_section,
    }


def requirements_of(
    rules: Iterable[LocalRule], form: Form
) -> tuple[list[Requirement], list[Misunderstood]]:
    """Return what the rules of one file ask for, and what of them was not understood.

    A number that another rule has already is not its own: it has none.
    """
    found: list[Requirement] = []
    wrong: list[Misunderstood] = []
    taken = {rule.id for rule in form.rules}
    for typed in rules:
        number, why_not = _number(typed.id, taken)
        if why_not:
            advice = "请改成没有用过的编号，如 L01；也可以空着，由程序编"
            wrong.append(Misunderstood(typed, "id", f"{why_not}，由程序另编", advice))
        taken.add(number)
        requirement, problems = _understood(typed, number, form)
        wrong += problems
        if requirement is not None:
            found.append(requirement)
    return found, wrong


def _number(typed: str, taken: set[str]) -> tuple[str, str]:
    """Return the number of a rule, and why what was typed is none."""
    plain = "".join(unicodedata.normalize("NFKC", typed).upper().split())
    if not plain:
        return "", ""
    shape = _ID.fullmatch(plain)
    if not shape:
        return "", f"编号“{typed}”不是 L 加数字的样子"
    number = f"L{int(shape[1]):02}"
    return ("", f"编号 {number} 已经有了") if number in taken else (number, "")


def _understood(
    typed: LocalRule, number: str, form: Form
) -> tuple[Requirement | None, list[Misunderstood]]:
    demand = next((one for one in Demand if label_key(one) == label_key(typed.what)), None)
    if demand is None:
        advice = f"请在列表里选一个：{listed(Demand)}"
        return None, [_unclear(typed, "what", "管什么", typed.what, advice)]
    wrong = [*_slips(typed, demand)]
    found = _scopes_by_key(form).get(label_key(typed.part or "—"))
    if demand == Demand.PUBLISHED_BY:
        found = WHOLE_TEXT, scopes(form)[WHOLE_TEXT]
    if found is None:
        advice = f"请在列表里选一个；管整份报告的选“{WHOLE_TEXT}”"
        wrong.append(_unclear(typed, "part", "哪一部分", typed.part, advice))
    asked = _asked(typed.asked, demand)
    if asked is None:
        wrong.append(_unclear(typed, "asked", "要求", typed.asked, _HOW_TO_ASK[demand]))
    if found is None or asked is None:
        return None, wrong
    level = next((one for one in LEVELS if label_key(typed.level) == one), LEVELS[0])
    return Requirement(typed, number, demand, *found, level, asked), wrong


def _unclear(typed: LocalRule, field: str, column: str, said: str, advice: str) -> Misunderstood:
    """Say that a rule cannot be checked for what one of its cells says."""
    what = f"“{column}”填的是“{said}”，看不懂" if said else f"“{column}”空着"
    return Misunderstood(typed, field, f"{what}，这条规则没有核对", advice)


def _slips(typed: LocalRule, demand: Demand) -> Iterator[Misunderstood]:
    """Find what is wrong with a rule that can be checked all the same."""
    if demand == Demand.PUBLISHED_BY and label_key(typed.part) not in ("", WHOLE_TEXT):
        advice = f"请选“{WHOLE_TEXT}”，或者空着"
        yield Misunderstood(typed, "part", f"{demand}管的是整份报告，不分部分", advice)
    if typed.level and label_key(typed.level) not in LEVELS:
        said = f"“级别”填的是“{typed.level}”，看不懂，按{LEVELS[0]}算"
        advice = f"请选{'或者'.join(LEVELS)}；空着就是{LEVELS[0]}"
        yield Misunderstood(typed, "level", said, advice)
    if not typed.basis:
        said = "“依据”空着，说不出是哪里的要求"
        yield Misunderstood(typed, "basis", said, "请写明是哪个文件、第几条")


def _scopes_by_key(form: Form) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return what a rule may be about by all the ways to call it: 一、总体情况, 第一部分."""
    parts = {
        name: (part.label, (part.name,)) for part in form.parts for name in (part.name, part.label)
    }
    wholes = {name: (name, within) for name, within in scopes(form).items()}
    for number, section in enumerate(form.sections, 1):
        whole = wholes[form.headings[number - 1]]
        wholes |= {section.heading: whole, f"第{numeral(number)}部分": whole}
    return {label_key(name): scope for name, scope in (parts | wholes).items()}


def _asked(typed: str, demand: Demand) -> Asked | None:
    """Return what is asked for; None where that is not clear."""
    found = Asked()
    match demand:
        case Demand.AT_MOST | Demand.AT_LEAST:
            found = Asked(length=_length(typed))
        case Demand.SAYS | Demand.NEVER_SAYS:
            found = Asked(names=tuple(_words(typed)))
        case Demand.STATES:
            found = Asked(names=tuple(_names(typed)))
        case Demand.PUBLISHED_BY:
            found = Asked(day=_day(typed))
    return found if any(found) else None


def _plain(typed: str) -> str:
    return "".join(unicodedata.normalize("NFKC", typed).split())


def _length(typed: str) -> int:
    found = _LENGTH.fullmatch(_plain(typed))
    return int(found[1].replace(",", "")) if found else 0


def _words(typed: str) -> Iterator[str]:
    """Yield the words of one cell; none where it is not clear which they are."""
    found = [one[one.lastgroup or 0].strip() for one in _WORD.finditer(typed)]
    unclear = any(
        re.search("[，,【】]", one["plain"]) for one in _WORD.finditer(typed) if one["plain"]
    )
    left = _WORD.sub("", typed).strip("、；; \n\t\u3000")
    yield from () if unclear or left else dict.fromkeys(filter(None, found))


def _names(typed: str) -> Iterator[str]:
    yield from dict.fromkeys(filter(None, map(str.strip, _BETWEEN_NAMES.split(typed))))


def _day(typed: str) -> tuple[int, int] | None:
    found = _DAY.fullmatch(_plain(typed))
    if not found:
        return None
    month, day = int(found[1]), int(found[2])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return None
    return month, day


_HOW_TO_ASK = {
    Demand.AT_MOST: "请填字数，如 1000",
    Demand.AT_LEAST: "请填字数，如 300",
    Demand.SAYS: "请填要写到的词，几个词用顿号隔开，词里有逗号的加引号；"
    f"要引用数字的，“管什么”请选“{Demand.STATES}”",
    Demand.NEVER_SAYS: "请填不能出现的词，几个词用顿号隔开，词里有逗号的加引号",
    Demand.STATES: "请填数字的名称，如【名称】，几个名称连着写",
    Demand.PUBLISHED_BY: "请填几月几日，不写年份，如 1月31日；指的是报告年度的下一年",
}
