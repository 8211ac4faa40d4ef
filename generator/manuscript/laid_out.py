"""A document as it is laid out: what it shows beside text stands among its lines and tables."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.manuscript.manuscript import Grid, Manuscript
from generator.model.exhibits import TABLE_KIND, Chart


class At(NamedTuple):
    """Where something stands; in the order of the document."""

    block: int
    """Number of a block of the manuscript, from 0; -1 for the beginning."""
    drawing: int = 0
    """0 for the block itself, 1 for the first drawing behind it or in it, and so on."""


class CellShape(NamedTuple):
    """How a cell of a row is merged with others."""

    column: int
    span: int
    merge: str
    """restart or continue, where it is merged with cells above or below; else empty."""


@dataclass(frozen=True)
class TableRow:
    """A row of a table."""

    shape: tuple[CellShape, ...]
    texts: Mapping[int, str]
    """By the column of the cell; without the cells that go on from above."""
    heads: bool
    """Whether it is printed again on every page."""

    @property
    def merged(self) -> bool:
        """Whether a cell of it is merged with one above or below."""
        return any(cell.merge for cell in self.shape)

    @property
    def words(self) -> tuple[str, ...]:
        """Its texts from left to right."""
        return tuple(self.texts[column] for column in sorted(self.texts))


class Table(NamedTuple):
    """A table with all that tells how its rows can be changed."""

    rows: tuple[TableRow, ...]
    nests: bool = False
    """Whether another table stands in one of its cells."""

    @property
    def columns(self) -> int:
        """How many columns it has."""
        ends = [cell.column + cell.span for row in self.rows for cell in row.shape]
        return max(ends, default=0)


Exhibited = str | Chart | Table
"""What is shown: a picture as its sha256, a chart, or a table."""


@dataclass(frozen=True)
class LaidOut:
    """A document with its drawings."""

    manuscript: Manuscript
    drawings: Mapping[At, str | Chart]
    tables: Mapping[int, Table]
    """By the number of their block."""

    @cached_property
    def order(self) -> list[At]:
        """Where everything stands, from beginning to end."""
        return sorted([*map(At, range(len(self.manuscript.blocks))), *self.drawings])

    def shown_at(self, at: At) -> Exhibited:
        """Return what stands somewhere."""
        return self.drawings[at] if at.drawing else self.tables[at.block]

    def beside(self, caption: int, kind: str) -> At | None:
        """Return where that stands of which a block is the caption: above it, but for a table."""
        next_to = bisect_left(self.order, At(caption)) + (1 if kind == TABLE_KIND else -1)
        if not 0 <= next_to < len(self.order):
            return None
        at = self.order[next_to]
        return at if at.drawing or isinstance(self.manuscript.blocks[at.block], Grid) else None


def same(one: Exhibited | None, other: Exhibited | None) -> bool:
    """Tell whether two things show the same; of tables the texts count."""
    if isinstance(one, Table) and isinstance(other, Table):
        return [row.texts for row in one.rows] == [row.texts for row in other.rows]
    return type(one) is type(other) and one == other
