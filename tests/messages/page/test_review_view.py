"""A review for a page: red and green, who and when, and what can be chosen of each conflict."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.side import Side
from generator.messages.page.review_view import (
    choices_from,
    conflicts_view,
    pieces,
    review_view,
    revised_view,
)
from generator.model.finding import Refusal
from generator.model.report import Place
from generator.pipeline.make import make
from generator.pipeline.review import review
from generator.pipeline.revise import revise
from tests.pipeline.conftest import office, small_form
from tests.pipeline.office import (
    document_of,
    reviewer_edits,
    row_with,
    rows_of,
    staff_edit,
    workbook_of,
)
from tests.pipeline.small_office import CELL
from tests.reviewing import extras
from tests.reviewing.reviewer import Kind as Edit
from tests.reviewing.reviewer import review as edit

__all__ = ["office", "small_form"]
WORDS, DOCUMENT_SAYS, WORKBOOK_SAYS = "均予以公开", "全部予以公开", "及时予以公开"
TOO = ("做到及时更新", "做到每日更新", "做到每周更新")


def view(office: Path) -> dict[str, Any]:
    found = review_view(review(document_of(office)))
    json.dumps(found)
    return found


def both_edit(office: Path, *wordings: tuple[str, str, str]) -> None:
    """Let reviewers and staff change the same words, each in another way."""
    for was, document, workbook in wordings:
        row, text = row_with(office, was)
        reviewer_edits(office, was, document)
        staff_edit(office, {("正文", (row, 4)): text.replace(was, workbook)})


def said(office: Path) -> str:
    return "".join(rows_of(office).values())


def test_changed_words_are_red_and_green_between_those_that_stayed(office: Path) -> None:
    reviewer_edits(office, WORDS, DOCUMENT_SAYS)
    (change,) = view(office)["changes"]
    words = [(one["kind"], one["text"]) for one in change["pieces"]]
    assert words[1:3] == [("deleted", "均"), ("added", "全部")]
    assert [kind for kind, _ in words] == ["same", "deleted", "added", "same"]


def test_a_figure_is_was_and_is_with_who_and_when(office: Path) -> None:
    data = document_of(office).read_bytes()
    kinds = [Edit.CHANGE_FIGURE]
    truth = edit(data, Random(3), kinds=kinds, count=1, tracked=True, nested=False)
    document_of(office).write_bytes(truth.data)
    (change,) = view(office)["changes"]
    assert [one["kind"] for one in change["pieces"]] == ["deleted", "added"]
    assert change["by"][0]["who"] == truth.edits[0].author
    assert change["by"][0]["when"]


def test_a_remark_says_who_on_which_words_and_whether_it_is_done(office: Path) -> None:
    made = edit(document_of(office).read_bytes(), Random(1), count=0, tracked=False)
    truth = extras.add_comment(made, Random(1))
    document_of(office).write_bytes(truth.data)
    (remark,) = view(office)["remarks"]
    assert (remark["text"], remark["who"]) == (truth.comments[0].text, truth.comments[0].author)
    assert not remark["done"]


def test_pieces_put_together_again_are_the_two_texts() -> None:
    before, after = "共受理申请5件，均已办结。", "全年共受理12件，均已及时办结。"
    found = list(pieces(before, after))
    assert "".join(one["text"] for one in found if one["kind"] != "added") == before
    assert "".join(one["text"] for one in found if one["kind"] != "deleted") == after


def test_each_conflict_is_settled_for_itself_and_none_unasked(office: Path) -> None:
    both_edit(office, (WORDS, DOCUMENT_SAYS, WORKBOOK_SAYS), TOO)
    first, second = view(office)["conflicts"]
    assert [one["side"] for one in first["sides"]] == ["document", "workbook"]
    assert DOCUMENT_SAYS in first["sides"][0]["text"]
    assert WORKBOOK_SAYS in first["sides"][1]["text"]
    before = said(office)
    choices = choices_from({first["id"]: "document"})
    found = review(document_of(office), choices=choices, apply=True)
    assert [one.key for one in found.conflicts] == [second["id"]]
    now = said(office)
    assert DOCUMENT_SAYS in now
    assert WORKBOOK_SAYS not in now
    assert TOO[2] in now
    assert TOO[2] in before


def test_the_workbook_taken_for_one_leaves_it_as_it_is(office: Path) -> None:
    both_edit(office, (WORDS, DOCUMENT_SAYS, WORKBOOK_SAYS), TOO)
    first, second = view(office)["conflicts"]
    choices = choices_from({first["id"]: "workbook", second["id"]: "document"})
    found = review(document_of(office), choices=choices, apply=True)
    assert (found.conflicts, found.overruled) == ([], 1)
    assert WORKBOOK_SAYS in said(office)
    assert TOO[1] in said(office)


def test_a_choice_of_what_was_changed_since_is_refused(office: Path) -> None:
    both_edit(office, (WORDS, DOCUMENT_SAYS, WORKBOOK_SAYS))
    (conflict,) = view(office)["conflicts"]
    row, text = row_with(office, WORKBOOK_SAYS)
    staff_edit(office, {("正文", (row, 4)): text.replace(WORKBOOK_SAYS, "依法予以公开")})
    before = workbook_of(office).read_bytes()
    with pytest.raises(Refusal, match="不是原来的样子"):
        review(document_of(office), choices={conflict["id"]: Side.DOCUMENT}, apply=True)
    assert workbook_of(office).read_bytes() == before


def test_what_nobody_has_seen_is_not_written_back(office: Path) -> None:
    reviewer_edits(office, WORDS, DOCUMENT_SAYS)
    seen = view(office)["version"]
    reviewer_edits(office, *TOO[:2])
    with pytest.raises(Refusal, match="刚刚又保存过"):
        review(document_of(office), apply=True, seen=seen)
    assert WORDS in said(office)
    found = view(office)
    assert review(document_of(office), apply=True, seen=found["version"]).applied


def test_bringing_in_asks_for_each_conflict_too(office: Path) -> None:
    both_edit(office, (WORDS, DOCUMENT_SAYS, WORKBOOK_SAYS), TOO)
    found = revised_view(revise(document_of(office)))
    assert not found["written"]
    first, second = found["conflicts"]
    choices = choices_from({first["id"]: "workbook", second["id"]: "document"})
    written = revise(document_of(office), choices=choices, seen=found["version"])
    assert written.written
    text = "".join(line.text for line in review(document_of(office)).comparison.edited.lines)
    assert WORKBOOK_SAYS in text
    assert TOO[1] in text


def test_what_only_one_side_can_settle_says_so_and_the_same_twice_is_asked_once() -> None:
    place = Place("2023.xlsx", "正文", "D9")
    judge = Judge(known=True, take=None)
    judge.unclear(Conflict("看不清", place, "", "13", "123"))
    judge.cannot(Conflict("没有地方", place, "", "13", ""))
    judge.dispute(Side.DOCUMENT, Conflict("正文", place, "", "13", "14"))
    judge.dispute(Side.DOCUMENT, Conflict("正文", place, "", "13", "14"))
    unclear, cannot, either = conflicts_view(judge.conflicts)
    taken = [[one["may_be_taken"] for one in each["sides"]] for each in (unclear, cannot, either)]
    assert taken == [[False, True], [True, False], [True, True]]
    assert [each["count"] for each in (unclear, cannot, either)] == [1, 1, 2]


def test_a_side_that_cannot_be_taken_settles_nothing() -> None:
    conflict = Conflict("看不清", Place("2023.xlsx"), "", "13", "123")
    judge = Judge(known=True, take=None, chosen={conflict.key: Side.DOCUMENT})
    judge.unclear(conflict)
    assert len(judge.conflicts) == 1
    judge = Judge(known=True, take=None, chosen={conflict.key: Side.WORKBOOK})
    judge.unclear(conflict)
    assert (judge.conflicts, judge.overruled) == ([], 1)


def test_a_side_that_is_none_is_refused() -> None:
    with pytest.raises(Refusal, match="再选一遍"):
        choices_from({"x": "neither"})


def test_an_untouched_document_has_nothing_to_decide(office: Path) -> None:
    staff_edit(office, {CELL: 6})
    make(workbook_of(office))
    found = view(office)
    assert found["untouched"]
    assert (found["changes"], found["conflicts"], found["cells"]) == ([], [], 0)
