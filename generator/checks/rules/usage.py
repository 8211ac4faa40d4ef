"""用词: one thing under several names. The words are data, in usages.toml and in the workbook."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.checks.case import Case
from generator.checks.text.quantities import plain
from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.model.finding import Finding, notice
from generator.model.narrative import Printed
from generator.model.report import Usage

_OWN_NAMES = re.compile(
    r"本机关|本单位|本部门|本局|本委|本办|本厅|本街道|我局|我委|我办|我厅|我街道|我镇|我乡|我单位|我机关"
)
_CITED = re.compile("【[^【】]*】")
_MOST_NAMES = 4
_USAGES = Path(__file__).with_name("usages.toml")
_PLACES = re.compile(r"^(?:[^省市区县]{2,3}(?:省|市))+(?=[^省市区县]{1,4}(?:市|区|县))")


@dataclass(frozen=True)
class _Words:
    usage: Usage
    allowed: tuple[str, ...] = ()


def names_of_one_thing(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find one thing under two names, or under one that is not the official one."""
    text = [(line, _CITED.sub("", plain(line.heading + line.text))) for line in case.lines]
    own = [_Words(usage) for usage in case.report.usages]
    settled = {name for usage in case.report.usages for name in (usage.preferred, *usage.others)}
    usual = [words for words in _usual() if not settled & {*words.usage.others}]
    for words in (*usual, *own):
        usage = words.usage
        found = {
            other: line
            for other in usage.others
            if (line := _first(text, other, (*words.allowed, usage.preferred))) is not None
        }
        if not found or (not usage.preferred and len(found) < 2):  # noqa: PLR2004 - two names
            continue
        names = listed(f"“{name}”" for name in found)
        message = f"用了{names}，应写“{usage.preferred}”" if usage.preferred else f"{names}混用"
        reason = f"（{usage.note}）" if usage.note else ""
        place = next(iter(found.values())).place
        advice = f"请统一用词{reason}"
        yield notice(rule.id, place, message, advice, quote=next(iter(found)), about=names)
    yield from _names_of_the_organ(case, rule)


def _first(text: list[tuple[Printed, str]], word: str, allowed: tuple[str, ...]) -> Printed | None:
    """Return the first line in which a word stands, other than inside a word that is allowed."""
    for line, words in text:
        for right in sorted(filter(None, allowed), key=len, reverse=True):
            if word in right:
                words = words.replace(right, "")  # noqa: PLW2901 - what is left is looked at
        if word in words:
            return line
    return None


def _names_of_the_organ(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find an organ that calls itself by too many names."""
    names: dict[str, Printed] = {}
    organ = case.organ
    shorter = _PLACES.sub("", organ)
    for line in case.lines:
        text = plain(line.heading + line.text)
        own = [*_OWN_NAMES.findall(text)]
        if organ and organ in text:
            own.append(organ)
            text = text.replace(organ, "")
        if organ and shorter != organ and shorter in text:
            own.append(shorter)
        for name in own:
            names.setdefault(name, line)
    if len(names) > _MOST_NAMES:
        shown = listed(f"“{name}”" for name in names)
        yield notice(
            rule.id,
            next(iter(names.values())).place,
            f"对自己有 {len(names)} 种称呼：{shown}",
            "请统一，第一次用全称，以后用一种简称",
            about=f"自称：{shown}",
        )


@cache
def _usual() -> tuple[_Words, ...]:
    """Return the wordings that come with the program."""
    data = tomllib.loads(_USAGES.read_text(encoding="utf-8"))
    return tuple(
        _Words(
            Usage(item.get("preferred", ""), tuple(item["others"]), item.get("note", "")),
            tuple(item.get("except", ())),
        )
        for item in data["usage"]
    )
