"""The header of a table in a grid: which column of the grid is which of the form."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.form.vocabulary import Block, Column
from generator.manuscript.importing.plain_labels import bare, reworded

Rows = Mapping[int, Mapping[int, str]]
"""The texts of a grid by row and column."""


@dataclass(frozen=True)
class Header:
    """What the rows above some figures say of a block's columns."""

    positions: dict[Column, int]
    """The columns of the grid in which labels stand that name one column of the form each."""
    in_order: bool
    """Whether they name all columns of the form, in its order."""
    columns: set[int]
    """All columns of the grid that have a label, the form's or not."""
    labels: dict[Column, str]
    """The lowest label of each column, as it stands, where they do."""
    used: set[tuple[int, int]]
    """Cells with these labels."""


def header_rows(rows: Rows, headers: Collection[int], at: int) -> list[int]:
    """Return the neighbouring rows of the header nearest above a row."""
    found: list[int] = []
    for row in sorted((row for row in headers if row < at), reverse=True):
        if found and any(row < other < found[-1] for other in rows):
            break
        found.append(row)
    return sorted(found)


def header_of(block: Block, lines: Sequence[Mapping[int, str]], foreign: Collection[str]) -> Header:
    """Read the rows of a header. `foreign` are labels that never are the form's in other words."""
    leaves = _leaves(block, lines)
    in_order = len(leaves) == len(block.columns) and _groups_in_order(block, lines)
    named: dict[Column, str] = {}
    used: set[tuple[int, int]] = set()
    own = {bare(spec.label[-1]) for spec in block.columns}
    for (column, (line, text)), spec in zip(sorted(leaves.items()), block.columns, strict=False):
        known = bare(text) in own or bare(text) in foreign
        same = bare(text) == bare(spec.label[-1])
        in_order = in_order and (same or (not known and reworded(text, spec.label[-1])))
        named[spec] = text
        used.add((line, column))
    positions = {
        spec: columns[0]
        for spec in block.columns
        if len(columns := _columns_named(spec, block, lines, leaves)) == 1
    }
    if in_order:
        return Header(positions, in_order, set(leaves), named, used)
    if _is_displaced(block, positions, sorted(leaves)):
        positions = {}
    used = {(leaves[column][0], column) for column in positions.values()}
    named = {spec: leaves[column][1] for spec, column in positions.items()}
    return Header(positions, in_order, set(leaves), named, used)


def _is_displaced(block: Block, positions: Mapping[Column, int], columns: Sequence[int]) -> bool:
    """Tell whether a header of as many columns as the form's has some at the place of others.

    Where it does not name all of them, a cell that is missing may have moved those behind it.
    """
    if len(columns) != len(block.columns) or len(positions) == len(columns):
        return False
    return any(
        positions.get(spec, column) != column
        for spec, column in zip(block.columns, columns, strict=True)
    )


def _leaves(block: Block, lines: Sequence[Mapping[int, str]]) -> dict[int, tuple[int, str]]:
    """Return the lowest label of every column of the grid, with its line, but no row labels."""
    upper = {bare(label) for spec in block.columns for label in spec.label[:-1]}
    corner = {bare(block.corner)} if block.corner else set()
    leaves: dict[int, tuple[int, str]] = {}
    for number, line in enumerate(lines):
        for column, text in line.items():
            is_corner = column == min(line) and bool(block.corner) and reworded(text, block.corner)
            if text.strip() and bare(text) not in upper | corner and not is_corner:
                leaves[column] = number, text
    return leaves


def _groups_in_order(block: Block, lines: Sequence[Mapping[int, str]]) -> bool:
    """Tell whether labels over some of the columns stand as in the form: 行政复议 comes first."""
    places = {bare(text): column for line in lines for column, text in line.items()}
    found = [places[group] for group in _over_some(block) if group in places]
    return found == sorted(found)


def _columns_named(
    spec: Column,
    block: Block,
    lines: Sequence[Mapping[int, str]],
    leaves: Mapping[int, tuple[int, str]],
) -> list[int]:
    """Return the columns of the grid whose labels, from top to bottom, are this column's."""
    due = {bare(label) for one in block.columns for label in one.label}
    own = {bare(label) for label in spec.label}
    leaf = bare(spec.label[-1])
    alone = sum(bare(one.label[-1]) == leaf for one in block.columns) == 1
    needed = set() if alone else own & set(_over_some(block))
    found = []
    for column, (number, text) in leaves.items():
        over = {_nearest_left(line, column) for line in lines[:number]} & due
        if bare(text) == leaf and needed <= over <= own:
            found.append(column)
    return found


def _over_some(block: Block) -> list[str]:
    """Return the labels that stand over some of the columns, but not over all."""
    groups = dict.fromkeys(bare(label) for spec in block.columns for label in spec.label[:-1])
    return [
        group
        for group in groups
        if not all(group in map(bare, spec.label) for spec in block.columns)
    ]


def _nearest_left(line: Mapping[int, str], column: int) -> str:
    left = [at for at, text in line.items() if at <= column and text.strip()]
    return bare(line[max(left)]) if left else ""
