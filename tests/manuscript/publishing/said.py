"""Documents as their readers see them, to be published."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.manuscript.importing.exhibits.beside_text import (
    NOTHING,
    BesideText,
    Drawn,
    TableThere,
    What,
)
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.manuscript.publishing.paragraphs import Signed
from generator.manuscript.publishing.publication import Said, Unprintable, publication_of
from generator.manuscript.publishing.written import PLAIN, Written
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.publication import Publication
from generator.model.report import Place
from tests.exhibits import picture
from tests.form.small import SMALL

SIGNED = Signed("某某市某某局", 2023, "某某市某某局", date(2024, 1, 20), "2024年1月20日")
TITLE = "某某市某某局2023年度案件统计年报"
HEADINGS = SMALL.headings
Rows = Sequence[Sequence[str]]


def line(text: str, *, lead: int = 0, outlined: bool = False, number: str = "") -> Line:
    return Line(f"{number}{text}", Place("2023.docx", "", "某段"), (), number, lead, None, outlined)


def grid(*rows: Sequence[str]) -> Grid:
    cells = {(at, column): text for at, row in enumerate(rows) for column, text in enumerate(row)}
    return Grid(cells, Place("2023.docx", "第1个表格"), {})


def there(*rows: Sequence[str]) -> TableThere:
    cells = tuple(
        TableCell(at, column, text)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    return TableThere(FurtherTable("", cells, len(rows), len(rows[0])))


def shown(at: int, **other: Any) -> Drawn:
    return Drawn(What.PICTURE, at=at, place=Place("2023.docx"), shows=picture())._replace(**other)


def published(
    *blocks: Line | Grid, beside: BesideText = NOTHING, written: Written = PLAIN
) -> tuple[Publication, list[Unprintable]]:
    """Return the publication of a document, and what of it nothing but the document shows."""
    said = Said(Manuscript(blocks), beside, written)
    return publication_of(said, SIGNED, SMALL, lambda chart: f"{chart.kind}")
