"""Reads the tables of a document as grids."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.form.labels import MissedLabel, Spot
from generator.form.tables_in_grids import find_figures, texts_of
from generator.form.vocabulary import Form
from generator.formats.docx.package.ooxml import paragraph_text
from generator.formats.docx.package.part_names import W

_ROW, _CELL = W + "tr", W + "tc"
_BEFORE = W + "trPr", W + "gridBefore"
_OF_CELL = W + "tcPr", W + "gridSpan", W + "vMerge"
_VALUE = W + "val"
_SHORT = re.compile(r"\d{1,4}", re.ASCII)


def cells_of(table: etree._Element) -> dict[Spot, etree._Element]:
    """Return every cell at its grid place; merged cells stand at their upper left.

    Rows may start late (gridBefore) and cells span columns: python-docx's `cell(r, c)` would
    return a neighbour there.
    """
    return {(row, column): cell for row, column, _, cell, goes_on in _placed(table) if not goes_on}


def merged_cells_of(table: etree._Element) -> dict[Spot, tuple[etree._Element, int, int]]:
    """Return the same cells, each with how many rows and columns of the grid it takes."""
    found: dict[Spot, tuple[etree._Element, int, int]] = {}
    above: dict[int, Spot] = {}
    for row, column, columns, cell, goes_on in _placed(table):
        if not goes_on:
            found[row, column] = cell, 1, columns
            above[column] = row, column
        elif (spot := above.get(column)) and spot[0] + found[spot][1] == row:
            first, rows, wide = found[spot]
            found[spot] = first, rows + 1, wide
    return found


def _placed(table: etree._Element) -> Iterator[tuple[int, int, int, etree._Element, bool]]:
    """Yield row, column and width of each cell, and whether it is the lower part of a merge."""
    for number, row in enumerate(table.iterchildren(_ROW)):
        column = _number(_properties(row, *_BEFORE)[0], 0)
        for cell in row.iterchildren(_CELL):
            span, merge = _properties(cell, *_OF_CELL)
            columns = _number(span, 1)
            yield number, column, columns, cell, _goes_on(merge)
            column += columns


def grid_of(table: etree._Element) -> dict[Spot, str]:
    """Return the text of every cell at its grid place."""
    return {
        spot: "\n".join(map(paragraph_text, cell.iterchildren(W + "p")))
        for spot, cell in cells_of(table).items()
    }


def read_figures(root: etree._Element, form: Form) -> tuple[dict[str, str], list[MissedLabel]]:
    """Return the text of every figure's cell by the figure's name, and what was not found."""
    grids = [grid_of(table) for table in root.iter(W + "tbl")]
    found = find_figures(grids, form)
    return dict(texts_of(found, grids)), found.misses


def _goes_on(merge: etree._Element | None) -> bool:
    """Tell whether a cell is the lower part of a vertical merge."""
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def _properties(
    element: etree._Element, holder: str, *tags: str
) -> Sequence[etree._Element | None]:
    """Return properties of a row or cell, the first of each kind.

    lxml takes ten times as long to follow a path.
    """
    found: dict[str, etree._Element] = {}
    for properties in element.iterchildren(holder):
        for one in properties.iterchildren(*tags):
            found.setdefault(one.tag, one)
    return [found.get(tag) for tag in tags]


def _number(found: etree._Element | None, default: int) -> int:
    value = "" if found is None else found.get(_VALUE, "")
    return int(value) if _SHORT.fullmatch(value) else default
