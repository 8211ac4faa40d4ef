"""What a place types into 本地规则, and what it asks for. Never a guess."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.form.chinese import listed, numeral
from generator.form.labels import label_key
from generator.form.pattern import Pattern
from generator.form.rules import Severity
from generator.form.vocabulary import Form
from generator.model.report import LocalRule
from generator.model.typed_input.local_demands import HOW_TO_ASK, Asked, Demand, asked_for

WHOLE_TEXT = "全文"
LEVELS = (Severity.NOTICE, Severity.ERROR)
"""What a place may say of its rule; the first where it says nothing."""
_MOST_RULES = 200  # of one file: more are a mistake
_SHOWN = 40  # characters of what was typed
_ID = Pattern(r"L0*([1-9]\d{0,2})")


class Requirement(NamedTuple):
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


class Misunderstood(NamedTuple):
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
    given = list(rules)
    if len(given) > _MOST_RULES:
        said = f"本地规则超过 {_MOST_RULES} 条，从这一条起没有核对"
        wrong.append(Misunderstood(given[_MOST_RULES], "id", said, "请只留要查的"))
    for typed in given[:_MOST_RULES]:
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
        return "", f"编号“{typed[:_SHOWN]}”不是 L 加数字的样子"
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
    found = _scopes_by_key(form).get(label_key(typed.part))
    if demand == Demand.PUBLISHED_BY:
        found = WHOLE_TEXT, scopes(form)[WHOLE_TEXT]
    if found is None:
        advice = f"请在列表里选一个；管整份报告的选“{WHOLE_TEXT}”"
        wrong.append(_unclear(typed, "part", "哪一部分", typed.part, advice))
    asked = asked_for(typed.asked, demand)
    if asked is None:
        wrong.append(_unclear(typed, "asked", "要求", typed.asked, HOW_TO_ASK[demand]))
    if found is None or asked is None:
        return None, wrong
    level = next((one for one in LEVELS if label_key(typed.level) == one), LEVELS[0])
    return Requirement(typed, number, demand, *found, level, asked), wrong


def _unclear(typed: LocalRule, field: str, column: str, said: str, advice: str) -> Misunderstood:
    """Say that a rule cannot be checked for what one of its cells says."""
    shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}……"
    what = f"“{column}”填的是“{shown}”，看不懂" if said.strip() else f"“{column}”空着"
    return Misunderstood(typed, field, f"{what}，这条规则没有核对", advice)


def _slips(typed: LocalRule, demand: Demand) -> Iterator[Misunderstood]:
    """Find what is wrong with a rule that can be checked all the same."""
    if demand == Demand.PUBLISHED_BY and label_key(typed.part) not in ("", WHOLE_TEXT):
        advice = f"请选“{WHOLE_TEXT}”，或者空着"
        yield Misunderstood(typed, "part", f"{demand}管的是整份报告，不分部分", advice)
    if label_key(typed.level) not in ("", *LEVELS):
        said = f"“级别”填的是“{typed.level[:_SHOWN]}”，看不懂，按{LEVELS[0]}算"
        advice = f"请选{'或者'.join(LEVELS)}；空着就是{LEVELS[0]}"
        yield Misunderstood(typed, "level", said, advice)
    if not typed.basis.strip():
        said = "“依据”空着，说不出是哪里的要求"
        yield Misunderstood(typed, "basis", said, "请写明是哪个文件、第几条")


def _scopes_by_key(form: Form) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return what a rule may be about by all the ways to call it, with its number and without."""
    parts = {
        name: (part.label, (part.name,)) for part in form.parts for name in (part.name, part.label)
    }
    wholes = {name: (name, within) for name, within in scopes(form).items()}
    for number, section in enumerate(form.sections, 1):
        whole = wholes[form.headings[number - 1]]
        wholes |= {section.heading: whole, f"第{numeral(number)}部分": whole}
    return {label_key(name): scope for name, scope in (parts | wholes).items()}
