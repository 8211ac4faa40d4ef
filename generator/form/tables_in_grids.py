"""Finds the figures of the form in grids of text: the tables of a document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.form.labels import MissedLabel, Spot, find_labels, holds_table, label_key
from generator.form.vocabulary import Form, Table

Cells = Mapping[Spot, str]


@dataclass(frozen=True)
class FoundFigures:
    """Where the figures of the form stand among some grids."""

    spots: dict[str, tuple[int, Spot]]
    """Number of the grid, and cell in it, by the name of the figure."""
    tables: dict[int, Table]
    """Which grid is which table of the form."""
    misses: list[MissedLabel]


def find_tables(grids: Sequence[Cells], table: Table) -> list[int]:
    """Return which of the grids hold a table of the form, told by its labels."""
    return [
        index
        for index, cells in enumerate(grids)
        if holds_table(map(label_key, cells.values()), table)
    ]


def find_figures(grids: Sequence[Cells], form: Form) -> FoundFigures:
    """Find each figure by its row and column labels, never by position alone."""
    found = FoundFigures({}, {}, [])
    for table in form.tables:
        holders = find_tables(grids, table)
        if len(holders) != 1:
            found.misses.append(MissedLabel(f"“{table.title}”表", tuple((at, 0) for at in holders)))
            continue
        at = holders[0]
        found.tables[at] = table
        placed, missed = find_labels(_keys(grids[at]), table)
        found.misses.extend(missed)
        for block in placed:
            found.spots.update({name: (at, spot) for name, spot in block.figures.items()})
    return found


def texts_of(found: FoundFigures, grids: Sequence[Cells]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every figure that was found."""
    for name, (at, spot) in found.spots.items():
        yield name, grids[at].get(spot, "")


def _keys(cells: Cells) -> dict[Spot, str]:
    return {spot: label_key(text) for spot, text in cells.items()}
