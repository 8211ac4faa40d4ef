"""A change of a document, as it is told to people."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.manuscript.manuscript import Unseen
from generator.manuscript.word_changes import WordChange
from generator.model.report import Place

MARGINS = "页眉页脚"
"""Where lines of headers and footers are said to stand."""


class Kind(StrEnum):
    """What became of a piece of the document."""

    FIGURE = "表格数字"
    LABEL = "表格文字"
    HEADING = "标题"
    NUMBER = "序号"
    REWORDED = "改写"
    ADDED = "新增"
    DELETED = "删除"
    MOVED = "移动"
    SPLIT = "拆分"
    MERGED = "合并"
    TABLE = "表格"
    SHOWN = "图表"
    OTHER = "其他"


@dataclass(frozen=True)
class Change:
    """One change."""

    kind: Kind
    place: Place
    """In the document as it is now; of what was deleted, what stands before it."""
    was: str
    now: str
    words: tuple[WordChange, ...] = ()
    """Within text that was reworded."""
    by: tuple[tuple[str, str], ...] = ()
    """(who, when), where 修订 tells."""
    how: Unseen | None = None
    """Where words were taken back without 修订 that still stand in the file."""


def counted_by_kind(changes: Sequence[Change]) -> str:
    """Return how many changes there are of each kind."""
    counts = Counter(change.kind for change in changes)
    return "，".join(f"{kind.value} {counts[kind]} 处" for kind in Kind if counts[kind])
