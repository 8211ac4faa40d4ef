"""What was generated, the workbook, and the document: what of the document belongs in the workbook.

Changes on one side stand. Both sides the same is fine. Both sides different is a conflict: it is
shown, and nothing is written for it unless a person says which side to take.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.form.vocabulary import Form
from generator.manuscript.review.side import Side
from generator.model.report import Entry, Figure, Indicator, Place, Report

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


@dataclass(frozen=True)
class Judge:
    """Decides what stands where sides may differ, and remembers what it could not decide."""

    known: bool
    """Whether it is known what was generated; if not, every difference is a conflict."""
    take: Side | None
    conflicts: list[Conflict] = field(default_factory=list)
    settled: list[Conflict] = field(default_factory=list)
    """What was settled for the other side than the one that would be written."""

    @property
    def overruled(self) -> int:
        """How many things were settled so."""
        return len(self.settled)

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
        if self.take == Side.DOCUMENT:
            self.settled.append(conflict)
        else:
            self.conflicts.append(conflict)

    def unclear(self, conflict: Conflict) -> None:
        """Remember what a person must write again: to take the document would be to guess."""
        if self.take == Side.WORKBOOK:
            self.settled.append(conflict)
        else:
            self.conflicts.append(conflict)

    def dispute(self, side: Side, conflict: Conflict) -> bool:
        """Settle a conflict as the person said; where nobody did, remember it."""
        if self.take is None:
            base = conflict.base if self.known else ""
            self.conflicts.append(replace(conflict, base=base))
        elif self.take != side:
            self.settled.append(conflict)
        return self.take == side


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
