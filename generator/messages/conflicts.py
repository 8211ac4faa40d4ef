"""What workbook and document say differently: for people, and the same for programs."""

from collections.abc import Iterator

from generator.manuscript.review.merged_values import Conflict
from generator.manuscript.word_changes import word_changes
from generator.messages.changes import word_said
from generator.messages.excerpts import LONGEST, clipped


def conflict_lines(conflict: Conflict) -> Iterator[str]:
    """Yield what each side says; of long texts the words in which they differ."""
    yield f"{conflict.place.within}{conflict.place.spot} {conflict.what}".strip()
    base, sides = conflict.base, (("工作簿", conflict.workbook), ("文　档", conflict.document))
    if all(len(text) <= LONGEST for _, text in sides):
        if base and base not in (conflict.workbook, conflict.document):
            yield f"  生成时：{clipped(base)}"
        yield from (f"  {side}：{clipped(text) or '（没有）'}" for side, text in sides)
        return
    before = base or conflict.workbook
    for side, text in sides:
        words = "；".join(word_said(change, before) for change in word_changes(before, text))
        whole = not text or len(words) > len(text) + LONGEST
        said = (clipped(text) or "（没有）") if whole else words or "没有改"
        yield f"  {side}：{said}"


def conflict_record(conflict: Conflict) -> dict[str, str]:
    """Return a conflict for programs."""
    return {
        "what": conflict.what,
        "place": str(conflict.place),
        "base": conflict.base,
        "workbook": conflict.workbook,
        "document": conflict.document,
    }
