"""A report as it is published: what its document says, in order, whatever the form of the file.

The document, the PDF and the web page of a report are written from one of these, so they cannot
say different things.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.model.exhibits import Chart, Picture

LANGUAGE = "zh-CN"


class Level(StrEnum):
    """Where words stand, as HTML says it."""

    ON_LINE = ""
    RAISED = "sup"
    LOWERED = "sub"


class Piece(NamedTuple):
    """A stretch of text of one look."""

    text: str
    """A line feed in it is a break within the paragraph."""
    strong: bool = False
    """Whether it leads in what follows: 1.公文主动公开。"""
    link: str = ""
    """The address that it leads to, http(s) or mailto; empty for none."""
    level: Level = Level.ON_LINE
    """m², CO₂: as a level, for fonts do not have every sign raised."""


class Manner(StrEnum):
    """How a paragraph stands on the page."""

    BODY = "body"
    """Two characters in, like most."""
    NOTE = "note"
    """Below a table, smaller: 注：…"""
    CENTRED = "centred"
    SIGNATURE = "signature"
    """落款, centred above the day of issue."""
    ISSUED = "issued"
    """成文日期, four characters from the right."""


class Heading(NamedTuple):
    """A heading in a paragraph of its own, with its number."""

    level: int
    """2 for 一、, 3 for （一）, 4 for 1.; the title is 1."""
    text: str


class Paragraph(NamedTuple):
    """A paragraph of text."""

    pieces: tuple[Piece, ...]
    manner: Manner = Manner.BODY

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(piece.text for piece in self.pieces)


class Scope(StrEnum):
    """What a header cell is the header of, as HTML says it."""

    NONE = ""
    """It is no header."""
    COLUMN = "col"
    COLUMNS = "colgroup"
    ROW = "row"
    ROWS = "rowgroup"


class Cell(NamedTuple):
    """A cell of a table where its upper left corner stands, counted from 0."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    scope: Scope = Scope.NONE
    written: tuple[Piece, ...] = ()
    """Its text in pieces, where anything in it stands out."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of its text."""
        return self.written or (Piece(self.text),)


class PublishedTable(NamedTuple):
    """A table: one of the form's, one that was added to it, or a reviewer's."""

    caption: str
    """表1　各镇的申请; empty where none is printed, as above the form's own."""
    name: str
    """What it is called to those who cannot see it; the section's heading for the form's own."""
    cells: tuple[Cell, ...]
    """By rows; none where a merged cell covers one."""
    height: int
    width: int
    header_rows: int
    """Printed again on every page."""
    shares: tuple[int, ...] = ()
    """How wide the columns are, as shares of the whole; empty where nothing says so."""


class Figure(NamedTuple):
    """A picture or a chart, with its caption below."""

    exhibit: Picture | Chart
    caption: str
    """图1　培训现场; empty where there is none."""
    alternative: str
    """For those who cannot see it; never empty."""
    width: float = 156.0
    """In millimetres, as wide as the document shows it."""
    height: float = 78.0
    caption_above: bool = False
    """Whether the document has the caption there; usually it stands below."""


Block = Heading | Paragraph | PublishedTable | Figure


@dataclass(frozen=True)
class Publication:
    """A whole report."""

    title: tuple[str, ...]
    """Its lines: 某某市某某局, 2024年政府信息公开工作年度报告."""
    organ: str
    year: int
    issued: date
    """成文日期; where none is given, the first day of the year after the report's."""
    blocks: tuple[Block, ...]
    above: tuple[Block, ...] = ()
    """What stands before the title: 附件1, a number of the office."""

    @property
    def name(self) -> str:
        """The title in one line."""
        return "".join(self.title)
