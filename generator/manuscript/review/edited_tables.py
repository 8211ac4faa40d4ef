"""The tables of an edited document: which is which of the form, and what their figures say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.form.labels import MissedLabel, Spot, label_key
from generator.form.tables_in_grids import Cells, FoundFigures, find_figures, find_tables, texts_of
from generator.form.vocabulary import Form, Table
from generator.manuscript.alignment import likeness
from generator.manuscript.manuscript import Grid

_STILL_THE_SAME = 0.5
"""How alike a label must be to be the same one, reworded."""


@dataclass(frozen=True)
class EditedTables:
    """What the tables of an edited document hold."""

    tables: dict[int, Table]
    """Which of its grids is which table of the form."""
    figures: dict[str, str]
    """The text of every figure's cell that was found."""
    spots: dict[str, tuple[int, Spot]]
    """Where it stands: number of the grid, and cell."""
    labels: list[tuple[int, Spot, str, str]] = field(default_factory=list)
    """Labels that were reworded: grid, cell, as it was, as it is."""
    misses: list[MissedLabel] = field(default_factory=list)
    """Tables, rows and columns that were not found."""
    others: list[tuple[int, str, str]] = field(default_factory=list)
    """Cells of these tables that hold no figure: grid, what has gone, what has come."""
    generated: FoundFigures = field(default_factory=lambda: FoundFigures({}, {}, []))
    """The same of the document as it was generated."""


def edited_tables(generated: Sequence[Grid], edited: Sequence[Grid], form: Form) -> EditedTables:
    """Find the figures of an edited document, whose labels may have been reworded.

    `generated` are the tables of the document as it was generated.
    """
    before = find_figures([grid.cells for grid in generated], form)
    which = _which({table: generated[at] for at, table in before.tables.items()}, edited, form)
    cells = {table: dict(edited[at].cells) for table, at in which.items()}
    labels: list[tuple[int, Spot, str, str]] = []
    for at, table in before.tables.items():
        if table not in cells:
            continue
        figures = {spot for grid, spot in before.spots.values() if grid == at}
        for spot, was, now in _reworded(generated[at].cells, cells[table], figures):
            labels.append((which[table], spot, was, now))
            cells[table][spot] = was
    found = find_figures(list(cells.values()), form)
    others = list(_others(generated, before, list(cells.values()), found, list(which.values())))
    grids = [which[table] for table in cells]
    return EditedTables(
        {at: table for table, at in which.items()},
        dict(texts_of(found, list(cells.values()))),
        {name: (grids[at], spot) for name, (at, spot) in found.spots.items()},
        labels,
        found.misses,
        others,
        before,
    )


def _others(
    generated: Sequence[Grid],
    before: FoundFigures,
    edited: Sequence[Cells],
    found: FoundFigures,
    which: Sequence[int],
) -> Iterator[tuple[int, str, str]]:
    """Yield what was put into, or taken out of, tables of the form beside their figures."""
    for at, table in found.tables.items():
        own = next((grid for grid, one in before.tables.items() if one is table), None)
        if own is None:
            continue
        old = _without_figures(generated[own].cells, before, own)
        new = _without_figures(edited[at], found, at)
        gone, come = (list((one - other).elements()) for one, other in ((old, new), (new, old)))
        missed = [label_key(miss.what) for miss in found.misses]
        gone = [text for text in gone if not any(text in label for label in missed)]
        if gone or come:
            yield which[at], "／".join(gone), "／".join(come)
        elif _order(before, own) != _order(found, at):
            yield which[at], "行、列的次序", "行、列换了位置"


def _without_figures(cells: Cells, found: FoundFigures, at: int) -> Counter[str]:
    figures = {spot for grid, spot in found.spots.values() if grid == at}
    texts = (label_key(text) for spot, text in cells.items() if spot not in figures)
    return Counter(text for text in texts if text)


def _order(found: FoundFigures, at: int) -> list[str]:
    """Return the figures of a table as they stand, row by row."""
    names = [name for name, (grid, _) in found.spots.items() if grid == at]
    return sorted(names, key=lambda name: found.spots[name][1])


def _which(generated: Mapping[Table, Grid], edited: Sequence[Grid], form: Form) -> dict[Table, int]:
    """Return which grid is which table of the form: of several copies the one most like it."""
    found: dict[Table, int] = {}
    all_cells = [grid.cells for grid in edited]
    for table in form.tables:
        holders = [at for at in find_tables(all_cells, table) if at not in found.values()]
        if not holders and table in generated:
            shape = set(generated[table].cells)
            holders = [
                at
                for at, cells in enumerate(all_cells)
                if set(cells) == shape and at not in found.values()
            ]
        if holders:
            same = generated[table].cells.items() if table in generated else ()
            found[table] = max(
                holders, key=lambda at: (len(same & all_cells[at].items()) if same else 0, -at)
            )
    return found


def _reworded(
    generated: Mapping[Spot, str], edited: Mapping[Spot, str], figures: set[Spot]
) -> Iterator[tuple[Spot, str, str]]:
    """Yield labels that still are the same, in other words, in a table of the same shape."""
    if set(generated) != set(edited):
        return
    for spot, was in generated.items():
        now = edited[spot]
        if spot in figures or label_key(was) == label_key(now):
            continue
        taken = label_key(now) in {label_key(text) for text in generated.values()}
        if not taken and likeness(label_key(was), label_key(now)) >= _STILL_THE_SAME:
            yield spot, was, now
