"""What staff type for a figure."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.typed_input.number import understand


@pytest.mark.parametrize(
    ("raw", "value"),
    [(0, 0), (5, 5), (1238, 1238), (12.0, 12), (7730.28, Decimal("7730.28")), (0.1 + 0.2, 0.3)],
)
def test_a_number_is_that_number(raw: float, value: float | Decimal) -> None:
    typed = understand(raw)
    assert typed.value == Decimal(str(value))
    assert (typed.problem, typed.tidied, typed.note) == ("", False, "")


@pytest.mark.parametrize("raw", [None, "", "  ", "　"])
def test_blank_is_not_zero(raw: object) -> None:
    assert understand(raw).value is None
    assert not understand(raw).problem


@pytest.mark.parametrize(
    ("raw", "value"),
    [("５", 5), ("１２３８", 1238), ("1,238", 1238), ("1，238", 1238), (" 12 ", 12), ("12.0", 12)],
)
def test_a_number_written_otherwise_is_taken_and_reported(raw: str, value: int) -> None:
    typed = understand(raw)
    assert (typed.value, typed.problem, typed.tidied) == (Decimal(value), "", True)


@pytest.mark.parametrize(
    ("raw", "note"),
    [("22（其中修订16件）", "（其中修订16件）"), ("22(其中修订16件)", "(其中修订16件)")],
)
def test_a_number_may_have_a_note(raw: str, note: str) -> None:
    typed = understand(raw)
    assert (typed.value, typed.note, typed.problem, typed.tidied) == (Decimal(22), note, "", False)


@pytest.mark.parametrize("raw", ["—", "——", "/", "／", "-", "不适用"])
def test_nothing_here_is_told_from_blank(raw: str) -> None:
    typed = understand(raw)
    assert (typed.value, typed.nothing, typed.problem) == (None, True, "")


@pytest.mark.parametrize(
    "raw",
    [
        "无",
        "5件",
        "12,38",
        "1,2345",
        "①",
        "五",
        "约5",
        "5-6",
        "5 6",
        "5.5.5",
        "#REF!",
        "1e3",
        "22（其中",
        "½",
        "1" * 30,
        1e300,
        True,
        datetime(2024, 5, 1, tzinfo=UTC),
        date(2024, 5, 1),
        time(5, 0),
    ],
)
def test_anything_else_is_a_problem_never_a_guess(raw: object) -> None:
    typed = understand(raw)
    assert typed.problem
    assert typed.value is None


@given(st.integers(0, 10**12))
def test_every_count_is_read_whatever_its_dress(number: int) -> None:
    full_width = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for raw in (number, float(number), str(number), f"{number:,}", full_width, f" {number} "):
        assert understand(raw).value == number


@given(st.text(max_size=12))
def test_no_text_is_an_exception(text: str) -> None:
    typed = understand(text)
    assert typed.value is None or any(character.isdecimal() for character in text)


@pytest.mark.parametrize(
    ("raw", "unit", "advice"),
    [
        ("157.3万", "件", "请写 1573000"),
        ("157.3万件", "件", "请写 1573000"),
        ("1.2千", "件", "请写 1200"),
        ("5件", "件", "请写 5"),
        ("5条", "件", "请写 5"),
        ("157.3万", "万元", "请写 157.3，单位是万元"),
        ("157.3万元", "万元", "请写 157.3，单位是万元"),
        ("1573000元", "万元", "请写 157.3，单位是万元"),
        ("1,573,000元", "万元", "请写 157.3，单位是万元"),
        ("0.01573亿元", "万元", "请写 157.3，单位是万元"),
        ("157.3万元", "元", "请写 1573000，单位是元"),
        ("1573千元", "万元", "请写 157.3，单位是万元"),
        ("157.3万", "", "请写 1573000"),
        ("12.5(元)", "万元", "请写 0.00125，单位是万元"),
        ("12.5（元）", "万元", "请写 0.00125，单位是万元"),
        ("12.5（ 万元 ）", "万元", "请写 12.5，单位是万元"),
        ("5(件)", "件", "请写 5"),
        ("5（万）", "件", "请写 50000"),
        ("157.3万元", "件", ""),
        ("3万余件", "件", ""),
        ("5件", "万元", ""),
        ("5%", "件", ""),
        ("5 6", "件", ""),
    ],
)
def test_a_number_with_a_unit_is_told_as_the_number_to_type(
    raw: str, unit: str, advice: str
) -> None:
    typed = understand(raw, unit)
    assert typed.problem
    assert typed.value is None
    assert typed.advice == advice


@pytest.mark.parametrize(
    ("raw", "sign"),
    [
        ("1238\u200b", "零宽空格（U+200B）"),
        ("\ufeff1238", "零宽空格（U+FEFF）"),
        ("12\u202d38", "控制字符（U+202D）"),
        ("1238\x07", "控制字符（U+0007）"),
    ],
)
def test_a_sign_that_nobody_sees_is_named_with_the_number_to_type(raw: str, sign: str) -> None:
    typed = understand(raw, "件")
    assert (typed.value, typed.problem) == (None, f"里面有看不见的{sign}")
    assert typed.advice == "请写 1238"


def test_behind_a_sign_that_nobody_sees_a_unit_is_still_told() -> None:
    assert understand("157.3万\u200b", "件").advice == "请写 1573000"
    assert understand("\u200b", "件").problem == "里面有看不见的零宽空格（U+200B）"
