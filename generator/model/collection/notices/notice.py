"""What is sent to a unit: 整改单 of what it is to mend, 催报单 where it has not filed."""

from enum import StrEnum
from typing import NamedTuple

from generator.model.reading_order import Standing


class NoticeKind(StrEnum):
    """What a unit is asked for."""

    MEND = "改正"
    REPLACE = "换文件"
    """Its file is of no use."""
    FILE = "报送"
    """It has not filed."""

    @property
    def called(self) -> str:
        """What people call such a notice."""
        return "催报单" if self == NoticeKind.FILE else "整改单"


URGENCY = {
    Standing.HOLDS_BACK: "必须改正",
    Standing.WRONG: "请核实，有错就改",
    Standing.NOTICE: "请看一看，没有错的不用改",
}
"""What a notice asks for, by the standing of a finding."""


class NoticeItem(NamedTuple):
    """One thing to mend, wherever it stands, or one that was mended."""

    standing: Standing
    where: str
    """Sheets and cells, or pages, tables and rows."""
    problem: str
    """What was expected and what was found, in a sentence."""
    advice: str = ""
    """What to do, in a sentence; empty where nothing is."""
    places: int = 1
    """How many findings it stands for."""


class NoticePart(NamedTuple):
    """A part of a notice."""

    heading: str
    items: tuple[NoticeItem, ...]
    """What must be mended first, what is only to look at last."""


class Notice(NamedTuple):
    """A notice to a unit, in words, whatever file it becomes."""

    unit: str
    organ: str
    """Who sends it."""
    report: str
    """The report that it is about: 2024年政府信息公开工作年度报告."""
    year: int
    kind: NoticeKind
    said: tuple[str, ...]
    """Paragraphs above the list: which file was read, and how it stands."""
    parts: tuple[NoticePart, ...] = ()
    beyond: str = ""
    """A paragraph below the list: how much more there is than is listed."""
