"""Figures that are others divided."""

from dataclasses import replace
from decimal import Decimal

from generator.form.vocabulary import Form, Tie, terms
from generator.model.quotients import misstated, with_quotients
from tests.few import each
from tests.form.small import CASES, SMALL

RATE = Tie(
    "F1-01", "率", terms("收案个人"), terms("结案单位"), "某办", divided_by=terms("收案单位")
)


def form(unit: str = "％") -> Form:
    """Return the small form, its last column being the first divided by the second."""
    block = CASES.blocks[0]
    single, whole = block.columns
    columns = (single, whole._replace(unit=unit, decimals=True))
    table = replace(CASES, blocks=(block._replace(columns=columns),))
    sections = (SMALL.sections[0]._replace(tables=(table,)), *SMALL.sections[1:])
    return replace(SMALL, sections=sections, ties=(RATE, SMALL.ties[1]))


RIGHT = [(2, 3, "66.67"), (2, 3, "66.7"), (2, 3, "67"), (1, 8, "12"), (1, 8, "13"), (0, 0, "0")]


@each("left, divisor, found", [*RIGHT, (0, 0, "100"), (3, 3, "100"), (3, 3, "100.00")])
def test_half_of_the_last_digit_is_no_mistake(left: int, divisor: int, found: str) -> None:
    assert misstated(RATE, form(), Decimal(left), Decimal(divisor), Decimal(found)) is None


@each("left, divisor, found, due", [(2, 3, "66.6", "66.67"), (2, 3, "0.67", "66.67")])
def test_more_is_told_with_what_it_should_be(left: int, divisor: int, found: str, due: str) -> None:
    wrong = misstated(RATE, form(), Decimal(left), Decimal(divisor), Decimal(found))
    assert wrong is not None
    assert (wrong.value, wrong.unit) == (Decimal(due), "％")


def test_nothing_is_divided_by_nothing() -> None:
    wrong = misstated(RATE, form(), Decimal(2), Decimal(0), Decimal(50))
    assert wrong is not None
    assert wrong.value is None


def test_what_is_no_percentage_is_not_multiplied() -> None:
    assert misstated(RATE, form("万元"), Decimal(1), Decimal(4), Decimal("0.25")) is None


def test_over_many_reports_it_is_divided_anew_and_not_added_up() -> None:
    totals = {"收案个人": Decimal(30), "收案单位": Decimal(40), "结案单位": Decimal(190)}
    assert with_quotients(totals, form())["结案单位"] == 75
    assert with_quotients({"结案单位": Decimal(190)}, form()) == {}
