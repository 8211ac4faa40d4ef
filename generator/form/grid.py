"""The printed grid of a table: where each label and each figure stands, and what is merged."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.form.vocabulary import Block, Table


class Cell(NamedTuple):
    """A cell of the grid; row and column count from 0, spans from 1."""

    row: int
    column: int
    rows: int
    columns: int
    label: str = ""
    """Official text; empty where a figure stands."""
    figure: str = ""
    """Short name of the figure; empty where a label stands."""
    header: bool = False
    """Whether it belongs to the rows above the figures."""


def grid(table: Table) -> tuple[Cell, ...]:
    """Return every cell of the table as the official form prints it, row by row."""
    cells: list[Cell] = []
    top = 0
    for block in table.blocks:
        cells += _block(block, top, width(table))
        top += _height(block)
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def width(table: Table) -> int:
    """Return the number of grid columns."""
    return max(label_columns(block) + len(block.columns) for block in table.blocks)


def height(table: Table) -> int:
    """Return the number of grid rows."""
    return sum(_height(block) for block in table.blocks)


def label_columns(block: Block) -> int:
    """Return how many grid columns hold the row labels."""
    return max(len(row.label) for row in block.rows)


def header_rows(block: Block) -> int:
    """Return how many grid rows stand above the figures, the caption among them."""
    return bool(block.caption) + max(len(column.label) for column in block.columns)


def _height(block: Block) -> int:
    return header_rows(block) + len(block.rows)


def _block(block: Block, top: int, across: int) -> Iterator[Cell]:
    left, above = label_columns(block), header_rows(block)
    captions = bool(block.caption)
    if captions:
        yield Cell(top, 0, 1, across, label=block.caption, header=True)
    if left:
        corner = (above - captions, left)
        yield Cell(top + captions, 0, *corner, label=block.corner, header=True)
    for label, depth, start, extent, count in _merged(
        [column.label for column in block.columns], above - captions
    ):
        columns = across - left - start if start + count == len(block.columns) else count
        yield Cell(top + captions + depth, left + start, extent, columns, label=label, header=True)
    for label, depth, start, extent, count in _merged([row.label for row in block.rows], left):
        yield Cell(top + above + start, depth, count, extent, label=label)
    for down, row in enumerate(block.rows):
        for right, column in enumerate(block.columns):
            last = right == len(block.columns) - 1
            columns = across - left - right if last else 1
            name = row.name + column.name
            yield Cell(top + above + down, left + right, 1, columns, figure=name)


def _merged(
    labels: Sequence[tuple[str, ...]], depths: int
) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield (text, depth, start, extent in depth, count along) of each merged label.

    Neighbours that share a label and all labels outside it are one cell; the innermost label
    of a short path reaches to the full depth.
    """
    for depth in range(depths):
        start = 0
        while start < len(labels):
            path = labels[start][: depth + 1]
            count = 1
            while start + count < len(labels) and labels[start + count][: depth + 1] == path:
                count += 1
            if len(path) == depth + 1:
                innermost = len(labels[start]) == depth + 1
                yield path[depth], depth, start, depths - depth if innermost else 1, count
            start += count
