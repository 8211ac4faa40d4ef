"""Which words of a report are other than they were published: title, headings, text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.manuscript.alignment import align
from generator.model.correction import Correction
from generator.model.publication import Heading, Manner, Paragraph, Publication

_SECTION = 2
_ABOVE, _OPENING = "标题上方", "开头"
_CALLED = {Manner.ISSUED: "成文日期", Manner.SIGNATURE: "落款"}


class Words(NamedTuple):
    """A line, and where it stands."""

    where: str
    text: str


def corrected_words(was: Publication, now: Publication) -> Iterator[Correction]:
    """Yield each line that changed, came, went or moved."""
    if was.name != now.name:
        yield Correction("标题", was.name, now.name)
    yield from differing(list(_words(was)), list(_words(now)))


def differing(old: Sequence[Words], new: Sequence[Words]) -> Iterator[Correction]:
    """Yield what changed between lines."""
    for match in align([one.text for one in old], [one.text for one in new]):
        was, now = (
            "\n".join(side[at].text for at in numbers)
            for side, numbers in ((old, match.before), (new, match.after))
        )
        where = new[match.after[0]].where if match.after else old[match.before[0]].where
        if was != now:
            yield Correction(where, was, now)
        elif match.moved:
            yield Correction(f"{where}（移动了位置）", was, now)


def _words(publication: Publication) -> Iterator[Words]:
    for one in publication.above:
        if isinstance(one, Heading | Paragraph):
            yield Words(_ABOVE, one.text)
    section = _OPENING
    for one in publication.blocks:
        if isinstance(one, Heading):
            section = one.text if one.level == _SECTION else section
            yield Words(section, one.text)
        elif isinstance(one, Paragraph):
            yield Words(_CALLED.get(one.manner, section), one.text)
