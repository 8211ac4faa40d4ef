"""Who is sent a notice, and what it lists: what was mended since last time, what not, what is new.

A unit without anything that it must mend is sent none: what is only to look at is told along with
the rest, and is no reason to write to anybody.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.model.collection.collection import Collection, FileState, State, UnitStanding
from generator.model.collection.filing import Filing
from generator.model.collection.notices.notice import Notice, NoticeItem, NoticeKind, NoticePart
from generator.model.collection.notices.notice_items import items_of, noted_items
from generator.model.collection.notices.notice_words import (
    beyond_the_list,
    how_it_stands,
    not_filed,
    of_no_use,
    of_other_year,
    part_heading,
)
from generator.model.collection.notices.progress import MUST_BE_MENDED, Noted, Progress, progress_of
from generator.model.collection.notices.told import findings_by_unit
from generator.model.finding import Finding
from generator.model.reading_order import Standing, standing

_MOST_ITEMS, _MOST_MENDED = 60, 20
_TO_MEND, _STILL, _NEW = "要改正的", "仍要改正的", "新发现的"
_MENDED = "已经改好的"
_TOLD_BEFORE = "上次指出、请一并改正的"
_REJECTED = {State.UNUSABLE: FileState.UNUSABLE, State.OTHER_YEAR: FileState.OTHER_YEAR}

_Parts = list[tuple[str, tuple[NoticeItem, ...]]]
"""(its heading, its items) of each part."""


def notices_of(
    collection: Collection, before: Sequence[Noted] = (), *, name_others: bool = False
) -> Iterator[Notice]:
    """Yield a notice for each unit that has to do something, in the order of the units.

    `before` is what the last collection recorded (`told.noted_of`), of whatever units. A finding
    between units goes to the first of them, and says who the others are only with `name_others`.
    """
    told = _noted_by_unit(before)
    rejected = {(one.unit, one.state): one.filing for one in collection.files}
    for unit, findings in findings_by_unit(collection, name_others=name_others):
        name = unit.unit.name
        filing = unit.filing or rejected.get((name, _REJECTED.get(unit.state, FileState.TAKEN)))
        notice = _notice(unit, filing, findings, told.get(name, []), collection)
        if notice is not None:
            yield notice


def _noted_by_unit(before: Iterable[Noted]) -> dict[str, list[Noted]]:
    """Return what units were told; those that had nothing they must mend were sent no notice."""
    noted: dict[str, list[Noted]] = {}
    for one in before:
        noted.setdefault(one.unit, []).append(one)
    return {
        unit: told
        for unit, told in noted.items()
        if any(one.standing in MUST_BE_MENDED for one in told)
    }


def _notice(
    unit: UnitStanding,
    filing: Filing | None,
    findings: Sequence[Finding],
    told: Sequence[Noted],
    collection: Collection,
) -> Notice | None:
    year = collection.listed.year
    report = collection.form.title.format(year=year)
    progress = progress_of(unit, findings, told)
    parts: _Parts = [(_TOLD_BEFORE, noted_items(progress.unheard, advised=True))]
    match unit.state:
        case State.MISSING:
            kind, said = NoticeKind.FILE, not_filed(report)
        case State.OTHER_YEAR:
            kind, said = NoticeKind.FILE, of_other_year(filing, year)
        case State.UNUSABLE:
            kind, said = NoticeKind.REPLACE, of_no_use(filing)
        case _:
            if not any(standing(finding) in MUST_BE_MENDED for finding in findings):
                return None
            kind = NoticeKind.MEND
            progress = _without_what_was_looked_at(progress)
            said = how_it_stands(unit, progress, findings, again=bool(told))
            parts = _parts_to_mend(progress, filing, first=not told)
    listed, left = _gravest(parts)
    if mended := noted_items(progress.mended, advised=False):
        listed.append(_part(_MENDED, mended, mended[:_MOST_MENDED]))
    return Notice(
        unit.unit.name,
        collection.listed.organ,
        report,
        year,
        kind,
        said,
        tuple(listed),
        beyond_the_list(left) if left else "",
    )


def _without_what_was_looked_at(progress: Progress) -> Progress:
    """Leave out what a unit was only to look at and, filing again, left: it has looked."""
    asked = tuple(
        one
        for one in progress.remaining
        if one.changed or not progress.again or standing(one.finding) in MUST_BE_MENDED
    )
    return progress._replace(remaining=asked)


def _parts_to_mend(progress: Progress, filing: Filing | None, *, first: bool) -> _Parts:
    return [
        (_STILL, items_of(progress.remaining, filing)),
        (_TO_MEND if first else _NEW, items_of(progress.new, filing)),
    ]


def _gravest(parts: _Parts) -> tuple[list[NoticePart], int]:
    """Return as much of the parts as people read, and how many findings are left out."""
    order = {one: at for at, one in enumerate(Standing)}
    ranked = [
        (order[item.standing], part, at)
        for part, (_, items) in enumerate(parts)
        for at, item in enumerate(items)
    ]
    kept = {(part, at) for _, part, at in sorted(ranked)[:_MOST_ITEMS]}
    shown: list[NoticePart] = []
    left = 0
    for part, (heading, items) in enumerate(parts):
        some = tuple(item for at, item in enumerate(items) if (part, at) in kept)
        left += sum(item.places for item in items) - sum(item.places for item in some)
        if some:
            shown.append(_part(heading, items, some))
    return shown, left


def _part(heading: str, items: Sequence[NoticeItem], listed: tuple[NoticeItem, ...]) -> NoticePart:
    return NoticePart(part_heading(heading, items, listed), listed)
