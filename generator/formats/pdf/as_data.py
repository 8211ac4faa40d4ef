"""A publication as the template reads it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.formats.pdf.bands import header_rows, heads_columns, whole
from generator.formats.pdf.widths import shares
from generator.model.publication import (
    LANGUAGE,
    Block,
    Cell,
    Figure,
    Heading,
    Manner,
    Piece,
    Publication,
    PublishedTable,
    Scope,
)

MOST_WHOLE = 12
"""So many rows of a table stand on one page together."""
MOST_KEPT_TOGETHER = 6
"""A merged cell of more rows may go on on the next page."""
FEW_COLUMNS = 6
"""A table of no more is set larger."""
LARGE, SMALL = 10.5, 9.0
"""Sizes of tables in points: 五号, 小五."""


def as_data(publication: Publication, files: Mapping[int, str]) -> dict[str, Any]:
    """Return it as JSON has it, its figures shown by these files."""
    day = publication.issued
    language, _, region = LANGUAGE.partition("-")
    return {
        "title": publication.title,
        "name": publication.name,
        "organ": publication.organ,
        "day": {"year": day.year, "month": day.month, "day": day.day},
        "language": language,
        "region": region.lower(),
        "above": _blocks(publication.above, files),
        "blocks": _blocks(publication.blocks, files, len(publication.above)),
    }


def _blocks(
    blocks: Sequence[Block], files: Mapping[int, str], first: int = 0
) -> list[dict[str, Any]]:
    """Return blocks; the files have the numbers of all, from the first of these on."""
    made: list[dict[str, Any]] = []
    for at, block in enumerate(blocks, first):
        if isinstance(block, Heading):
            made.append({"kind": "heading", "level": block.level, "text": block.text})
        elif isinstance(block, Figure):
            made.append(_figure(block, files[at]))
        elif isinstance(block, PublishedTable):
            made.append(_table(block))
        elif block.manner is Manner.ISSUED and made and made[-1].get("manner") == "signature":
            day = _pieces(block.pieces)
            made[-1] = {"kind": "signed", "signature": made[-1]["pieces"], "day": day}
            _keep_with_next(made[:-1])
        else:
            pieces = _pieces(block.pieces)
            made.append({"kind": "text", "manner": block.manner.value, "pieces": pieces})
    return made


def _keep_with_next(before: list[dict[str, Any]]) -> None:
    """落款 never stands alone on a page."""
    if before and before[-1]["kind"] == "text":
        before[-1]["stays"] = True


def _pieces(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [
        {
            "lines": piece.text.split("\n"),
            "strong": piece.strong,
            "link": piece.link,
            "level": piece.level.value,
        }
        for piece in pieces
    ]


def _figure(figure: Figure, file: str) -> dict[str, Any]:
    return {
        "kind": "figure",
        "file": file,
        "caption": figure.caption,
        "caption-above": figure.caption_above,
        "alternative": figure.alternative,
        "width": figure.width,
        "height": figure.height,
    }


def _table(table: PublishedTable) -> dict[str, Any]:
    few = table.width <= FEW_COLUMNS
    return {
        "kind": "table",
        "caption": table.caption,
        "columns": list(table.shares or shares(table)),
        "size": LARGE if few else SMALL,
        "whole": table.height <= MOST_WHOLE,
        "bands": [
            {"header": header, "cells": [_cell(cell, labels_left=not few) for cell in cells]}
            for header, cells in _bands(table)
        ],
    }


def _bands(table: PublishedTable) -> list[tuple[bool, list[Cell]]]:
    """Return the rows in bands: a header, what it heads, a header further down and so on."""
    headers = header_rows(table)
    grouped = groupby(whole(table), lambda cell: cell.row in headers)
    return [(header, list(cells)) for header, cells in grouped]


def _cell(cell: Cell, *, labels_left: bool) -> dict[str, Any]:
    return {
        "x": cell.column,
        "y": cell.row,
        "rows": cell.rows,
        "columns": cell.columns,
        "breakable": cell.rows > MOST_KEPT_TOGETHER,
        "pieces": _pieces(cell.pieces),
        "left": labels_left and cell.scope in {Scope.ROW, Scope.ROWS},
        "header": heads_columns(cell),
    }
