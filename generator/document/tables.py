"""Reads the tables of a document as grids, and finds the form's figures in them."""

import re
from collections.abc import Mapping

from lxml import etree

from generator.document.ooxml import W, paragraph_text
from generator.form.labels import Miss, Spot, find_labels, holds_table, label_key
from generator.form.vocabulary import Form, Table


def grid_of(table: etree._Element) -> dict[Spot, str]:
    """Return the text of every cell at its grid place; merged cells stand at their upper left.

    Rows may start late (gridBefore) and cells span columns: python-docx's `cell(r, c)` would
    return a neighbour there.
    """
    cells: dict[Spot, str] = {}
    for number, row in enumerate(table.iterchildren(W + "tr")):
        column = _number(row, "trPr/gridBefore", 0)
        for cell in row.iterchildren(W + "tc"):
            if not _goes_on(cell):
                paragraphs = cell.iterchildren(W + "p")
                cells[number, column] = "\n".join(map(paragraph_text, paragraphs))
            column += _number(cell, "tcPr/gridSpan", 1)
    return cells


def find_table(tables: list[dict[Spot, str]], table: Table) -> list[int]:
    """Return which of the grids hold a table of the form, told by its labels."""
    return [
        index
        for index, cells in enumerate(tables)
        if holds_table(map(label_key, cells.values()), table)
    ]


def read_figures(root: etree._Element, form: Form) -> tuple[dict[str, str], list[Miss]]:
    """Return the text of every figure's cell by the figure's name, and what was not found.

    Each cell is found by its row and column labels, never by position alone.
    """
    grids = [grid_of(table) for table in root.iter(W + "tbl")]
    figures: dict[str, str] = {}
    misses: list[Miss] = []
    for table in form.tables:
        found = find_table(grids, table)
        if len(found) != 1:
            misses.append(Miss(f"“{table.title}”表", tuple((index, 0) for index in found)))
            continue
        cells = grids[found[0]]
        placed, missed = find_labels(_keys(cells), table)
        misses += missed
        for block in placed:
            figures |= {name: cells.get(spot, "") for name, spot in block.figures.items()}
    return figures, misses


def _keys(cells: Mapping[Spot, str]) -> dict[Spot, str]:
    return {spot: label_key(text) for spot, text in cells.items()}


def _goes_on(cell: etree._Element) -> bool:
    """Tell whether a cell is the lower part of a vertical merge."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _number(element: etree._Element, path: str, default: int) -> int:
    found = element.find("/".join(W + step for step in path.split("/")))
    value = "" if found is None else found.get(W + "val", "")
    return int(value) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else default
