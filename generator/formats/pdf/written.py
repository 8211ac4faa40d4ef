"""Writes a published report as a PDF that also those who cannot see it can read."""

import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.model.exhibits import Chart, Picture
from generator.model.publication import Block, Figure, Heading, Paragraph, Publication

_TEMPLATE = Path(__file__).with_name("report.typ")
_STANDARDS = ["a-2a", "ua-1"]

Drawn = Callable[[Chart, str], str]
"""Returns a chart as SVG, with what it says to those who cannot see it."""


def pdf_of(
    publication: Publication, drawn: Drawn, fonts: Mapping[str, list[str]], folders: list[Path]
) -> bytes:
    """Return the PDF; the same publication and fonts give the same bytes.

    `fonts` are the families for body, kai, heading, title and song, `folders` where fonts lie
    beside those of the system.
    """
    import typst  # 34 MB that only this needs

    with tempfile.TemporaryDirectory(prefix="make-report-") as name:
        folder = Path(name)
        blocks = [
            _data(block, number, folder, drawn) for number, block in enumerate(publication.blocks)
        ]
        issued = publication.issued
        data = {
            "name": publication.name,
            "title": publication.title,
            "organ": publication.organ,
            "issued": [issued.year, issued.month, issued.day],
            "fonts": fonts,
            "blocks": blocks,
        }
        (folder / "report.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        (folder / "report.typ").write_bytes(_TEMPLATE.read_bytes())
        made = typst.compile(
            folder / "report.typ",
            root=folder,
            font_paths=[str(one) for one in folders],
            format="pdf",
            pdf_standards=_STANDARDS,
        )
    return bytes(made)


def _data(block: Block, number: int, folder: Path, drawn: Drawn) -> dict[str, Any]:
    """Return a block as the template reads it; what is drawn goes into files."""
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            pieces = [piece._asdict() for piece in block.pieces]
            return {"kind": "paragraph", "manner": block.manner.value, "pieces": pieces}
        case Figure():
            return _figure(block, number, folder, drawn)
    return {
        "kind": "table",
        **block._asdict(),
        "cells": [{**cell._asdict(), "scope": cell.scope.value} for cell in block.cells],
    }


def _figure(figure: Figure, number: int, folder: Path, drawn: Drawn) -> dict[str, Any]:
    exhibit = figure.exhibit
    if isinstance(exhibit, Picture):
        file, content = f"{number}.{exhibit.media_type}", exhibit.content
    else:
        file, content = f"{number}.svg", drawn(exhibit, figure.alternative).encode()
    (folder / file).write_bytes(content)
    return {
        "kind": "figure",
        "file": file,
        "alternative": figure.alternative,
        "caption": figure.caption,
        "width": figure.width,
    }
