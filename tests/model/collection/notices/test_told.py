"""What a collection tells each unit, and records."""

from generator.model.collection.collection import AcrossFinding, State
from generator.model.collection.notices.told import findings_by_unit, noted_of
from generator.model.finding import wrong
from tests.model.collection.collected import (
    CIVIL,
    FINANCE,
    WATER,
    at,
    collection,
    filing,
    tie,
    unit,
    wording,
)

SHARED = wrong("C01", at("D20", "正文"), f"与“{FINANCE}”的这一段相同", "请改写")
COLLECTED = collection(
    unit(CIVIL, State.HELD, filing(tie()), wording()),
    unit(WATER, State.FILED, filing()),
    unit(FINANCE, State.FILED, filing()),
    across=(AcrossFinding((WATER, FINANCE), SHARED),),
)


def test_a_unit_is_told_of_its_file_of_what_is_beside_it_and_of_what_it_shares() -> None:
    told = {one.unit.name: found for one, found in findings_by_unit(COLLECTED)}
    assert told[CIVIL] == (tie(), wording())
    assert [one.message for one in told[WATER]] == ["与另一个单位的这一段相同"]
    assert told[FINANCE] == ()


def test_it_is_told_who_the_other_is_where_the_collector_says_so() -> None:
    told = {one.unit.name: found for one, found in findings_by_unit(COLLECTED, name_others=True)}
    assert told[WATER] == (SHARED,)


def test_what_is_recorded_names_nobody_either_and_is_known_by_the_same_key() -> None:
    recorded = list(noted_of(COLLECTED))
    assert [(one.unit, one.rule) for one in recorded] == [
        (CIVIL, "T3-01"),
        (CIVIL, "X03"),
        (WATER, "C01"),
    ]
    assert recorded[-1].key == SHARED.key
    assert FINANCE not in recorded[-1].message
    assert {one.digest for one in recorded} == {"first"}
