"""Reads the tables of a document as grids."""

import re

from lxml import etree

from generator.form.labels import MissedLabel, Spot
from generator.form.tables_in_grids import find_figures, texts_of
from generator.form.vocabulary import Form
from generator.formats.docx.package.ooxml import paragraph_text
from generator.formats.docx.package.part_names import W

_ROW, _CELL = W + "tr", W + "tc"
_BEFORE = W + "trPr", W + "gridBefore"
_SPAN = W + "tcPr", W + "gridSpan"
_MERGE = W + "tcPr", W + "vMerge"
_VALUE = W + "val"
_SHORT = re.compile(r"\d{1,4}", re.ASCII)


def cells_of(table: etree._Element) -> dict[Spot, etree._Element]:
    """Return every cell at its grid place; merged cells stand at their upper left.

    Rows may start late (gridBefore) and cells span columns: python-docx's `cell(r, c)` would
    return a neighbour there.
    """
    cells: dict[Spot, etree._Element] = {}
    for number, row in enumerate(table.iterchildren(_ROW)):
        column = _number(_property(row, *_BEFORE), 0)
        for cell in row.iterchildren(_CELL):
            if not _goes_on(cell):
                cells[number, column] = cell
            column += _number(_property(cell, *_SPAN), 1)
    return cells


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


def _goes_on(cell: etree._Element) -> bool:
    """Tell whether a cell is the lower part of a vertical merge."""
    merge = _property(cell, *_MERGE)
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def _property(element: etree._Element, holder: str, tag: str) -> etree._Element | None:
    """Return a property of a row or cell; lxml takes ten times as long to follow a path."""
    for properties in element.iterchildren(holder):
        found = properties.find(tag)
        if found is not None:
            return found
    return None


def _number(found: etree._Element | None, default: int) -> int:
    value = "" if found is None else found.get(_VALUE, "")
    return int(value) if _SHORT.fullmatch(value) else default
