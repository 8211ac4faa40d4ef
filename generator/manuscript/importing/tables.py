"""The tables of a document: which of them are the form's, of which edition, and their cells."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from generator.form.labels import Spot, label_key
from generator.form.vocabulary import Form, Table
from generator.manuscript.importing.plain_labels import bare, labels_of
from generator.manuscript.importing.table_reading import Cells, TableReading, as_printed, read_table

_FEWEST_COLUMNS = 3
"""Different column labels by which a table without row labels is known."""
_SPECIFIC = 4
"""Characters of a row label that no other table is likely to have."""


@dataclass
class FoundTable:
    """One table of the form, from one grid or, where it was cut in pieces, from several."""

    section: int
    """Number of the section in which it is due."""
    nth: int
    """Which of the section's tables it is, from 1."""
    form: Form
    """The edition that its labels are of."""
    table: Table
    pieces: list[tuple[int, TableReading]] = field(default_factory=list)
    """Numbers of the grids, and what they hold."""
    repeats: dict[int, TableReading] = field(default_factory=dict)
    """Grids that hold the same rows once more, and what they hold."""

    @property
    def spots(self) -> dict[str, tuple[int, Spot]]:
        """Number of the grid, and cell in it, by the name of the figure."""
        return {
            name: (at, spot)
            for at, reading in self.pieces
            for name, spot in reading.figures.items()
        }

    @property
    def missing(self) -> list[str]:
        """Figures whose cell was not found."""
        return [spec.name for spec in self.table.figures if spec.name not in self.spots]


def tables_of(
    grids: Sequence[Cells], sections: Sequence[int], editions: Sequence[Form]
) -> list[FoundTable]:
    """Find the tables of the form. `sections` says of every grid in which section it stands."""
    found: list[FoundTable] = []
    for number, nth in _due(editions[0]):
        tables = [
            (form, table)
            for form in editions
            for table in form.sections[number - 1].tables[nth - 1 : nth]
        ]
        others = [
            table
            for form in editions
            for table in form.sections[number - 1].tables
            if (form, table) not in tables
        ]
        candidates = [
            at
            for at, cells in enumerate(grids)
            if any(
                (_holds(cells, table) or _is_header_of(cells, table))
                and not _fits_better(cells, table, others)
                for _, table in tables
            )
        ]
        inside = [at for at in candidates if sections[at] == number]
        taken = {at for other in found for at, _ in other.pieces}
        chosen = [at for at in inside or candidates if at not in taken]
        if chosen:
            keys = {bare(text) for at in chosen for text in grids[at].values()}
            form, table = max(tables, key=lambda pair: _fit(keys, pair[1]))
            read = _read(FoundTable(number, nth, form, table), chosen, grids, editions)
            found += [read] if read.pieces else []
    return found


def _due(form: Form) -> Iterator[tuple[int, int]]:
    """Yield the number of the section of every table of a form, and which of its tables it is."""
    for number, section in enumerate(form.sections, 1):
        for nth in range(1, len(section.tables) + 1):
            yield number, nth


def _fits_better(cells: Cells, table: Table, others: Sequence[Table]) -> bool:
    """Tell whether a grid is rather another table of the same section."""
    if not others:
        return False
    keys = {bare(text) for text in cells.values()}
    return any(_fit(keys, other) > _fit(keys, table) for other in others)


def is_like_one(cells: Cells, editions: Sequence[Form]) -> bool:
    """Tell whether a grid holds half of the figures of one of the form's tables, wherever it is."""
    foreign = _labels(editions)
    return any(
        2 * len(read_table(cells, table, foreign, goes_on=False).figures) >= len(table.figures)
        for form in editions
        for table in form.tables
        if _holds(cells, table)
    )


def _labels(editions: Sequence[Form]) -> set[str]:
    return {label for form in editions for table in form.tables for label in labels_of(table)}


def _holds(cells: Cells, table: Table) -> bool:
    """Tell whether a grid may hold rows of a table."""
    if as_printed(cells, table):
        return True
    keys = {label_key(text) for text in cells.values()} | {bare(text) for text in cells.values()}
    rows = [row.label[-1] for block in table.blocks for row in block.rows if row.label]
    if rows:
        specific = {bare(text) for text in rows if len(bare(text)) >= _SPECIFIC}
        return bool(keys & (specific | {label_key(text) for text in rows}))
    columns = {bare(spec.label[-1]) for block in table.blocks for spec in block.columns}
    return len(keys & {label for label in columns if len(label) >= _SPECIFIC}) >= _FEWEST_COLUMNS


def _is_header_of(cells: Cells, table: Table) -> bool:
    """Tell whether a grid is nothing but labels of a table: its header, repeated on a new page."""
    keys = [bare(text) for text in cells.values() if text.strip()]
    return len(keys) >= _FEWEST_COLUMNS and labels_of(table).issuperset(keys)


def _fit(keys: Collection[str], table: Table) -> int:
    """Return how well labels fit a table: those that are there less those that are not."""
    own = labels_of(table)
    return 2 * len(own.intersection(keys)) - len(own)


def _read(
    found: FoundTable, grids_at: Sequence[int], grids: Sequence[Cells], editions: Sequence[Form]
) -> FoundTable:
    """Read the grids that belong together; one with rows that are there already is a copy."""
    foreign = _labels(editions)
    for at in grids_at:
        reading = read_table(grids[at], found.table, foreign, goes_on=bool(found.pieces))
        if not reading.figures:
            if _is_header_of(grids[at], found.table):
                found.pieces.append((at, reading))
            continue
        if reading.figures.keys() & found.spots.keys():
            found.repeats[at] = reading
        else:
            found.pieces.append((at, reading))
    if not found.spots or not _is_the_form(found):
        found.pieces.clear()
    return found


def _is_the_form(found: FoundTable) -> bool:
    """Tell whether enough was found: half of the figures, or those of one block with its header."""
    if 2 * len(found.missing) <= len(found.table.figures):
        return True
    return any(not reading.by_order for _, reading in found.pieces)
