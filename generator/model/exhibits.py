"""图、表: what a row of the narrative shows beside words: a picture, a chart, a further table."""

import hashlib
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from generator.model.place import Place

FIGURE_KIND, TABLE_KIND = "图", "表"
"""Kinds of paragraphs that show an exhibit; captions are counted for each: 图1, 图2, 表1."""
EXHIBIT_KINDS = (FIGURE_KIND, TABLE_KIND)

PICTURE_TYPES = ("png", "jpeg", "gif")
"""The formats that documents show, as their media types have them."""
MOST_ROWS, MOST_COLUMNS = 400, 20
"""So large a further table may be: some fifteen pages of it, and as wide as a page can bear."""
MOST_POINTS, MOST_SERIES = 40, 2
"""So many points a chart may have for each series: the names of more cannot be read."""


class ChartKind(StrEnum):
    """How a chart is drawn; the value is what staff choose."""

    COLUMN = "柱形图"
    BAR = "条形图"
    LINE = "折线图"
    PIE = "饼图"


class Years(StrEnum):
    """Of which years a chart shows the figures; the value is what staff choose."""

    THIS = "本年"
    BOTH = "上年和本年"


@dataclass(frozen=True)
class Picture:
    """A picture as documents show it: upright, in a format that Word has."""

    file: str
    """Name of its file, as the row has it."""
    content: bytes = field(repr=False)
    """PNG, JPEG or GIF."""
    media_type: str
    """png, jpeg or gif."""
    width: int
    """In pixels."""
    height: int
    dots_per_inch: float = 96.0

    @cached_property
    def digest(self) -> str:
        """Know it again: sha256 of its content."""
        return hashlib.sha256(self.content).hexdigest()


class Series(NamedTuple):
    """Numbers of a chart that are drawn alike."""

    name: str
    """2024年; the unit where there is one series only."""
    values: tuple[Decimal | None, ...]
    """One for each category; None is a gap, not 0."""


class Chart(NamedTuple):
    """A chart with its numbers."""

    name: str
    kind: ChartKind
    title: str
    """Printed in the chart itself; may be empty."""
    unit: str
    """件, 万元; may be empty."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True)
class ChartRow:
    """图表: one point of a chart, as somebody typed it; its first row says what all have."""

    chart: str
    """Name of the chart; empty where it is that of the row above."""
    kind: str
    title: str
    unit: str
    years: str
    label: str
    """What the point is called in the chart; empty where that is what it cites."""
    data: str
    """【名称】 of a figure, sum or indicator, or a number."""
    places: tuple[Place, ...] = field(default=(), compare=False)
    """Of these seven, where each is written."""

    @property
    def typed(self) -> tuple[str, ...]:
        """All that was typed, in order."""
        return (
            self.chart,
            self.kind,
            self.title,
            self.unit,
            self.years,
            self.label,
            self.data,
        )

    def place_of(self, name: str) -> Place:
        """Return where one of its fields is written."""
        at = [each.name for each in fields(self)].index(name)
        return self.places[at] if at < len(self.places) else Place("")


@dataclass(frozen=True)
class TableCell:
    """A cell of a further table, where its upper left corner stands, counted from 0."""

    row: int
    column: int
    text: str
    """As the workbook shows it."""
    rows: int = 1
    """How many rows it is high, and columns wide, where cells are merged."""
    columns: int = 1
    value: Decimal | None = field(default=None, compare=False)
    """The number that it holds, to be added up and set right; None where it is words."""
    place: Place = field(default=Place(""), compare=False)
    formula: bool = field(default=False, compare=False)
    """Whether it is worked out by the workbook, so that nobody can write into it."""


class FurtherTable(NamedTuple):
    """A table beside those of the form: a sheet of the workbook as it is shown."""

    name: str
    """Of its sheet."""
    cells: tuple[TableCell, ...]
    """By rows; blank ones too, but for those that a merged one covers."""
    height: int
    width: int
    header_rows: int = 1
    """Printed again on every page."""


Exhibit = Picture | Chart | FurtherTable
