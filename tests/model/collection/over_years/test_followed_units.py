from decimal import Decimal

from generator.model.collection.over_years.followed_units import (
    FollowedUnit,
    followed_units,
    said_of,
)
from generator.model.collection.over_years.years import YearOfUnits, Years, years_of
from tests.form.small import SMALL
from tests.yearly import plain, unit, year_of

ONE, TWO = {"收案个人": 1}, {"收案个人": 2, "收案单位": 5}


def followed(*given: YearOfUnits) -> tuple[Years, dict[str, FollowedUnit]]:
    years = years_of(given, SMALL)
    return years, {one.name: one for one in followed_units(years)}


def test_a_unit_is_itself_in_every_year_whatever_the_spaces() -> None:
    years, units = followed(
        year_of(2023, unit("甲局", ONE), unit("乙局", ONE)),
        year_of(2024, unit("乙 局", TWO), unit("甲局", TWO)),
    )
    assert list(units) == ["乙 局", "甲局"], "in the order of the latest list"
    assert [units["甲局"].figure("收案个人", at) for at in range(2)] == [1, 2]
    assert said_of(units["甲局"], years) == ""


def test_one_that_was_renamed_is_followed_by_its_further_names() -> None:
    years, units = followed(
        year_of(2022, unit("老龄办", ONE)),
        year_of(2023, unit("老龄局", ONE, "老龄办")),
        year_of(2024, unit("民政局", TWO, "老龄局")),
    )
    assert list(units) == ["民政局"]
    assert said_of(units["民政局"], years) == "2022年是老龄办；2023年是老龄局"


def test_an_earlier_list_may_say_what_a_unit_was_to_become() -> None:
    _, units = followed(
        year_of(2023, unit("老龄办", ONE, "民政局")), year_of(2024, unit("民政局", TWO))
    )
    assert list(units) == ["民政局"]


def test_units_that_were_merged_are_added_and_blank_only_where_all_were() -> None:
    years, units = followed(
        year_of(2023, unit("甲局", ONE), unit("乙局", {"收案个人": None, "收案单位": None})),
        year_of(2024, unit("甲局", TWO, "乙局")),
    )
    merged = units["甲局"]
    assert (merged.figure("收案个人", 0), merged.figure("收案单位", 0)) == (Decimal(1), None)
    assert said_of(merged, years) == "2023年是甲局、乙局之和"


def test_a_part_of_a_merged_unit_that_was_not_counted_is_named() -> None:
    years, units = followed(
        year_of(2023, unit("甲局", ONE), unit("乙局")),
        year_of(2024, unit("甲局", TWO, "乙局")),
    )
    assert said_of(units["甲局"], years) == "2023年是甲局、乙局之和；2023年乙局没有汇总"


def test_one_that_may_have_become_either_of_two_is_not_guessed() -> None:
    years, units = followed(
        year_of(2023, unit("文体局", ONE)),
        year_of(2024, unit("文化局", ONE, "文体局"), unit("体育局", ONE, "文体局")),
    )
    assert list(units) == ["文化局", "体育局", "文体局"]
    said = said_of(units["文体局"], years)
    assert "与文化局、体育局都可能是一个单位，没有合在一起" in said


def test_those_that_came_went_or_were_not_counted_are_told() -> None:
    years, units = followed(
        year_of(2022, unit("甲局", ONE), unit("旧局", ONE)),
        year_of(2023, unit("甲局"), unit("新局", ONE)),
    )
    assert said_of(units["甲局"], years) == "2023年没有汇总"
    assert said_of(units["新局"], years) == "2022年名单上没有"
    assert said_of(units["旧局"], years) == "2023年名单上没有"


def test_an_organ_s_own_report_has_no_units() -> None:
    assert followed(plain(2023, ONE), plain(2024, ONE))[1] == {}
