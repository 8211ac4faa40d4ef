from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.manuscript.review.workbook_changes import not_in_document
from generator.model.report import Figure, Paragraph, Place, Report
from tests.forms import FORM
from tests.manuscript.review.edited import body, compared, report_of

UPDATED = "加强管理，更新信息三百条。"
MADE = report_of(body(UPDATED), body("全年培训三次。"))


def newer(
    workbook: Report, words: dict[str, str | Sequence[str] | None] | None = None
) -> list[str]:
    """Return where a workbook is newer than the document of which some lines were retyped."""
    return [str(place) for place in not_in_document(compared(MADE, words), workbook, FORM)]


def with_first(*paragraphs: Paragraph) -> Report:
    return replace(MADE, paragraphs=(*paragraphs, *MADE.paragraphs[1:]))


REWORDED = with_first(replace(body("加强管理，更新信息四百条。"), place=Place("", "正文", "D9")))


def test_a_workbook_that_is_as_it_was_is_not_newer() -> None:
    assert newer(MADE) == []
    assert newer(MADE, {UPDATED: "加强管理，更新信息五百条。"}) == []


def test_a_paragraph_reworded_in_the_workbook_alone_is_told_once() -> None:
    assert newer(REWORDED) == ["『正文』D9"]


def test_so_is_one_that_was_added_and_one_that_was_taken_out() -> None:
    added = replace(body("新开热线一条。"), place=Place("", "正文", "D9"))
    assert newer(with_first(added, body(UPDATED))) == ["『正文』D9"]
    assert newer(with_first()) == ["『第一部分』删去的段落"]


def test_what_both_have_come_to_say_is_in_the_document() -> None:
    assert newer(REWORDED, {UPDATED: "加强管理，更新信息四百条。"}) == []
    assert newer(with_first(), {UPDATED: None}) == []


def test_a_figure_and_an_entry_are_told_unless_the_document_changed_them() -> None:
    figure = Figure(Decimal(8), place=Place("", "三、申请办理", "D5"))
    figures = {**MADE.figures, "本年新收自然人": figure}
    assert newer(replace(MADE, figures=figures)) == ["『三、申请办理』D5"]
    name = "机关名称"
    entry = replace(MADE.entries[name], value="某市另一局", place=Place("", "基本信息", "B3"))
    assert newer(replace(MADE, entries={**MADE.entries, name: entry})) == ["『基本信息』B3"]
