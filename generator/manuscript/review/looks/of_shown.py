"""Where what rows show stands elsewhere or is larger or smaller, told by its caption."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.manuscript.looks import Looks, Stand
from generator.manuscript.manuscript import Drawn, Manuscript
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.exhibits.captions import lines_before
from generator.manuscript.review.exhibits.shown_pairs import OnPage, ShownPair
from generator.manuscript.review.looks.displaced import StayedLines
from generator.model.exhibits import TABLE_KIND
from generator.model.report import Place

SIZES = "图片大小"
_SAME_SIZE = 0.5
"""Points: so much programs round when they save."""
_SHOWN = 12  # characters of a line


def of_shown(compared: Comparison, stayed: StayedLines) -> Iterator[tuple[Place, list[str]]]:
    """Yield what was moved without its caption, and what is of another size."""
    edited = compared.edited
    for pair in compared.shown.pairs:
        place = Place(edited.file, spot=pair.name)
        if pair.was is not None and pair.now is not None:
            yield place, list(_moved(pair, _stand(pair.now, edited), stayed, compared))
        if (drawn := pair.drawn) and drawn[0].thing == drawn[1].thing and _resized(*drawn):
            yield place, ["大小改了"]


def _stand(shown: OnPage, manuscript: Manuscript) -> Stand:
    above = lines_before(shown, manuscript)
    return Stand(above - 1, above if above < len(manuscript.lines) else None)


def _moved(pair: ShownPair, now: Stand, stayed: StayedLines, compared: Comparison) -> Iterator[str]:
    """Yield where something stands now, unless its caption went along with it."""
    edited, below = compared.edited, pair.paragraph.kind == TABLE_KIND
    if pair.caption is None:
        was, last = pair.line if below else pair.line - 1, len(compared.generated) - 1
        away = not stayed.keep(Stand(was, was + 1 if was < last else None), now)
    else:
        beside = now.after if below else now.before
        away = beside != pair.caption
    if away and now.after >= 0:
        text = " ".join(edited.lines[now.after].text.split())
        start = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        yield f"移到了“{start}”后面"
    elif away:
        yield "移到了最前面"


def _resized(was: Drawn, now: Drawn) -> bool:
    return any(abs(one - other) > _SAME_SIZE for one, other in zip(was.size, now.size, strict=True))


def without_shown(compared: Comparison, was: Looks, now: Looks) -> tuple[Looks, Looks]:
    """Return two looks without the pictures and charts that rows show."""
    before, after = compared.shown.drawn
    return _without(was, before), _without(now, after)


def _without(looks: Looks, drawn: Sequence[Drawn]) -> Looks:
    if not drawn:
        return looks
    pictures = list(looks.pictures)
    sizes = looks.whole.get(SIZES, ())
    left = list(zip(sizes[::2], sizes[1::2], strict=False)) if not isinstance(sizes, str) else []
    for one in drawn:
        same = next((two for two in pictures if two.shown == one.thing.substance), None)
        if same is not None:
            pictures.remove(same)
        if one.size in left:
            left.remove(one.size)
    whole = {**looks.whole, SIZES: tuple(side for size in left for side in size)}
    return replace(looks, pictures=tuple(pictures), whole=whole)
