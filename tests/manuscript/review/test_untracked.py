from collections.abc import Mapping, Sequence

from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.untracked import untracked_changes
from tests.forms import FORM
from tests.manuscript.review.edited import body, compared, generated, small

FIRST = "主动公开各类信息，依法办理申请，规范信息管理。"
SECOND = "全年召开专题会议三次，研究部署重点任务。"
DIRECT = FIRST.replace("各类", "全部")
NEW = "组织政府开放日活动五场，邀请代表参加。"
BASE = small(body(FIRST), body(SECOND))
Edits = Mapping[str, str | Sequence[str] | None]


def untracked(accepted: Edits, rejected: Edits) -> list[Change]:
    """Return what was changed directly, by the document with all 修订 accepted, and rejected."""
    with_and_without = compared(BASE, accepted), compared(BASE, rejected)
    found = untracked_changes(*with_and_without, generated(BASE), FORM)
    return [change for change in found if change.kind != Kind.TABLE]  # a small report has none


def test_what_is_so_with_and_without_them_was_changed_directly() -> None:
    (change,) = untracked({FIRST: DIRECT}, {FIRST: DIRECT})
    assert (change.kind, change.was, change.now) == (Kind.REWORDED, FIRST, DIRECT)
    kinds = [one.kind for one in untracked({SECOND: [SECOND, NEW]}, {SECOND: [SECOND, NEW]})]
    assert kinds == [Kind.ADDED]
    assert [one.kind for one in untracked({SECOND: None}, {SECOND: None})] == [Kind.DELETED]


def test_what_was_generated_and_is_recorded_as_changed_to_it_was_not() -> None:
    assert untracked({}, {FIRST: DIRECT}) == []
    assert untracked({}, {SECOND: None}) == []
    assert untracked({}, {SECOND: [SECOND, NEW]}) == []


def test_of_a_line_it_is_the_words_that_are_so_either_way() -> None:
    with_both = DIRECT.replace("规范", "严格规范")
    recorded_before = DIRECT.replace("依法", "及时")
    (change,) = untracked({FIRST: with_both}, {FIRST: recorded_before})
    assert [(word.was, word.now) for word in change.words] == [("各类", "全部")]
    assert (change.was, change.now) == (FIRST, DIRECT)
