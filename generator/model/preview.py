"""A report as it will be printed, while it is still being written: every piece says where from.

Unlike what is published it is made of an unfinished report too: what is blank stays blank.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.exhibits import Chart, Picture
from generator.model.place import Place
from generator.model.publication import Manner, Scope


class Stretch(NamedTuple):
    """Words of one look, from one place."""

    text: str
    """A line feed in it is a break."""
    strong: bool = False
    origin: Place | None = None
    """Where what is cited here is written: a number, an entry."""
    blank: bool = False
    """Whether it stands for what is not given yet."""
    marks: tuple[str, ...] = ()
    """Ids of the findings that are about these words."""


class PreviewLine(NamedTuple):
    """A paragraph, a heading or a caption."""

    id: str
    """Unique in the preview."""
    stretches: tuple[Stretch, ...]
    place: Place | None = None
    """The row of the workbook that it comes from; None where the form itself says it."""
    level: int = 0
    """2 for 一、, 3 for （一）, 4 for 1.; 1 for the title; 0 for text."""
    manner: Manner = Manner.BODY
    unrevised: str = ""
    """What its row says of being last year's still."""
    blank: bool = False
    """Whether it only says that something is missing."""
    marks: tuple[str, ...] = ()
    """Ids of the findings that are about all of it."""

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(one.text for one in self.stretches)


class PreviewCell(NamedTuple):
    """A cell of a table where its upper left corner stands, counted from 0."""

    id: str
    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    scope: Scope = Scope.NONE
    place: Place | None = None
    """The cell of the workbook that holds the number."""
    blank: bool = False
    """Whether nothing is filled in; it will be printed as 0."""
    marks: tuple[str, ...] = ()


class PreviewTable(NamedTuple):
    """A table: one of the form's, or a further one."""

    id: str
    name: str
    """What it is called to those who cannot see it."""
    cells: tuple[PreviewCell, ...]
    header_rows: int
    caption: PreviewLine | None = None


class PreviewFigure(NamedTuple):
    """A picture or a chart with its caption below; or the gap where it is to stand."""

    id: str
    exhibit: Picture | Chart | None
    """None where it is missing or cannot be shown."""
    caption: PreviewLine
    alternative: str
    """For those who cannot see it; of a gap, what is missing."""
    place: Place
    marks: tuple[str, ...] = ()


PreviewBlock = PreviewLine | PreviewTable | PreviewFigure


class PreviewPart(NamedTuple):
    """One part of the report: what stands above the first heading, or a section."""

    id: str
    label: str
    blocks: tuple[PreviewBlock, ...]


class Preview(NamedTuple):
    """A whole report as it will be printed."""

    title: tuple[PreviewLine, ...]
    parts: tuple[PreviewPart, ...]
    marked: Mapping[str, str] = {}
    """Of each finding that stands somewhere in it, by its id: the element where it is first."""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield what can change: every line, cell and figure, by its id, with its text."""
        yield from ((line.id, line.text) for line in self.title)
        for part in self.parts:
            for block in part.blocks:
                yield from _texts(block)


def mark_of(finding: str) -> str:
    """Return the id of the element that marks a finding."""
    return f"mark-{finding}"


def _texts(block: PreviewBlock) -> Iterator[tuple[str, str]]:
    match block:
        case PreviewLine():
            yield block.id, block.text
        case PreviewTable():
            if block.caption:
                yield block.caption.id, block.caption.text
            yield from ((cell.id, cell.text) for cell in block.cells)
        case PreviewFigure():
            yield block.id, block.alternative
            yield block.caption.id, block.caption.text
