"""Findings as a notice lists them: what is the same in many places is said once."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.form.chinese import listed
from generator.model.collection.filing import Filing
from generator.model.collection.notices.notice import NoticeItem
from generator.model.collection.notices.progress import Noted, Remaining
from generator.model.expected_and_found import numbers_said, says_numbers
from generator.model.finding import Finding
from generator.model.reading_order import Standing, standing
from generator.model.report import Place

_WHOLE = "整份报告"
_MOST_SPOTS = 12
_LONGEST_QUOTE = 60
_ORDER = {one: at for at, one in enumerate(Standing)}
_STILL = "改过，还不对，现在是："


class _Said(NamedTuple):
    """A finding as it is said, but for its place."""

    standing: Standing
    rule: str
    problem: str
    advice: str


def items_of(
    findings: Iterable[Finding | Remaining], filing: Filing | None
) -> tuple[NoticeItem, ...]:
    """Return findings as items, the gravest first, in their own order otherwise.

    `filing` is the unit's file: what stands in another one, such as last year's, is said with its
    name.
    """
    alike: dict[_Said, list[Finding]] = {}
    for one in findings:
        finding, changed = (
            (one.finding, one.changed) if isinstance(one, Remaining) else (one, False)
        )
        alike.setdefault(_said(finding, changed=changed), []).append(finding)
    return _gravest_first(
        NoticeItem(
            said.standing,
            _where([finding.place for finding in same], filing),
            said.problem + _quoted(same),
            said.advice,
            len(same),
        )
        for said, same in alike.items()
    )


def noted_items(noted: Iterable[Noted], *, advised: bool) -> tuple[NoticeItem, ...]:
    """Return what was recorded last time as items; with what to do only where it is `advised`."""
    alike: dict[_Said, list[Noted]] = {}
    for one in noted:
        advice = f"{one.advice}。" if advised else ""
        said = _Said(one.standing, one.rule, f"{one.message}。", advice)
        alike.setdefault(said, []).append(one)
    return _gravest_first(
        NoticeItem(
            said.standing,
            _where([one.place._replace(file="") for one in same], None),
            said.problem,
            said.advice,
            len(same),
        )
        for said, same in alike.items()
    )


def _gravest_first(items: Iterable[NoticeItem]) -> tuple[NoticeItem, ...]:
    return tuple(sorted(items, key=lambda item: _ORDER[item.standing]))


def _said(finding: Finding, *, changed: bool) -> _Said:
    problem = f"{_STILL if changed else ''}{finding.message}。"
    if not says_numbers(finding):
        problem += f"{numbers_said(finding)}。"
    return _Said(standing(finding), finding.rule, problem, f"{finding.advice}。")


def _quoted(same: Sequence[Finding]) -> str:
    """Return the words that all of them are about, where these are the same and not said yet."""
    quotes = {finding.quote for finding in same}
    (quote, *others) = quotes
    if others or not quote or quote in same[0].message:
        return ""
    short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}……"
    return f"原文：“{short}”"


def _where(places: Sequence[Place], filing: Filing | None) -> str:
    """Name all places, those of one sheet together."""
    own = _names(filing)
    spots: dict[str, list[str]] = {}
    for place in dict.fromkeys(places):
        elsewhere = f"“{place.file}”" if place.file not in own else ""
        within = f"『{place.within}』" if place.within else ""
        spots.setdefault(f"{elsewhere}{within}", []).append(place.spot)
    return "；".join(f"{sheet}{_spots(found)}" or _WHOLE for sheet, found in spots.items())


def _spots(found: Sequence[str]) -> str:
    named = [spot for spot in found if spot]
    if len(named) <= _MOST_SPOTS:
        return listed(named)
    return f"{listed(named[:_MOST_SPOTS])} 等 {len(named)} 处"


def _names(filing: Filing | None) -> set[str]:
    """Return by which names the findings of a file may call it."""
    if filing is None:
        return {""}
    inner = filing.file.rpartition("›")[2]
    return {"", filing.file, inner, *(name.rpartition("/")[2] for name in (filing.file, inner))}
