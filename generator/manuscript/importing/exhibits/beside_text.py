"""What a document shows beside text, where it stands; knows no file format."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from generator.form.labels import Spot
from generator.model.exhibits import Chart, FurtherTable, Picture
from generator.model.report import Place


class What(StrEnum):
    """What is drawn, as manuscripts call it among their things."""

    PICTURE = "图片"
    CHART = "图表"


class Drawn(NamedTuple):
    """A picture or a chart in the text of a document."""

    what: What
    at: int = 0
    """How many blocks of the manuscript stand before it; one that holds it stands before it."""
    place: Place = Place("")
    content: bytes = b""
    """The file of a picture, whatever it is."""
    shows: Picture | Chart | None = None
    """None where it cannot be kept, or as long as nobody has looked into its file."""
    problem: str = ""
    """Why it cannot be kept; follows what it is: 是链接到别处的."""
    advice: str = ""
    altered: str = ""
    """How the document shows its file: 裁剪过; the file is kept as it is."""
    alternative: str = ""
    """What is said of it to those who cannot see it."""
    file_name: str = ""
    """Of the file that it was made from, where the document knows it."""
    floating: bool = False
    """Whether it lies over or beside the text, as seals do."""
    grid: int = -1
    """Number of the table that holds it; -1 where none does."""
    cell: Spot = (0, 0)
    """Of that table."""
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height in points as the document shows it; 0 where it does not say."""


class TableThere(NamedTuple):
    """A table of a document as one of a workbook."""

    table: FurtherTable
    alternative: str = ""
    corner: Spot = (0, 0)
    """Where in the document's own it begins, without blank rows above and columns beside it."""
    widths: tuple[int, ...] = ()
    """Of its columns, in twentieths of a point; empty where the document does not say."""


class BesideText(NamedTuple):
    """What a document shows beside text, and what tells its captions."""

    drawn: tuple[Drawn, ...] = ()
    """In order."""
    tables: Mapping[int, TableThere] = {}
    """By the number of the grid; absent where a table cannot be one of a workbook."""
    captions: frozenset[int] = frozenset()
    """Numbers of blocks that are in a style for captions."""
    centred: frozenset[int] = frozenset()
    """Numbers of blocks that begin with 图 or 表 and stand in the middle."""
    names: Mapping[tuple[str, str], str] = {}
    """What this program knows a chart or a table by, from the data of a document of its own."""


NOTHING = BesideText()
