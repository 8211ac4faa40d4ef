"""Which lines of a document are the captions of its figures and tables, as it is published."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from generator.form.labels import label_key
from generator.form.organ_and_year import with_organ_and_year
from generator.form.vocabulary import Form, Table
from generator.manuscript.alignment import likeness
from generator.manuscript.importing.around_tables import printed_around_tables
from generator.manuscript.importing.exhibits.beside_text import BesideText
from generator.manuscript.importing.exhibits.captions import Wanted, caption_of, matched_captions
from generator.manuscript.manuscript import Grid, Line
from generator.model.exhibits import FIGURE_KIND, TABLE_KIND

_ALIKE = 0.75


class Captions(NamedTuple):
    """The numbers of the blocks that are captions: of what is drawn, and of tables, by number."""

    of_drawn: dict[int, int]
    of_grids: dict[int, int]
    notes: frozenset[int] = frozenset()
    """The numbers of the blocks that are notes of the form, under its tables."""

    @property
    def blocks(self) -> set[int]:
        """All blocks that are captions."""
        return {*self.of_drawn.values(), *self.of_grids.values()}


def captions_of_the_form(
    blocks: Sequence[Line | Grid], tables: Mapping[int, Table], organ: str, year: str
) -> dict[int, int]:
    """Return the blocks that are captions of the form's own tables, which are given by number.

    One is known as long as it says about what the form says there.
    """
    grids = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    above = {number: grids[number] - 1 for number, table in tables.items() if table.caption}
    return {
        number: at
        for number, at in above.items()
        if at >= 0 and isinstance(line := blocks[at], Line)
        if likeness(
            label_key(line.text),
            label_key(with_organ_and_year(tables[number].caption, organ, year)),
        )
        >= _ALIKE
    }


def captions_in(
    blocks: Sequence[Line | Grid], beside: BesideText, of_the_form: Collection[int], form: Form
) -> Captions:
    """Return the captions but for those of tables of the form, which are given by number."""
    wanted = [Wanted(FIGURE_KIND, one.at - 1, one.at) for one in beside.drawn]
    grids = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    further = [number for number in range(len(grids)) if number not in of_the_form]
    wanted += [Wanted(TABLE_KIND, grids[number] - 1, grids[number] + 1) for number in further]
    there = {
        at: caption
        for at in {at for one in wanted for at in (one.above, one.below)}
        if 0 <= at < len(blocks)
        if isinstance(line := blocks[at], Line)
        if (
            caption := caption_of(
                line.text, styled=at in beside.captions, centred=at in beside.centred
            )
        )
    }
    found = {at: block for at, (block, _) in matched_captions(wanted, there).items()}
    drawn = len(beside.drawn)
    texts = [block.text if isinstance(block, Line) else "" for block in blocks]
    around = printed_around_tables(texts, form)
    return Captions(
        {at: block for at, block in found.items() if at < drawn},
        {further[at - drawn]: block for at, block in found.items() if at >= drawn},
        around.notes | around.like_notes,
    )
