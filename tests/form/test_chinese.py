"""Chinese formatting."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.form import chinese


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (9999, "九千九百九十九"),
    ],
)
def test_numerals(number: int, text: str) -> None:
    assert chinese.numeral(number) == text


def test_two_things_are_counted_in_their_own_way() -> None:
    counted = [chinese.counted(number, "张表") for number in (1, 2, 3, 12)]
    assert counted == ["一张表", "两张表", "三张表", "十二张表"]


def test_no_two_numbers_have_the_same_numeral() -> None:
    assert len({chinese.numeral(number) for number in range(1, 10_000)}) == 9_999


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_a_numeral_outside_its_range_is_an_error(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 9999"):
        chinese.numeral(number)


@pytest.mark.parametrize(
    ("level", "number", "text"),
    [(1, 6, "六、"), (2, 12, "（十二）"), (3, 7, "7."), (4, 99, "（99）")],
)
def test_heading_numbers(level: int, number: int, text: str) -> None:
    assert chinese.heading_number(level, number) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal(0), "0"),
        (Decimal(1238), "1238"),
        (Decimal("12.0"), "12"),
        (Decimal("7730.28"), "7730.28"),
        (Decimal("59237.2449"), "59237.2449"),
        (Decimal("1E+3"), "1000"),
        (7854070, "7854070"),
        (Decimal("9" * 400), "9" * 400),
        (Decimal("-0"), "0"),
        (Decimal("-0.00"), "0"),
        (Decimal("-0.05"), "-0.05"),
    ],
)
def test_numbers_have_no_separators_and_no_noise(value: Decimal | int, text: str) -> None:
    assert chinese.number(value) == text


@given(st.decimals(0, 10**12, places=4))
def test_a_number_is_printed_as_what_it_is(value: Decimal) -> None:
    assert Decimal(chinese.number(value)) == value


@pytest.mark.parametrize(
    ("ratio", "digits", "text"),
    [
        (1, 2, "100%"),
        ("0.985", 2, "98.5%"),
        ("0.70268", 1, "70.3%"),
        ("0.5", 0, "50%"),
        ("-0.0004", 1, "0%"),
        ("-0", 0, "0%"),
    ],
)
def test_percentages(ratio: str, digits: int, text: str) -> None:
    assert chinese.percent(Decimal(ratio), digits) == text


@pytest.mark.parametrize(("ratio", "text"), [("0.5", "50.0%"), ("0.0125", "1.3%"), (6, "600.0%")])
def test_growth_has_its_decimal_even_where_that_is_0(ratio: str, text: str) -> None:
    assert chinese.percent(Decimal(ratio), 1, all_digits=True) == text


def test_dates() -> None:
    assert chinese.day(date(2024, 1, 31)) == "2024年1月31日"


def test_lists() -> None:
    assert chinese.listed(["甲", "乙", "丙"]) == "甲、乙、丙"
