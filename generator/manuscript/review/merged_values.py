"""What was generated, the workbook, and the document: what of the document belongs in the workbook.

Changes on one side stand. Both sides the same is fine. Both sides different is a conflict: it is
shown, and nothing is written for it unless a person says which side to take.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.form.vocabulary import Form
from generator.manuscript.review.side import Side
from generator.model.finding import Refusal
from generator.model.report import Entry, Figure, Indicator, Place, Report

_KEY_DIGITS = 12
_Value = TypeVar("_Value", Entry, Figure, Indicator)


@dataclass(frozen=True)
class Conflict:
    """One thing on which the sides differ, and nobody can tell which is right."""

    what: str
    place: Place
    """In the workbook."""
    base: str
    """As it was generated; empty where it was not there, or is not known."""
    workbook: str
    document: str
    only: Side | None = field(default=None, kw_only=True)
    """The only side that can be taken for it; None where either can."""

    @property
    def key(self) -> str:
        """Know it again: what the sides say, and where; not what was generated."""
        said = (self.what, self.place.within, self.place.spot, self.workbook, self.document)
        text = "\n".join(said).encode("utf-8", "surrogatepass")
        return hashlib.sha256(text).hexdigest()[:_KEY_DIGITS]


@dataclass(frozen=True)
class Judge:
    """Decides what stands where sides may differ, and remembers what it could not decide."""

    known: bool
    """Whether it is known what was generated; if not, every difference is a conflict."""
    take: Side | None
    """What settles all conflicts that nothing else does."""
    chosen: Mapping[str, Side] = field(default_factory=dict)
    """What settles single ones, by their keys."""
    met: set[str] = field(default_factory=set)
    """The keys of those that there were, settled or not."""
    conflicts: list[Conflict] = field(default_factory=list)
    settled: list[Conflict] = field(default_factory=list)
    """What was settled for the other side than the one that would be written."""

    @property
    def overruled(self) -> int:
        """How many things were settled so."""
        return len(self.settled)

    def must_have_met_all(self) -> None:
        """Raise Refusal where something was chosen that is no conflict any more."""
        if gone := self.chosen.keys() - self.met:
            raise Refusal(f"选好的有 {len(gone)} 处已经不是原来的样子了，没有写。请再看一遍。")

    def takes(self, side: Side, conflict: Conflict) -> bool:
        """Tell whether what one side says is to be written to the other."""
        said = {Side.DOCUMENT: conflict.document, Side.WORKBOOK: conflict.workbook}
        mine = said.pop(side)
        (other,) = said.values()
        if mine in (conflict.base, other):
            return False
        if other == conflict.base and self.known:
            return True
        return self.dispute(side, conflict)

    def cannot(self, conflict: Conflict) -> None:
        """Remember what cannot be written into the document, unless that is to stay as it is."""
        self._settle(replace(conflict, only=Side.DOCUMENT))

    def unclear(self, conflict: Conflict) -> None:
        """Remember what a person must write again: to take the document would be to guess."""
        self._settle(replace(conflict, only=Side.WORKBOOK))

    def dispute(self, side: Side, conflict: Conflict) -> bool:
        """Settle a conflict as the person said; where nobody did, remember it."""
        take = self._taken(conflict)
        if take is None:
            base = conflict.base if self.known else ""
            self.conflicts.append(replace(conflict, base=base))
        elif take != side:
            self.settled.append(conflict)
        return take == side

    def _settle(self, conflict: Conflict) -> None:
        settled = self._taken(conflict) == conflict.only
        (self.settled if settled else self.conflicts).append(conflict)

    def _taken(self, conflict: Conflict) -> Side | None:
        """Return which side a person said is to be taken."""
        self.met.add(conflict.key)
        return self.chosen.get(conflict.key, self.take)


def merge_values(
    base: Report, workbook: Report, document: Report, form: Form, judge: Judge
) -> Report:
    """Return the workbook's report with the values that the document changed."""
    labels = {name: spec.label for name, spec in form.figures.items()}
    return replace(
        workbook,
        figures=_merged(base.figures, workbook.figures, document.figures, labels, judge),
        entries=_merged(base.entries, workbook.entries, document.entries, {}, judge),
        indicators=_merged(base.indicators, workbook.indicators, document.indicators, {}, judge),
    )


def _merged(
    base: Mapping[str, _Value],
    workbook: Mapping[str, _Value],
    document: Mapping[str, _Value],
    labels: Mapping[str, str],
    judge: Judge,
) -> dict[str, _Value]:
    values = dict(workbook)
    for name, value in document.items():
        was, here = base.get(name), workbook.get(name)
        if was is None or value.printed == was.printed:
            continue
        conflict = Conflict(
            labels.get(name, name),
            here.place if here else was.place,
            was.printed,
            here.printed if here else "",
            value.printed,
        )
        if judge.takes(Side.DOCUMENT, conflict):
            values[name] = replace(value, place=here.place if here else was.place)
    return values
