from generator.model.collection.over_years.followed_units import followed_units
from generator.model.collection.over_years.year_notes import Note, counted_units, notes_on
from generator.model.collection.over_years.years import YearOfUnits, years_of
from tests.form.small import SMALL
from tests.yearly import plain, unit, year_of

ONE = {"收案个人": 1}


def notes(*given: YearOfUnits) -> tuple[Note, ...]:
    years = years_of(given, SMALL)
    return notes_on(years, followed_units(years))


def test_whole_years_of_the_same_units_have_nothing_to_be_told() -> None:
    assert notes(year_of(2023, unit("甲局", ONE)), year_of(2024, unit("甲局", ONE))) == ()
    assert notes(plain(2023, ONE), plain(2024, ONE)) == ()


def test_a_missing_year_is_told() -> None:
    (note,) = notes(plain(2022, ONE), plain(2024, ONE))
    assert note == Note("没有 2023 年的：图上空着，2024 年不能与上年比。", alarming=True)


def test_a_sum_that_is_not_whole_names_the_units_that_it_lacks() -> None:
    part = year_of(2023, unit("甲局", ONE), unit("乙局"), unit("丙局"))
    whole = year_of(2024, unit("甲局", ONE), unit("乙局", ONE), unit("丙局", ONE))
    (note,) = notes(part, whole)
    assert note.alarming
    assert "2023 年只汇总了 1 个单位，名单上有 3 个，缺乙局、丙局" in note.said
    assert (counted_units(part), counted_units(whole)) == ("1／3 个单位", "3 个单位")
    assert counted_units(None) == counted_units(plain(2023, ONE)) == ""


def test_many_units_are_not_all_named() -> None:
    listed = [unit(f"{at}局") for at in range(12)]
    (note,) = notes(year_of(2023, *listed), plain(2024, ONE))
    assert "0局" in note.said
    assert "9局等 12 个" in note.said
    assert "10局" not in note.said


def test_units_that_came_or_went_are_told_without_alarm() -> None:
    (note,) = notes(
        year_of(2023, unit("甲局", ONE), unit("旧局", ONE)),
        year_of(2024, unit("甲局", ONE), unit("新局", ONE)),
    )
    assert not note.alarming
    assert "2024 年的名单比 2023 年多了新局，少了旧局" in note.said
    assert "以前的名称" in note.said


def test_a_unit_that_was_renamed_did_neither() -> None:
    assert not notes(year_of(2023, unit("旧局", ONE)), year_of(2024, unit("新局", ONE, "旧局")))
