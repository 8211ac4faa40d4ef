"""Tables that only hold pictures side by side, with captions in their cells or below these."""

from collections.abc import Collection
from typing import NamedTuple

from generator.form.labels import Spot
from generator.manuscript.importing.exhibits.beside_text import BesideText
from generator.manuscript.importing.exhibits.captions import Caption, caption_of
from generator.manuscript.manuscript import Grid


class InTables(NamedTuple):
    """What such tables hold."""

    grids: frozenset[int]
    """Numbers of the tables of which nothing else has to be told."""
    captions: dict[int, Caption | None]
    """By the number of what is drawn in them."""


def pictures_in_tables(
    beside: BesideText, grids: tuple[Grid, ...], of_the_form: Collection[int]
) -> InTables:
    """Return the tables in which each text is the caption of a picture that can be kept."""
    found: dict[int, Caption | None] = {}
    numbers: set[int] = set()
    for number in {one.grid for one in beside.drawn} - {-1, *of_the_form}:
        own = {at: one for at, one in enumerate(beside.drawn) if one.grid == number}
        texts = {spot: text.strip() for spot, text in grids[number].cells.items() if text.strip()}
        captions = _captions({at: one.cell for at, one in own.items()}, texts)
        if captions is not None and not any(one.problem for one in own.values()):
            numbers.add(number)
            found |= captions
    return InTables(frozenset(numbers), found)


def _captions(cells: dict[int, Spot], texts: dict[Spot, str]) -> dict[int, Caption | None] | None:
    """Return the caption of each picture; None where a text is none."""
    found: dict[int, Caption | None] = {}
    left = dict(texts)
    for at, (row, column) in cells.items():
        text = left.pop((row, column), "") or left.pop((row + 1, column), "")
        found[at] = caption_of(text, styled=True, centred=True)
        if text and found[at] is None:
            return None
    return None if left else found
