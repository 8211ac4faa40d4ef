"""What was mended since the last collection, what was not, what is new."""

from collections.abc import Sequence

import pytest

from generator.model.collection.collection import State
from generator.model.collection.notices.progress import Noted, Progress, progress_of
from generator.model.collection.notices.told import noted_of
from generator.model.finding import Finding, unchecked
from generator.model.report import Verification
from tests.model.collection.collected import (
    CIVIL,
    at,
    collection,
    filing,
    hint,
    not_a_number,
    tie,
    unit,
    wording,
)


def noted(*findings: Finding) -> list[Noted]:
    """Return what a collection recorded, in which the unit had these findings."""
    return list(noted_of(collection(unit(CIVIL, State.HELD, filing(*findings)))))


def since(
    before: Sequence[Finding], *now: Finding, digest: str = "second", state: State = State.HELD
) -> Progress:
    filed = filing(*now, digest=digest)
    return progress_of(unit(CIVIL, state, filed), now, noted(*before))


def test_what_is_no_longer_found_was_mended() -> None:
    progress = since([tie(), wording()], wording())
    assert [one.key for one in progress.mended] == [tie().key]
    assert [one.finding for one in progress.remaining] == [wording()]
    assert not progress.remaining[0].changed
    assert progress.new == ()
    assert progress.again


def test_what_was_not_there_is_new() -> None:
    progress = since([tie()], tie(), wording())
    assert progress.new == (wording(),)
    assert progress.mended == ()


def test_a_row_that_moved_is_the_same_finding() -> None:
    progress = since([wording("D11")], wording("D14"))
    assert [one.changed for one in progress.remaining] == [False]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (tie(expected=12, found=11), tie(expected=12, found=14)),
        (wording("D11", said=4), wording("D11", said=6)),
        (wording("D11", said=4), wording("D14", said=6)),
        (hint("A7:E7"), hint("A7:C7")),
    ],
)
def test_other_numbers_are_still_not_right(then: Finding, now: Finding) -> None:
    progress = since([then], now)
    assert [one.changed for one in progress.remaining] == [True]
    assert (progress.mended, progress.new) == ((), ())


def test_the_surest_likeness_goes_first() -> None:
    mended, stays = wording("D11", said=4), wording("D12", said=6)
    progress = since([mended, stays], stays._replace(place=at("D11", "正文")))
    assert [one.key for one in progress.mended] == [mended.key]
    assert [one.changed for one in progress.remaining] == [False]


def test_no_finding_of_last_time_is_known_again_twice() -> None:
    progress = since([wording("D11")], wording("D11"), wording("D11"))
    assert (len(progress.remaining), len(progress.new)) == (1, 1)


def test_findings_on_the_report_as_a_whole_are_not_taken_for_one_another() -> None:
    section = wording()._replace(place=at("", ""), message="没有第三部分", quote="")
    other = section._replace(message="没有第五部分乙")
    progress = since([section], other)
    assert [one.key for one in progress.mended] == [section.key]
    assert progress.new == (other,)


def test_of_the_very_file_of_last_time_nothing_was_mended() -> None:
    progress = since([tie(), wording()], wording(), digest="first")
    assert progress.mended == ()
    assert not progress.again


@pytest.mark.parametrize("state", [State.MISSING, State.UNUSABLE, State.OTHER_YEAR])
def test_where_there_is_no_file_to_look_in_nothing_was_mended(state: State) -> None:
    progress = since([tie()], state=state)
    assert progress.mended == ()
    assert [one.key for one in progress.unheard] == [tie().key]


def test_what_people_verified_is_no_longer_told_and_was_not_mended() -> None:
    verified = wording()._replace(verified=Verification(wording().key, "王某", "属实"))
    assert since([wording()], verified) == Progress()
    assert since([verified]).mended == ()


def test_what_holds_back_cannot_be_verified() -> None:
    waved = tie()._replace(verified=Verification(tie().key, "王某", "属实"))
    assert len(since([tie()], waved).remaining) == 1


def test_what_cannot_be_checked_now_was_not_mended() -> None:
    missing = unchecked("X03", at(""), "没有上年的工作簿", "请放在旁边")
    assert since([wording()], missing).mended == ()


def test_thousands_of_findings_are_compared_one_by_one_with_few() -> None:
    many = [not_a_number(f"C{row}") for row in range(3000)]
    progress = since(many, *many[:1500])
    assert (len(progress.mended), len(progress.remaining)) == (1500, 1500)
