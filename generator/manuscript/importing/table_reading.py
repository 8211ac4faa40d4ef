"""Reads a table of the form out of a grid whose labels and merged cells are not quite the form's.

Rows are known by their labels. Columns are known by theirs, too; where the header and a row do
not stand on the same grid, as after a detour over a web page, the order of the form decides, but
only where the header names all columns in that order and the row has just as many cells.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.form.labels import Label, Spot, find_labels, label_key
from generator.form.vocabulary import Block, Column, Row, Table
from generator.manuscript.alignment import likeness
from generator.manuscript.importing.grid_header import Header, header_of, header_rows
from generator.manuscript.importing.plain_labels import bare, labels_of, reworded, unnumbered

_SPECIFIC = 4
"""Characters from which on one label alone tells that its row is a header: not 其他, not 总计."""
_BEGINS_LIKE_A_NUMBER = re.compile(r"\s*[-+－＋]?[\d０-９]")

Cells = Mapping[Spot, str]


@dataclass
class TableReading:
    """What one grid holds of a table."""

    figures: dict[str, Spot] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    """Official labels that stand there in other words, with these."""
    by_order: bool = False
    """Whether figures were told apart by their order alone, there being no header."""
    unread: list[int] = field(default_factory=list)
    """Rows whose label is known but whose cells do not fit the columns."""
    used: set[Spot] = field(default_factory=set)
    """Cells that are labels or figures."""


def read_table(
    cells: Cells, table: Table, foreign: Collection[str] = (), *, goes_on: bool = False
) -> TableReading:
    """Return where the figures of a table stand in a grid.

    `foreign` are labels, as `bare`, of other editions: no column of this in other words.
    `goes_on` says that the grid continues one whose header named the columns.
    """
    if figures := as_printed(cells, table):
        return TableReading(figures, used=_labels_in(cells, table) | set(figures.values()))
    return _Reader(cells, table, foreign, goes_on=goes_on).read()


def as_printed(cells: Cells, table: Table) -> dict[str, Spot]:
    """Return where the figures stand in a grid with all labels of the form and nothing else.

    Nothing for any other grid.
    """
    placed, missed = find_labels({spot: label_key(text) for spot, text in cells.items()}, table)
    figures = {name: spot for block in placed for name, spot in block.figures.items()}
    if missed or figures.keys() != {spec.name for spec in table.figures}:
        return {}
    known = _labels_in(cells, table) | set(figures.values())
    filled = {spot for spot, text in cells.items() if text.strip()}
    return figures if filled <= known and cells.keys() >= set(figures.values()) else {}


def _labels_in(cells: Cells, table: Table) -> set[Spot]:
    own = labels_of(table)
    return {spot for spot, text in cells.items() if bare(text) in own}


class _Reader:
    """Goes through one grid for one table."""

    def __init__(
        self, cells: Cells, table: Table, foreign: Collection[str], *, goes_on: bool
    ) -> None:
        self._table, self._goes_on = table, goes_on
        self._rows: dict[int, dict[int, str]] = {}
        for (row, column), text in sorted(cells.items()):
            self._rows.setdefault(row, {})[column] = text
        self._own = labels_of(table)
        self._label_columns = max(
            (len(row.label) for block in table.blocks for row in block.rows), default=0
        )
        self._foreign = set(foreign) - self._own
        columns = {bare(text) for block in table.blocks for c in block.columns for text in c.label}
        corners = {bare(block.corner) for block in table.blocks if block.corner}
        self._headers = {at for at, row in self._rows.items() if _is_header(row, columns, corners)}
        self._found = TableReading()

    def read(self) -> TableReading:
        self._fixed_labels()
        rows = self._labelled_rows()
        for block in self._table.blocks:
            for row in block.rows:
                if row.label in rows:
                    at, label = rows[row.label]
                    self._found.used.add((at, label))
                    self._row(block, row, at, after=label)
                elif not row.label and (below := self._below_header()) is not None:
                    self._row(block, row, below, after=-1)
        return self._found

    def _fixed_labels(self) -> None:
        """Mark captions, corners and outer labels as read."""
        corners = [block.corner for block in self._table.blocks if block.corner]
        for at, row in self._rows.items():
            for column, text in row.items():
                if bare(text) in self._own:
                    self._found.used.add((at, column))
                elif column == min(row) and at in self._headers:
                    for corner in (corner for corner in corners if reworded(text, corner)):
                        self._found.used.add((at, column))
                        self._found.renamed[corner] = text

    def _labelled_rows(self) -> dict[Label, Spot]:
        """Find the rows: by their label, by its words, then by words that are alike."""
        due = [row for block in self._table.blocks for row in block.rows if row.label]
        found: dict[Label, Spot] = {}
        free = {
            (at, column): text
            for at, row in self._rows.items()
            if at not in self._headers
            for column, text in row.items()
            if text.strip() and column < max(row)
        }
        for key in (label_key, bare):
            for row in due:
                if row.label not in found and (spot := _named(row, free, key)):
                    found[row.label] = spot
                    free = {other: text for other, text in free.items() if other[0] != spot[0]}
        for row, spot in self._alike(due, found, free):
            found[row.label] = spot
        for label, (at, column) in found.items():
            if unnumbered(self._rows[at][column]) != unnumbered(label[-1]):
                self._found.renamed[label[-1]] = self._rows[at][column]
        return found

    def _alike(
        self, due: Sequence[Row], found: Mapping[Label, Spot], free: Cells
    ) -> Iterator[tuple[Row, Spot]]:
        """Yield rows in other words, each between the rows that are known around it."""
        outer = {bare(label) for row in due for label in row.label[:-1]}
        left = {
            spot: text
            for spot, text in free.items()
            if bare(text) not in outer and not _BEGINS_LIKE_A_NUMBER.match(bare(text))
        }
        for number, row in enumerate(due):
            above = [found[other.label][0] for other in due[:number] if other.label in found]
            below = [found[other.label][0] for other in due[number:] if other.label in found]
            between = range(max(above, default=-1) + 1, min(below, default=max(self._rows) + 1))
            spots = [
                spot
                for spot, text in left.items()
                if spot[0] in between
                and reworded(text, row.label[-1])
                and _most_like(text, due) is row
            ]
            if row.label not in found and spots:
                words = bare(row.label[-1])
                best = max(spots, key=lambda spot: likeness(bare(left[spot]), words))
                left = {spot: text for spot, text in left.items() if spot[0] != best[0]}
                yield row, best

    def _row(self, block: Block, row: Row, at: int, *, after: int) -> None:
        """Find the figures of one row among the cells behind its label."""
        values = {column: text for column, text in self._rows[at].items() if column > after}
        above = header_rows(self._rows, self._headers, at)
        header = header_of(block, [self._rows[line] for line in above], self._foreign)
        columns = _without_fillers(values, len(block.columns))
        places: dict[Column, int] = {}
        bare_of_header = not above and not self._something_above(at)
        sure = self._are_surely_figures(columns, values, header)
        if len(columns) == len(block.columns) and (header.in_order or bare_of_header) and sure:
            places = dict(zip(block.columns, columns, strict=True))
            self._found.by_order |= bare_of_header and not self._goes_on
        elif _on_one_grid(header, values):
            places = header.positions
        if not places:
            self._found.unread.append(at)
        for spec, column in places.items():
            self._found.figures[row.name + spec.name] = (at, column)
            self._found.used.add((at, column))
        self._found.used |= {(above[line], column) for line, column in header.used}
        for spec, text in header.labels.items():
            if unnumbered(text) != unnumbered(spec.label[-1]):
                self._found.renamed[spec.label[-1]] = text

    def _are_surely_figures(
        self, columns: Sequence[int], values: Mapping[int, str], header: Header
    ) -> bool:
        """Tell whether no cell of a row is missing, so that its figures stand in the wrong columns.

        A blank one at an end may be a filler, which merging has left over, where others are, or
        where other rows stand below the header and this does not.
        """
        filled = [values[column].strip() for column in columns]
        if all(filled) or not any(filled) or {*columns} == header.columns:
            return True
        if filled[0] and filled[-1]:
            return True
        last = max(header.columns, default=-1)
        return len(columns) == len(values) and not any(
            at not in self._headers and max(row) == last and header.columns <= row.keys()
            for at, row in self._rows.items()
        )

    def _something_above(self, at: int) -> bool:
        """Tell whether a row above has several cells of words: a header that is not the form's."""
        return any(
            sum(
                bool(text.strip()) and not _BEGINS_LIKE_A_NUMBER.match(text)
                for text in row.values()
            )
            > self._label_columns
            for line, row in self._rows.items()
            if line < at
        )

    def _below_header(self) -> int | None:
        """Return the row of figures that has no label of its own: the one under the header."""
        last = max(self._headers, default=None)
        return None if last is None else min((at for at in self._rows if at > last), default=None)


def _on_one_grid(header: Header, values: Mapping[int, str]) -> bool:
    """Tell whether a row has a cell below every label of the header, and figures nowhere else."""
    filled = {column for column, text in values.items() if text.strip()}
    return header.columns <= values.keys() and filled <= header.columns


def _without_fillers(values: Mapping[int, str], wanted: int) -> list[int]:
    """Return the columns of a row's cells without blank ones that merging has left over.

    They stand before the figures or behind them; where there are blanks at both ends it cannot be
    told which of them are figures, and all are returned.
    """
    columns = sorted(values)
    filled = [at for at, column in enumerate(columns) if values[column].strip()]
    extra = len(columns) - wanted
    if extra <= 0:
        return columns
    if not filled:
        return columns[:wanted]
    before, behind = filled[0], len(columns) - 1 - filled[-1]
    if not before and behind >= extra:
        return columns[:wanted]
    return columns[extra:] if not behind and before >= extra else columns


def _is_header(row: Mapping[int, str], columns: Collection[str], corners: Collection[str]) -> bool:
    if len(row) > 1 and bare(row[min(row)]) in corners:
        return True
    named = [bare(text) for text in row.values() if bare(text) in columns]
    return len(named) > 1 or any(len(label) >= _SPECIFIC for label in named)


def _most_like(text: str, rows: Sequence[Row]) -> Row:
    return max(rows, key=lambda row: likeness(bare(text), bare(row.label[-1])))


def _named(row: Row, free: Cells, key: Callable[[str], str]) -> Spot | None:
    wanted = key(row.label[-1])
    return next((spot for spot, text in free.items() if key(text) == wanted), None)
