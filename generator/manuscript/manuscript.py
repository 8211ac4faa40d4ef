"""A document as its readers see it: lines of text and tables, and what people noted on them.

Knows no file format. The document as it was generated and the one that reviewers worked on are both
read into this, so that what a reader of files may get wrong is wrong on both sides alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from generator.form.labels import Spot
from generator.model.exhibits import Chart
from generator.model.report import Place

CONTENTS = "目录"
"""Among what no line holds: a table of contents that Word or WPS has made."""


class Unseen(StrEnum):
    """How text was taken back without 修订: it stands in the file, and is no text that stands."""

    STRUCK = "删除线"
    HIDDEN = "隐藏文字"


@dataclass(frozen=True)
class Trace:
    """What 修订 says of one piece of text, or a line through it."""

    by: str
    when: str
    """As the file has it: 2024-01-20T09:30:00Z."""
    words: str
    added: bool
    """Otherwise deleted."""
    how: Unseen | None = None
    """Where it was deleted without 修订."""


@dataclass(frozen=True)
class Doubt:
    """A number of which a part was struck or raised, so that it is not clear what it is."""

    standing: str
    """What is left, joined: 13."""
    whole: str
    """The same with what was struck or raised: 123."""
    raised: bool = False
    """Whether that part is a 上标 or 下标."""


@dataclass(frozen=True)
class UnseenText:
    """Some text that was struck or hidden."""

    how: Unseen
    text: str
    place: Place


@dataclass(frozen=True)
class Line:
    """A paragraph outside the tables, automatic number included; never blank.

    A line break inside a paragraph begins a new line.
    """

    text: str
    place: Place
    traces: tuple[Trace, ...] = ()
    number: str = ""
    """Automatic number at its beginning, which nobody has typed."""
    lead: int = 0
    """How many characters at its beginning stand out, as the heading of what follows."""
    doubt: Doubt | None = None
    outlined: bool = False
    """Whether it is a heading to the program that it was written in."""


@dataclass(frozen=True)
class Grid:
    """A table: the text of every cell at its row and column, counted from 0."""

    cells: Mapping[Spot, str]
    place: Place
    traces: Mapping[Spot, tuple[Trace, ...]]
    doubts: Mapping[Spot, Doubt] = field(default_factory=dict)


@dataclass(frozen=True)
class Remark:
    """批注: what somebody noted, and on which words."""

    by: str
    when: str
    words: str
    text: str
    place: Place
    done: bool = False


@dataclass(frozen=True)
class Thing:
    """What is in a document and is neither text nor table: a picture, a note, a drawing."""

    what: str
    """As it is called."""
    says: str = ""
    """The text in it, if it has any."""
    substance: str = ""
    """What tells it from another of its kind, where no text does."""

    def __str__(self) -> str:
        return f"{self.what}：{self.says}" if self.says else self.what


@dataclass(frozen=True)
class Drawn:
    """A picture or a chart, and where in the text it stands."""

    thing: Thing
    """What it is among all else that is neither text nor table."""
    block: int
    """How many lines and tables begin before it."""
    size: tuple[float, float]
    """Width and height in points; 0 where the file says none."""
    chart: Chart | None = None
    """What a chart shows; None where it cannot be read, and of a picture."""


@dataclass(frozen=True)
class Manuscript:
    """A document from beginning to end."""

    blocks: tuple[Line | Grid, ...]
    remarks: tuple[Remark, ...] = ()
    others: tuple[Thing, ...] = ()
    """What else is in it that no line or table holds: pictures, notes, a look of some words."""
    links: tuple[Thing, ...] = ()
    """What some of its text is beside being text: links to pages, fields that programs fill."""
    margins: tuple[str, ...] = ()
    """Lines of headers and footers."""
    revised: bool = False
    """Whether 修订 are in it that nobody has accepted or rejected yet."""
    unseen: tuple[UnseenText, ...] = ()
    """What is struck or hidden, and so in none of its lines and tables."""
    drawn: tuple[Drawn, ...] = ()
    """The pictures and charts in its text, which are among the `others` too."""

    @property
    def file(self) -> str:
        """Name of the file that it was read from, for messages; empty where nothing is in it."""
        return self.blocks[0].place.file if self.blocks else ""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, without the tables."""
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))
