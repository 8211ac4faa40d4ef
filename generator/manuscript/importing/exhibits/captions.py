"""Which lines of a document are the captions of what it shows, and what their numbers are."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from generator.model.exhibits import FIGURE_KIND, TABLE_KIND

_LONGEST = 80
_NUMBER = r"(?:\d{1,3}(?:[-－–—.．]\d{1,2})?(?!\d)|[一二三四五六七八九十]{1,3})"
_NUMBERED = re.compile(
    rf"(?P<kind>[图表])\s*(?P<number>{_NUMBER})(?P<gap>\s*[:：.．、]?\s*)(?P<words>.*)"
)
_WITHOUT_NUMBER = re.compile(r"(?P<kind>[图表])\s*[:：]\s*(?P<words>.*)")
_GOES_ON = re.compile(r"[年月日号张个项是为至和与、，]|所示|显示|表明|可见|中")
"""What follows a number in a sentence rather than in a caption: 图1为培训现场."""
_ENDS = ("。", "；", "，", "：", ";", ",")
_DASHES = str.maketrans("－–—．", "---.")


class Caption(NamedTuple):
    """A line as a caption."""

    kind: str
    """图 or 表; empty where the line does not say."""
    number: str
    """As it stands there: 1, 一, 2-1; empty where it has none."""
    words: str


class Wanted(NamedTuple):
    """Something that may have a caption: its kind, and the blocks beside it."""

    kind: str
    above: int
    below: int


def caption_of(text: str, *, styled: bool, centred: bool) -> Caption | None:
    """Return what a line says as a caption; None where it is text.

    `styled` says that it is in a style for captions.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST or (text.endswith(_ENDS) and not styled):
        return None
    if found := _NUMBERED.fullmatch(text):
        sure = styled or found["gap"] or not found["words"]
        if sure or (centred and not _GOES_ON.match(found["words"])):
            number = found["number"].translate(_DASHES)
            return Caption(found["kind"], number, found["words"].strip())
    elif (found := _WITHOUT_NUMBER.fullmatch(text)) and (styled or centred):
        return Caption(found["kind"], "", found["words"].strip())
    return Caption("", "", text) if styled else None


def matched_captions(
    wanted: Sequence[Wanted], there: dict[int, Caption]
) -> dict[int, tuple[int, Caption]]:
    """Return for each that has one the block of its caption, and the caption.

    Pictures of one document have their captions on one side: that of the first.
    """
    figures = [at for at, one in enumerate(wanted) if one.kind == FIGURE_KIND]
    tables = [at for at, one in enumerate(wanted) if one.kind == TABLE_KIND]
    found: dict[int, tuple[int, Caption]] = {}
    taken: set[int] = set()
    first = next(iter(_fitting(wanted, figures, there)), None)
    sides = ("above", "below") if first == "above" else ("below", "above")
    for side, those in ((sides[0], figures), ("above", tables), (sides[1], figures)):
        # of several in one paragraph the last has the caption below, the first that above
        for at in those if side == "above" else reversed(those):
            block = getattr(wanted[at], side)
            caption = there.get(block)
            fits = caption is not None and caption.kind in ("", wanted[at].kind)
            if at not in found and block not in taken and caption and fits:
                found[at] = block, caption
                taken.add(block)
    return found


def _fitting(
    wanted: Sequence[Wanted], figures: Collection[int], there: dict[int, Caption]
) -> Iterator[str]:
    """Yield on which side each picture has a caption, where it has one on one side only."""
    for at in figures:
        one = wanted[at]
        sides = [
            side
            for side, block in (("above", one.above), ("below", one.below))
            if block in there and there[block].kind in ("", FIGURE_KIND)
        ]
        if len(sides) == 1:
            yield sides[0]
