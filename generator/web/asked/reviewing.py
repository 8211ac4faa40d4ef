"""What reviewers changed in a document; and the way back into the workbook, as people choose."""

from typing import Any

from generator.messages.page.folder import id_of
from generator.messages.page.report import written_back_said
from generator.messages.page.review_view import choices_from, conflicts_view, review_view
from generator.messages.revise import spoken_revised
from generator.model.finding import Refusal
from generator.pipeline.review import Review, review
from generator.pipeline.revise import revise
from generator.web.desk import Desk
from generator.web.request import Answer, Request, answer
from generator.web.told import Tone, choice, told, view


def looked_at(desk: Desk, _request: Request, given: str) -> Answer:
    """Answer with all that was changed in a document."""
    document = desk.file(given)
    found = review(document)
    workbook = (
        {"name": found.workbook.name, "id": id_of(found.workbook)} if found.workbook else None
    )
    record = {**review_view(found), "id": given, "name": document.name, "workbook": workbook}
    return answer(record)


def written_back(desk: Desk, request: Request, given: str) -> Answer:
    """Write the changes into the workbook, with what people chose where both sides changed."""
    document, said = desk.file(given), request.data()
    with desk.work.doing("正在写回工作簿"):
        found = review(document, choices=choices_from(_choices(said)), seen=_seen(said), apply=True)
    desk.watch.look()
    first, *lines = written_back_said(found)
    whole = found.all_in_workbook or (found.applied and not found.conflicts)
    tone = Tone.GOOD if whole else Tone.WARN
    return told(desk, first, lines, tone=tone, choices=_what_next(found, given))


def brought_in(desk: Desk, request: Request, given: str) -> Answer:
    """Bring what changed in the workbook into the document, as 修订.

    Where both sides changed, nothing is written, and what is to be chosen is answered.
    """
    document, said = desk.file(given), request.data()
    with desk.work.doing("正在写进文档"):
        found = revise(document, choices=choices_from(_choices(said)), seen=_seen(said))
    desk.watch.look()
    first, *lines = spoken_revised(found).split("\n")
    return told(
        desk,
        first,
        map(str.strip, lines),
        tone=Tone.WARN if found.conflicts else Tone.GOOD,
        choices=[choice("打开文档", f"open/{given}")],
        more={"conflicts": conflicts_view(found.conflicts), "seen": found.version},
    )


def _choices(said: dict[str, Any]) -> dict[str, str]:
    given = said.get("choices", {})
    if not isinstance(given, dict):
        raise Refusal("页面发来的选择读不懂，什么也没有写。请刷新页面再试。")
    return {str(key): str(side) for key, side in given.items()}


def _seen(said: dict[str, Any]) -> str:
    """Return which state people have looked at. Raise Refusal where they have looked at none."""
    seen = said.get("seen")
    if not isinstance(seen, str) or not seen:
        raise Refusal("没有说明看的是哪一次保存的，什么也没有写。请刷新页面再试。")
    return seen


def _what_next(found: Review, given: str) -> list[dict[str, Any]]:
    if found.workbook is None or not found.applied:
        return [choice("打开文档", f"open/{given}")]
    own = id_of(found.workbook)
    return [
        view("看工作簿核对得怎样", f"#/report/{own}"),
        choice("按工作簿重新生成", f"make/{own}"),
    ]
