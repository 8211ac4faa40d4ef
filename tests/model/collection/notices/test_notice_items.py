"""Findings as a notice lists them."""

from generator.model.collection.notices.notice_items import items_of, noted_items
from generator.model.collection.notices.progress import Remaining
from generator.model.collection.notices.told import noted_of
from generator.model.finding import wrong
from generator.model.reading_order import Standing
from generator.model.report import Place
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


def test_an_item_says_where_what_and_what_to_do() -> None:
    (item,) = items_of([wording()], filing())
    assert item.where == "『正文』D11"
    assert item.problem == "正文写的是答复 4 件，表里是 5。原文：“共答复4件。”"
    assert item.advice == "请改正写错的一处。"
    assert item.standing == Standing.WRONG


def test_what_is_the_same_in_many_places_is_said_once_with_its_cells() -> None:
    many = [not_a_number(f"C{row}") for row in range(5, 25)]
    elsewhere = many[0]._replace(place=at("D4", "二、主动公开"))
    (item,) = items_of([*many, elsewhere], filing())
    assert item.places == 21
    assert item.where.startswith("『三、申请办理』C5、C6、C7、")
    assert "C16 等 20 处；『二、主动公开』D4" in item.where


def test_what_must_be_mended_comes_before_wording_and_that_before_hints() -> None:
    items = items_of([hint(), wording(), tie()], filing())
    assert [one.standing for one in items] == [
        Standing.HOLDS_BACK,
        Standing.WRONG,
        Standing.NOTICE,
    ]


def test_what_was_touched_and_is_not_right_yet_is_said_so() -> None:
    still, touched = items_of(
        [Remaining(tie(), changed=False), Remaining(wording(), changed=True)], None
    )
    assert still.problem.startswith("总计应为 12")
    assert touched.problem.startswith("改过，还不对，现在是：正文写的是答复 4 件")


def test_numbers_that_the_message_lacks_are_added() -> None:
    (item,) = items_of([tie()._replace(message="总计不对")], filing())
    assert item.problem == "总计不对。应为 12，现为 11，少 1。"


def test_what_stands_in_another_file_is_said_with_its_name() -> None:
    last_year = wrong("Y01", Place("2023.xlsx", "三、申请办理", "C4"), "两年对不上", "请核对")
    (item,) = items_of([last_year], filing())
    assert item.where == "“2023.xlsx”『三、申请办理』C4"


def test_the_unit_s_own_file_is_not_named_whatever_the_finding_calls_it() -> None:
    own = filing(file="人社.zip›年报/2024.xlsx")
    for name in ("2024.xlsx", "年报/2024.xlsx", "人社.zip›年报/2024.xlsx", ""):
        (item,) = items_of([wording()._replace(place=Place(name, "正文", "D11"))], own)
        assert item.where == "『正文』D11"


def test_what_has_no_place_is_of_the_whole_report() -> None:
    (item,) = items_of([wording()._replace(place=Place("2024.xlsx"))], filing())
    assert item.where == "整份报告"


def test_long_quotes_are_cut() -> None:
    (item,) = items_of([wording()._replace(quote="长" * 500)], filing())
    assert item.problem.endswith("长……”")
    assert len(item.problem) < 120


def test_what_was_recorded_is_listed_with_advice_only_where_it_is_still_to_be_done() -> None:
    recorded = list(noted_of(collection(unit(CIVIL, filed=filing(tie(), wording())))))
    assert [one.advice for one in noted_items(recorded, advised=False)] == ["", ""]
    asked = noted_items(recorded, advised=True)
    assert [one.where for one in asked] == ["『三、申请办理』K28", "『正文』D11"]
    assert asked[0].advice == "请核对这几格，改正填错的数。"
