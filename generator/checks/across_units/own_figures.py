"""The figures of a form that say something of their own: no totals, and of a tie all but one."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import NamedTuple

from generator.form.vocabulary import Form


class OwnFigures:
    """The figures of a form that are not worked out from others."""

    def __init__(self, form: Form) -> None:
        self._form = form

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Those that are no totals, in the order of the form."""
        return tuple(name for name in self._form.figures if name not in self._form.totals)

    @cached_property
    def stocks(self) -> frozenset[str]:
        """Those that go on from year to year: a tie has them of this year and of the last."""
        return frozenset(
            term.figure
            for tie in self._form.ties
            for term in tie.left + tie.right
            if term.last_year
            and term.figure in {one.figure for one in tie.left + tie.right if not one.last_year}
        )

    @cached_property
    def moving(self) -> tuple[str, ...]:
        """Those that are new each year: no tie has them go on from a figure of the last."""
        tied = {*self.stocks, *self._form.brought_forward}
        return tuple(name for name in self.names if name not in tied)

    def free(self, same: Collection[str], told: Mapping[str, float]) -> frozenset[str]:
        """Return which of some figures that are the same in two reports are not so by a tie.

        Where all figures of a tie are the same, one of them had to be; it is the one that would
        tell most. `told` has what each tells; those that are zero in both are not in `same`.
        """
        left_out: set[str] = set()
        for figures in self._tied:
            known = figures & told.keys()
            if len(known) > 1 and all(name in same for name in known):
                remaining = known - left_out
                if remaining:
                    left_out.add(max(sorted(remaining), key=lambda name: told[name]))
        return frozenset(same) - left_out

    @cached_property
    def _tied(self) -> tuple[frozenset[str], ...]:
        """The figures of each tie within a report, totals taken apart; not of what makes totals."""
        totals = {(total, addends) for total, addends in self._form.totals.items()}
        found = []
        for tie in self._form.ties:
            one_total = (
                len(tie.right) == 1
                and (
                    tie.right[0].figure,
                    tuple(term.figure for term in tie.left),
                )
                in totals
            )
            if tie.is_sum and not tie.across_years and not one_total:
                terms = [term.figure for term in tie.terms]
                found.append(frozenset(_apart(terms, self._form.totals)))
        return tuple(found)


def _apart(figures: Collection[str], totals: Mapping[str, Collection[str]]) -> set[str]:
    """Return what figures are summed of, down to those that are no totals."""
    return {
        own
        for name in figures
        for own in (_apart(totals[name], totals) if name in totals else (name,))
    }


class Coincidence(NamedTuple):
    """One figure that two reports might have the same."""

    figure: str
    weight: float
    """In bits: what it tells for copying; less than 0 where it is not the same."""


class CopiedRun(NamedTuple):
    """The figures one after the other that tell most for copying."""

    weight: float
    same: tuple[str, ...]


def copied_run(coincidences: Collection[Coincidence]) -> CopiedRun:
    """Return the run of figures with the greatest weight, and which of them are the same."""
    best, best_from, best_to = 0.0, 0, 0
    weight, start = 0.0, 0
    each = tuple(coincidences)
    for at, one in enumerate(each):
        if weight <= 0:
            weight, start = 0.0, at
        weight += one.weight
        if weight > best:
            best, best_from, best_to = weight, start, at + 1
    same = tuple(one.figure for one in each[best_from:best_to] if one.weight >= 0)
    return CopiedRun(best, same)
