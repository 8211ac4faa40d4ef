"""What people should know before they read several years side by side."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.form.chinese import listed
from generator.model.collection.over_years.changes import NOT_COMPARABLE
from generator.model.collection.over_years.followed_units import FollowedUnit
from generator.model.collection.over_years.years import Comparison, YearOfUnits, Years

_MOST_NAMED = 10


class Note(NamedTuple):
    """A sentence."""

    said: str
    alarming: bool
    """Whether figures must not be compared because of it."""


def notes_on(years: Years, units: Sequence[FollowedUnit]) -> tuple[Note, ...]:
    """Return what stands above the figures: what is missing, and units that came or went."""
    return (
        *(
            Note(f"没有 {year} 年的：图上空着，{year + 1} 年不能与上年比。", alarming=True)
            for year in years.missing
        ),
        *(_not_whole(one) for one in years.given if not one.whole),
        *(note for one in years.comparisons for note in _came_and_went(one, years, units)),
    )


def counted_units(year: YearOfUnits | None) -> str:
    """Return of how many units a year is the sum: 30 个单位, 28／30 个单位; empty of none."""
    if year is None or not year.listed:
        return ""
    return f"{year.listed} 个单位" if year.whole else f"{year.counted}／{year.listed} 个单位"


def _not_whole(year: YearOfUnits) -> Note:
    missing = [unit.name for unit in year.units if not unit.figures]
    names = f"，缺{_named(missing)}" if missing else ""
    return Note(
        f"{year.year} 年只汇总了 {year.counted} 个单位，名单上有 {year.listed} 个{names}："
        f"合计不全，与别的年度比的都标为红色“{NOT_COMPARABLE}”。",
        alarming=True,
    )


def _came_and_went(
    compared: Comparison, years: Years, units: Sequence[FollowedUnit]
) -> Iterator[Note]:
    """Say which units only one of two years has: the sums are of the same organ, but not alike."""
    if not (compared.before.units and compared.now.units):
        return
    before, now = (years.columns.index(one.year) for one in compared)
    came = [unit.name for unit in units if unit.years[now] and not unit.years[before]]
    went = [
        name
        for unit in units
        if (then := unit.years[before]) and not unit.years[now]
        for name in then.names
    ]
    said = [f"多了{_named(came)}"] * bool(came) + [f"少了{_named(went)}"] * bool(went)
    if said:
        yield Note(
            f"{compared.now.year} 年的名单比 {compared.before.year} 年{'，'.join(said)}。"
            "如果只是改了名称或者合并，请在单位名单里写上以前的名称，再汇总一次。",
            alarming=False,
        )


def _named(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 个" if len(names) > _MOST_NAMED else ""
    return listed(names[:_MOST_NAMED]) + more
