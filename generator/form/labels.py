"""Finds the rows and columns of a table's figures by their labels, in any grid of text.

A worksheet and a table of a document are both such a grid: texts at (row, column). Labels are
compared without spaces, widths of characters and shapes of quotation marks.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.form.vocabulary import Block, Table

Spot = tuple[int, int]
"""Row and column of a cell; a merged cell is its upper left one.

Worksheets count from 1, as people do; tables of documents from 0.
"""

Label = tuple[str, ...]

_QUOTES = str.maketrans("“”„‟«»", '""""""')


class PlacedBlock(NamedTuple):
    """Where one block of a table was found."""

    block: Block
    above: int
    below: int
    """Its rows lie between these two."""
    rows: dict[Label, int]
    columns: dict[Label, int]

    @property
    def figures(self) -> dict[str, Spot]:
        """The cells of the figures whose row and column were both found."""
        return {
            row.name + column.name: (self.rows[row.label], self.columns[column.label])
            for row in self.block.rows
            for column in self.block.columns
            if row.label in self.rows and column.label in self.columns
        }


class MissedLabel(NamedTuple):
    """A label that does not stand exactly once where it is due."""

    what: str
    spots: tuple[Spot, ...]


@lru_cache(maxsize=10_000)
def label_key(text: str) -> str:
    """Return a text without what people change unawares: spaces, full or half width, quotes."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())


def holds_table(keys: Iterable[str], table: Table) -> bool:
    """Tell whether a grid holds a table, or a copy of it: at least half of its own labels."""
    rows = {label_key(row.label[-1]) for block in table.blocks for row in block.rows if row.label}
    columns = {
        label_key(label)
        for block in table.blocks
        for column in block.columns
        for label in column.label
    }
    wanted = rows or columns
    return 2 * len(wanted.intersection(keys)) >= len(wanted)


def find_labels(
    cells: Mapping[Spot, str], table: Table
) -> tuple[list[PlacedBlock], list[MissedLabel]]:
    """Find every block of a table in a grid of label keys, and say what is not there once."""
    misses: list[MissedLabel] = []
    placed: list[PlacedBlock] = []
    for block, above, below in _regions(cells, table, misses):
        inside = {spot: key for spot, key in cells.items() if above < spot[0] < below}
        rows: dict[Label, int] = {}
        for row in block.rows:
            if row.label:
                found = [spot for spot, key in inside.items() if key == label_key(row.label[-1])]
                if len(found) == 1:
                    rows[row.label] = found[0][0]
                else:
                    misses.append(MissedLabel(f"行“{row.label[-1]}”", tuple(found)))
            else:
                rows[row.label] = _under_header(inside, block)
        columns = _columns(inside, block, min(rows.values(), default=below), misses)
        placed.append(PlacedBlock(block, above, below, rows, columns))
    return placed, misses


def _regions(
    cells: Mapping[Spot, str], table: Table, misses: list[MissedLabel]
) -> Iterator[tuple[Block, int, int]]:
    """Yield each block with the rows around it, told by the captions where there are any."""
    end = max((spot[0] for spot in cells), default=0) + 2
    starts: dict[int, Block] = {}
    for block in table.blocks:
        if not block.caption:
            starts[-1] = block
            continue
        found = [spot for spot, key in cells.items() if key == label_key(block.caption)]
        if len(found) == 1:
            starts[found[0][0]] = block
        else:
            misses.append(MissedLabel(f"“{block.caption}”这一行", tuple(found)))
    ends = [*sorted(starts)[1:], end]
    for start, after in zip(sorted(starts), ends, strict=False):
        yield starts[start], start, after


def _columns(
    cells: Mapping[Spot, str], block: Block, first_row: int, misses: list[MissedLabel]
) -> dict[Label, int]:
    """Find each column by its whole path of labels in the rows above the figures.

    Under the header  行政复议 |         | 行政诉讼 |
                      结果维持 | 结果纠正 | 结果维持 | 结果纠正
    the paths are (行政复议, 结果维持), (行政复议, 结果纠正), (行政诉讼, 结果维持), …: a label
    reaches to the right until the next one. The header begins with the lowest row that holds
    all of its outermost labels; what stands above it may say anything.
    """
    words = {label_key(label) for column in block.columns for label in column.label}
    outermost = {label_key(column.label[0]) for column in block.columns}
    header: dict[int, dict[int, str]] = {}
    for (row, column), key in cells.items():
        if row < first_row and key in words:
            header.setdefault(row, {})[column] = key
    tops = [row for row, line in header.items() if outermost <= set(line.values())]
    header = {row: line for row, line in header.items() if row >= max(tops, default=0)}
    paths: dict[Label, list[Spot]] = {}
    lines = [header[row] for row in sorted(header)]
    for depth, row in enumerate(sorted(header), 1):
        for column in header[row]:
            path = tuple(_nearest_left(line, column) for line in lines[:depth])
            paths.setdefault(path, []).append((row, column))
    columns: dict[Label, int] = {}
    for spec in block.columns:
        found = paths.get(tuple(label_key(label) for label in spec.label), [])
        if len(found) == 1:
            columns[spec.label] = found[0][1]
        else:
            misses.append(MissedLabel(f"列“{'／'.join(spec.label)}”", tuple(found)))
    return columns


def _nearest_left(line: Mapping[int, str], column: int) -> str:
    left = [at for at in line if at <= column]
    return line[max(left)] if left else ""


def _under_header(cells: Mapping[Spot, str], block: Block) -> int:
    """Return the row of figures that has no label of its own: the one under the header."""
    words = {label_key(column.label[-1]) for column in block.columns}
    return max((row for (row, _), key in cells.items() if key in words), default=0) + 1
