"""What is said of a revised document: Chinese for people, the same as JSON for programs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.manuscript.edits import AUTHOR
from generator.manuscript.review.document_edits import Done
from generator.messages.conflicts import conflict_lines, conflict_record
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.messages.review import basis_said, foreign_lines
from generator.messages.review_records import records_as_json, unusable_record
from generator.model.exhibits import EXHIBIT_KINDS
from generator.model.one_line import lines_said
from generator.pipeline.revise import Revised

_DONE = {Done.ADDED: "新增", Done.CHANGED: "更新", Done.GONE: "删除"}


def spoken_revised(revised: Revised, paint: Paint = plain) -> str:
    """Return what was brought into a document, and what is to be done with it."""
    headline = paint(_headline(revised), Emphasis.ALARM if revised.conflicts else Emphasis.BOLD)
    return lines_said([headline, *(f"  {line}" for line in _details(revised))])


def revised_as_json(results: Sequence[Revised | tuple[Path, str]]) -> str:
    """Return the same for programs; a document that could not be used comes with its message."""
    return records_as_json(
        _record(one) if isinstance(one, Revised) else unusable_record(*one) for one in results
    )


def _headline(revised: Revised) -> str:
    if revised.written:
        return f"已把工作簿的改动写进文档：{revised.document}"
    if revised.conflicts:
        return f"没有写进文档：{revised.document} 与工作簿有 {len(revised.conflicts)} 处两边不同"
    return f"不用写：工作簿自生成以来的改动，{revised.document} 里都已经有了"


def _details(revised: Revised) -> Iterator[str]:
    yield f"工作簿：{revised.workbook}"
    if said := basis_said(revised.basis):
        yield f"{said}。"
    if revised.written:
        done = revised.edits
        counts = (
            (done.figures, "表格数字"),
            (done.reworded, "改写"),
            (done.added, "新增段落"),
            (done.gone, "删除段落"),
            *(
                (done.exhibits[what, kind], f"{said}{kind}")
                for what, said in _DONE.items()
                for kind in EXHIBIT_KINDS
            ),
        )
        yield "，".join(f"{what} {count} 处" for count, what in counts if count)
        yield f"都是修订，作者是 {AUTHOR}，可以逐条接受或拒绝；别人的修改、修订和批注没有动"
        yield f"原来的文档另存为：{revised.kept}"
    yield from foreign_lines(revised.foreign)
    for conflict in revised.conflicts:
        yield from conflict_lines(conflict)
    if revised.conflicts:
        yield (
            "请在工作簿或文档里改成一样；或者加 --take workbook（以工作簿为准）、"
            "--take document（保留文档的写法）"
        )


def _record(revised: Revised) -> dict[str, Any]:
    done = revised.edits
    status = "written" if revised.written else "conflicts" if revised.conflicts else "current"
    return {
        "document": str(revised.document),
        "status": status,
        "workbook": str(revised.workbook),
        "basis": revised.basis.value,
        "figures": done.figures,
        "reworded": done.reworded,
        "added": done.added,
        "gone": done.gone,
        "exhibits": {
            what.value: {kind: done.exhibits[what, kind] for kind in EXHIBIT_KINDS} for what in Done
        },
        "conflicts": [conflict_record(one) for one in revised.conflicts],
        "foreign": revised.foreign,
        "kept": str(revised.kept) if revised.kept else None,
    }
