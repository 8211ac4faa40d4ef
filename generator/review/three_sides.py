"""What was generated, the workbook, and the document: what of the document belongs in the workbook.

Changes on one side stand. Both sides the same is fine. Both sides different is a conflict: it is
shown, and nothing is written for it unless a person says which side to take.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeVar

from generator.form.vocabulary import Form
from generator.report import Entry, Figure, Indicator, Place, Report

_Value = TypeVar("_Value", Entry, Figure, Indicator)


class Side(Enum):
    """Which side is taken where both changed."""

    DOCUMENT = "document"
    WORKBOOK = "workbook"


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

    def takes_document(
        self, what: str, place: Place, *, base: str, workbook: str, document: str
    ) -> bool:
        """Tell whether the document's side is to be written."""
        if document in (base, workbook):
            return False
        if workbook == base and self.known:
            return True
        return self.dispute(Conflict(what, place, base if self.known else "", workbook, document))

    def dispute(self, conflict: Conflict) -> bool:
        """Settle a conflict as the person said; where nobody did, remember it."""
        if self.take is None:
            self.conflicts.append(conflict)
        return self.take == Side.DOCUMENT


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
        takes = judge.takes_document(
            labels.get(name, name),
            here.place if here else was.place,
            base=was.printed,
            workbook=here.printed if here else "",
            document=value.printed,
        )
        if takes:
            values[name] = replace(value, place=here.place if here else was.place)
    return values
