"""Everything that a report shows beside text, set against an edited document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Drawn, Manuscript
from generator.manuscript.review.exhibits.captions import (
    citable_now,
    lines_before,
    numbers_due,
    parts_of_shown,
    with_new_captions,
)
from generator.manuscript.review.exhibits.differences import Difference, differences
from generator.manuscript.review.exhibits.shown_pairs import ShownPair, shown_pairs
from generator.manuscript.review.generated_lines import GeneratedLine
from generator.model.captions import citable_captions
from generator.model.narrative import pieces
from generator.model.report import Paragraph, Report


@dataclass(frozen=True)
class Shown:
    """What became of everything shown."""

    pairs: Sequence[ShownPair] = ()
    differences: Sequence[Difference] = ()
    parts: Mapping[int, str] = field(default_factory=dict)
    """The part of the form of every row that still shows something."""
    due: Mapping[int, str] = field(default_factory=dict)
    """The number that its caption has by now: 图1."""
    cited: Mapping[str, str] = field(default_factory=dict)
    """By which names text cites what was shown, with its number as it was generated."""
    citable: Mapping[str, str] = field(default_factory=dict)
    """The same of what is still shown, with its number by now."""
    alone: Mapping[int, int] = field(default_factory=dict)
    """The rows whose caption is gone, each with how many lines begin before what it shows."""

    def pair(self, row: int | None) -> ShownPair | None:
        """Return what became of what a row shows."""
        return next((one for one in self.pairs if one.row == row), None)

    def cites_what_is_gone(self, row: Paragraph) -> bool:
        """Tell whether a row cites by its number what is not shown any more."""
        gone = self.cited.keys() - self.citable.keys()
        names = pieces(f"{row.heading}{row.text}", self.cited) if gone else ()
        return any(piece.name in gone for piece in names)

    @property
    def drawn(self) -> tuple[list[Drawn], list[Drawn]]:
        """The pictures and charts of the document as it was generated, and those still there."""
        was = [one.was for one in self.pairs if isinstance(one.was, Drawn)]
        return was, [one.now for one in self.pairs if isinstance(one.now, Drawn)]

    @property
    def generated_grids(self) -> set[int]:
        """The numbers of the further tables in the document as it was generated."""
        return {one.was for one in self.pairs if isinstance(one.was, int)}

    @property
    def edited_grids(self) -> set[int]:
        """The numbers of those that are in the edited one."""
        return {one.now for one in self.pairs if isinstance(one.now, int)}


NOTHING_SHOWN = Shown()


def paired(
    report: Report,
    lines: Sequence[GeneratedLine],
    generated: Manuscript,
    edited: Manuscript,
    matches: Sequence[Match],
    *,
    form: Form,
) -> tuple[Shown, list[Match]]:
    """Return what became of everything shown, and the lines with the captions among them."""
    if not any(line.kind for line in lines):
        return Shown(), list(matches)
    pairs = shown_pairs(report, lines, generated, edited, matches, form=form)
    pairs, found = with_new_captions(pairs, edited, matches)
    return Shown(pairs, differences(pairs, generated, edited)), found


def numbered(
    shown: Shown, report: Report, edited: Manuscript, parts: Sequence[str], form: Form
) -> Shown:
    """Return the same with the numbers that captions have, by the part of every line."""
    if not shown.pairs:
        return shown
    own = parts_of_shown(shown.pairs, edited, parts)
    due = numbers_due(shown.pairs, edited, own, form)
    was, now = citable_captions(report, form), citable_now(report, due, form)
    alone = {
        pair.row: lines_before(pair.now, edited)
        for pair in shown.pairs
        if pair.caption is None and pair.now is not None
    }
    return Shown(shown.pairs, shown.differences, own, due, was, now, alone)
