"""Words of a paragraph replaced under tracked changes: where the new ones stand, and their look."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.tracked_changes.write.pen import Pen, format_of, new_run
from generator.formats.docx.tracked_changes.write.runs import (
    PlacedBit,
    put,
    run_beside,
    run_of,
    strike,
)

_SPACES = {"w": W[1:-1]}
_FIELDS_ENDED = "count(preceding::w:fldChar[@w:fldCharType='end'])"
_HOLDERS = "count(ancestor::w:hyperlink | ancestor::w:fldSimple | ancestor::w:sdtContent)"


@dataclass(frozen=True)
class Replacement:
    """What is to stand in place of the text from one place of a paragraph to another."""

    start: int
    end: int
    now: tuple[str | etree._Element, ...]
    """Text, and runs that bring their own format."""
    line: tuple[int, int]
    """From where to where the line goes that this belongs to."""
    lead: int = 0
    """Where the heading at the beginning of the line ends; new words there do not belong to it."""


def rewrite(
    paragraph: etree._Element,
    pieces: Sequence[PlacedBit],
    changes: Iterable[Replacement],
    pen: Pen,
    *,
    look: etree._Element | None = None,
) -> None:
    """Replace words of a paragraph; `look` is the w:rPr for new ones in one without text.

    Goes from the last to the first, so that the places of those to come stay true. Raise
    ValueError where changes overlap.
    """
    struck: list[etree._Element] = []
    for words in reversed(_in_order(changes)):
        gone = strike(pieces, words.start, words.end, pen)
        struck += gone
        if words.now:
            found, place = _place(pieces, words, gone, pen) or (look, None)
            runs = (new_run(o, deepcopy(found)) if isinstance(o, str) else o for o in words.now)
            inserted = pen.change("ins", *runs)
            if place is None:
                paragraph.append(inserted)
            else:
                put(inserted, place[0], pen, after=place[1])
    take_back(struck, pen)


def take_back(struck: Iterable[etree._Element], pen: Pen) -> None:
    """Take away what the same author once put in and now strikes, as Word does."""
    for gone in struck:
        own = next(
            (one for one in gone.iterancestors(W + "ins") if one.get(W + "author") == pen.author),
            None,
        )
        empty = gone if own is not None else None
        while empty is not None and (holder := empty.getparent()) is not None:
            holder.remove(empty)
            empty = holder if empty is not own and not len(holder) else None


def _in_order(changes: Iterable[Replacement]) -> list[Replacement]:
    """Return changes by their places; what is put in at one place is one change."""
    ordered: list[Replacement] = []
    for words in sorted(changes, key=lambda words: (words.start, words.end)):
        last = ordered[-1] if ordered else None
        if last and words.start < last.end:
            raise ValueError("two edits of the same words")
        if last and last.start == last.end == words.start == words.end:
            ordered[-1] = replace(last, now=last.now + words.now)
        else:
            ordered.append(words)
    return ordered


def _place(
    pieces: Sequence[PlacedBit], words: Replacement, struck: Sequence[etree._Element], pen: Pen
) -> tuple[etree._Element | None, tuple[etree._Element, bool]] | None:
    """Return the format of new words, and beside what they stand and whether after it."""
    if struck:
        return format_of(struck[0].find(W + "r")), (struck[0], True)
    if (piece := _neighbour(pieces, words)) is None:
        return None
    return format_of(run_of(piece.element)), run_beside(piece, words.start, pen)


def _neighbour(pieces: Sequence[PlacedBit], words: Replacement) -> PlacedBit | None:
    """Return the text that new words stand in or beside: the one before, unless after is right."""
    at = words.start
    before = next((piece for piece in pieces if piece.start < at <= piece.end), None)
    after = next((piece for piece in pieces if piece.start <= at < piece.end), None)
    if before is after or before is None or after is None:
        return before or after
    begin, stop = words.line
    if at in (begin, words.lead):
        return after if at < stop else before
    return after if at < stop and _is_further_out(after.element, before.element) else before


def _is_further_out(element: etree._Element, other: etree._Element) -> bool:
    """Tell whether text stands outside of a link or field at whose end the other one stands."""
    return bool(
        _number(element, _FIELDS_ENDED) > _number(other, _FIELDS_ENDED)
        or _number(element, _HOLDERS) < _number(other, _HOLDERS)
    )


def _number(element: etree._Element, path: str) -> float:
    found = element.xpath(path, namespaces=_SPACES)
    return found if isinstance(found, float) else 0
