"""The points of a chart as they are kept in it: taken from a workbook, or typed into the chart."""

import re

from lxml import etree

from generator.formats.docx.exhibits.drawing_ml import C

_MOST_POINTS = 2_000
_HOLDERS = tuple(C + tag for tag in ("numCache", "strCache", "numLit", "strLit"))
_WHOLE = re.compile("[0-9]{1,9}")


class Unread(Exception):  # noqa: N818 - what it is, not what went wrong
    """A chart is not what one of ours could be."""


def points_of(shown: etree._Element | None) -> tuple[str, ...]:
    """Return what the values or names of a series say; blanks where points have nothing.

    Raise Unread for what is broken, far too much, or to be taken from a workbook and not kept.
    """
    if shown is None:
        return ()
    holder = next(shown.iter(*_HOLDERS), None)
    if holder is None and shown.find(f".//{C}f") is not None:
        raise Unread
    if holder is None:
        return ()
    count = _count(holder)
    points = _placed(holder, count)
    return tuple(points.get(at, "") for at in range(count))


def categories_of(shown: etree._Element | None) -> tuple[str, ...]:
    """Return the names of the categories; those of several levels joined, the outermost first."""
    several = None if shown is None else next(shown.iter(C + "multiLvlStrCache"), None)
    if several is None:
        return tuple(name if name.strip() else "" for name in points_of(shown))
    count = _count(several)
    levels = [_placed(level, count) for level in several.iter(C + "lvl")][::-1]
    for outer in levels[:-1]:
        for at in range(1, count):
            outer.setdefault(at, outer.get(at - 1, ""))  # said once for all that are below it
    return tuple(
        " ".join(filter(None, (level.get(at, "") for level in levels))) for at in range(count)
    )


def _count(holder: etree._Element) -> int:
    said = holder.find(C + "ptCount")
    places = [_whole(point.get("idx", "")) + 1 for point in holder.iter(C + "pt")]
    count = max(places, default=0) if said is None else _whole(said.get("val", ""))
    if count > _MOST_POINTS:
        raise Unread
    return count


def _placed(holder: etree._Element, count: int) -> dict[int, str]:
    """Return what points say, by their places."""
    points = ((_whole(one.get("idx", "")), one.find(C + "v")) for one in holder.iter(C + "pt"))
    return {at: says.text or "" for at, says in points if says is not None and at < count}


def _whole(said: str) -> int:
    if not _WHOLE.fullmatch(said):
        raise Unread
    return int(said)
