from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.manuscript.review.merged_values import Conflict, Judge, merge_values
from generator.manuscript.review.side import Side
from generator.model.report import Entry, Figure, Indicator, Place, Report
from tests import samples
from tests.forms import FORM

BASE = samples.report()
FIGURE = "规章制发"
SAID = st.sampled_from(["", "1", "2", "3"])
HERE = Place("2024.xlsx", "二、主动公开", "B7")


def judge(*, known: bool = True, take: Side | None = None) -> Judge:
    return Judge(known, take)


def with_figure(value: int, note: str = "") -> Report:
    figure = replace(BASE.figures[FIGURE], value=Decimal(value), note=note)
    return replace(BASE, figures={**BASE.figures, FIGURE: figure})


def merged(workbook: Report, document: Report, by: Judge) -> Report:
    return merge_values(BASE, workbook, document, FORM, by)


def takes(by: Judge, base: str, workbook: str, document: str) -> bool:
    return by.takes(Side.DOCUMENT, Conflict("正文", HERE, base, workbook, document))


def test_where_only_the_document_changed_it_is_taken() -> None:
    by = judge()
    assert merged(BASE, with_figure(77), by).figures[FIGURE].value == 77
    assert by.conflicts == []


def test_where_only_the_workbook_changed_it_stands() -> None:
    by = judge()
    assert merged(with_figure(77), BASE, by).figures[FIGURE].value == 77
    assert by.conflicts == []


def test_where_both_sides_made_the_same_change_all_is_well() -> None:
    by = judge()
    assert merged(with_figure(77), with_figure(77), by) == with_figure(77)
    assert by.conflicts == []


def test_where_both_sides_differ_the_workbook_stands_and_it_is_said() -> None:
    by = judge()
    assert merged(with_figure(77), with_figure(78, "（含修订）"), by) == with_figure(77)
    place = BASE.figures[FIGURE].place
    assert by.conflicts == [Conflict("规章／本年制发件数", place, "1", "77", "78（含修订）")]


@pytest.mark.parametrize(("side", "value"), [(Side.DOCUMENT, 78), (Side.WORKBOOK, 77)])
def test_a_person_may_say_which_side_to_take(side: Side, value: int) -> None:
    by = judge(take=side)
    assert merged(with_figure(77), with_figure(78), by).figures[FIGURE].value == value
    assert by.conflicts == []


def test_if_it_is_not_known_what_was_generated_every_difference_is_a_conflict() -> None:
    by = judge(known=False)
    assert merged(BASE, with_figure(77), by) == BASE
    place = BASE.figures[FIGURE].place
    assert by.conflicts == [Conflict("规章／本年制发件数", place, "", "1", "77")]


def test_what_the_document_changed_keeps_the_place_in_the_workbook() -> None:
    moved = replace(BASE.figures[FIGURE], place=HERE)
    workbook = replace(BASE, figures={**BASE.figures, FIGURE: moved})
    assert merged(workbook, with_figure(77), judge()).figures[FIGURE].place == HERE


def test_entries_and_indicators_are_merged_like_figures() -> None:
    document = replace(
        BASE,
        entries={**BASE.entries, "统计期限止": Entry(date(2024, 11, 30))},
        indicators={"备案公文": Indicator(Decimal(40), "40", "件")},
    )
    assert merged(BASE, document, judge()) == document
    by = judge()
    workbook = replace(BASE, indicators={"备案公文": Indicator(Decimal(41), "41", "件")})
    assert merged(workbook, document, by).indicators["备案公文"].value == 41
    assert [(one.what, one.workbook, one.document) for one in by.conflicts] == [
        ("备案公文", "41", "40")
    ]


def test_an_indicator_that_the_workbook_no_longer_has_is_a_conflict() -> None:
    by = judge()
    document = replace(BASE, indicators={"备案公文": Indicator(Decimal(40), "40", "件")})
    assert merged(replace(BASE, indicators={}), document, by).indicators == {}
    assert [(one.base, one.workbook, one.document) for one in by.conflicts] == [("38", "", "40")]


def test_a_figure_whose_cell_was_not_found_when_it_was_generated_is_left_alone() -> None:
    known = {name: figure for name, figure in BASE.figures.items() if name != FIGURE}
    by = judge()
    found = merge_values(replace(BASE, figures=known), BASE, with_figure(77), FORM, by)
    assert (found, by.conflicts) == (BASE, [])


def test_a_figure_typed_otherwise_that_is_printed_the_same_is_no_change() -> None:
    by = judge()
    other = Figure(Decimal("77.0"), typed="77.0")
    workbook = replace(BASE, figures={**BASE.figures, FIGURE: other})
    assert merged(workbook, with_figure(77), by) == workbook
    assert by.conflicts == []


@given(base=SAID, workbook=SAID, document=SAID, known=st.booleans())
def test_only_what_one_side_changed_is_taken_without_asking(
    base: str, workbook: str, document: str, *, known: bool
) -> None:
    by = judge(known=known)
    taken = takes(by, base, workbook, document)
    differ = document not in (workbook, base)
    assert taken == (differ and known and workbook == base)
    assert bool(by.conflicts) == (differ and not taken)
    for conflict in by.conflicts:
        assert conflict.base == (base if known else "")


@given(base=SAID, workbook=SAID, document=SAID, take=st.sampled_from(Side), known=st.booleans())
def test_nothing_is_left_to_people_once_they_have_said_which_side_to_take(
    base: str, workbook: str, document: str, take: Side, *, known: bool
) -> None:
    by = judge(known=known, take=take)
    taken = takes(by, base, workbook, document)
    assert by.conflicts == []
    if taken and take == Side.WORKBOOK:
        assert workbook == base


@given(SAID, SAID, SAID)
def test_the_sides_are_judged_alike_whichever_is_asked_for(
    base: str, workbook: str, document: str
) -> None:
    here = judge().takes(Side.WORKBOOK, Conflict("正文", HERE, base, workbook, document))
    assert here == takes(judge(), base, document, workbook)
