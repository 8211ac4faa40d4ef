"""What a rule of a place demands, and what stands in its cell 要求. Never a guess."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.form.pattern import Pattern

_MOST_NAMES = 50  # in one cell: more are a mistake
_LENGTH = Pattern(r"([1-9]\d{0,5}|[1-9]\d{0,2},\d{3})个?字?")
_DAY = Pattern(r"(\d{1,2})月(\d{1,2})[日号](?:以前|之前|前)?")
_WORD = Pattern(r'(?:“[^“”]*”|"[^"]*"|《[^《》]*》|[^、；;\n“”"《》])+')
_QUOTED = Pattern(r'“([^“”]+)”|"([^"]+)"')
_HELD_TOGETHER = Pattern(r'“[^“”]*”|"[^"]*"|《[^《》]*》')
_UNCLEAR = Pattern("[，,【】]")
_BETWEEN_WORDS = "、；; \n\t\u3000"
_BETWEEN_NAMES = Pattern(r"[【】、；;，,\n]")
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


def asked_for(typed: str, demand: Demand) -> Asked | None:
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
    return found if any(found) and len(found.names) <= _MOST_NAMES else None


def _plain(typed: str) -> str:
    return "".join(unicodedata.normalize("NFKC", typed).split())


def _length(typed: str) -> int:
    found = _LENGTH.fullmatch(_plain(typed))
    return int(found[1].replace(",", "")) if found else 0


def _words(typed: str) -> list[str]:
    """Return the words of one cell; none where it is not clear which they are."""
    found = [token.strip() for token in _WORD.findall(typed)]
    unclear = any(_UNCLEAR.search(_HELD_TOGETHER.sub("", token)) for token in found)
    if unclear or _WORD.sub("", typed).strip(_BETWEEN_WORDS):
        return []
    return list(dict.fromkeys(filter(None, map(_without_quotes, found))))


def _without_quotes(word: str) -> str:
    """Return a word that stands in quotation marks so as to be taken as one."""
    whole = _QUOTED.fullmatch(word)
    return (whole[1] or whole[2]).strip() if whole else word


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


HOW_TO_ASK = {
    Demand.AT_MOST: "请填字数，如 1000",
    Demand.AT_LEAST: "请填字数，如 300",
    Demand.SAYS: "请填要写到的词，几个词用顿号隔开，词里有逗号的加引号；"
    f"要引用数字的，“管什么”请选“{Demand.STATES}”",
    Demand.NEVER_SAYS: "请填不能出现的词，几个词用顿号隔开，词里有逗号的加引号",
    Demand.STATES: f"请填数字的名称，如【名称】，几个名称连着写，一格最多 {_MOST_NAMES} 个",
    Demand.PUBLISHED_BY: "请填几月几日，不写年份，如 1月31日；指的是报告年度的下一年",
}
