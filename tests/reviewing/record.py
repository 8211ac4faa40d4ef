"""What the simulated reviewer says about what was done: the truth that a program is held to."""

from dataclasses import dataclass, field
from enum import StrEnum

Grid = list[list[str]]


class Kind(StrEnum):
    """The kinds of edits."""

    REWORD = "reword"
    INSERT_WORDS = "insert_words"
    DELETE_WORDS = "delete_words"
    CHANGE_NUMBER = "change_number"
    INSERT_PARAGRAPH = "insert_paragraph"
    DELETE_PARAGRAPH = "delete_paragraph"
    MOVE_PARAGRAPH = "move_paragraph"
    SPLIT_PARAGRAPH = "split_paragraph"
    MERGE_PARAGRAPHS = "merge_paragraphs"
    CHANGE_FIGURE = "change_figure"
    RENAME_HEADING = "rename_heading"
    RENUMBER = "renumber"


@dataclass(frozen=True)
class Cell:
    """A cell of a table, by its place in the grid; all counted from 0."""

    table: int
    row: int
    column: int  # of the grid: a cell that spans three columns takes up three
    row_labels: tuple[str, ...]  # from left to right
    column_labels: tuple[str, ...]  # from top to bottom


@dataclass(frozen=True)
class Edit:
    """One edit. Paragraphs are the non-empty ones outside tables, counted from 0."""

    kind: Kind
    was: tuple[str, ...]  # the texts of the paragraphs, or of the cell, in the unedited document
    now: tuple[str, ...]  # the same after all edits
    before: tuple[int, ...]  # the paragraphs of `was` in the unedited document
    after: tuple[int, ...]  # the paragraphs of `now` in `Reviewed.lines`
    cell: Cell | None  # where a figure was changed
    tracked: bool
    author: str  # "" if not tracked


@dataclass(frozen=True)
class Comment:
    """A comment (批注) on some words."""

    author: str
    words: str  # what it is about
    text: str  # paragraphs are parted by \n
    line: int | None  # the paragraph in `Reviewed.lines`; None in a table


@dataclass(frozen=True)
class Reviewed:
    """A document and everything that is true of it."""

    data: bytes
    edits: tuple[Edit, ...]
    lines: list[str]  # all non-empty paragraphs outside tables; a w:br is \n
    tables: list[Grid]  # a text stands where its cell begins, the rest of the cell is ""
    rejected_lines: list[str]  # the same if all tracked edits are rejected
    rejected_tables: list[Grid]
    appendix: tuple[str, ...] = ()  # those lines at the end that were added after the report
    comments: tuple[Comment, ...] = field(default=())
