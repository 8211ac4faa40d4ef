"""The sum of the units: exact, never taken for whole, and blank is not zero."""

from decimal import Decimal

from generator.model.collection.collection import State
from generator.model.collection.sums import sums_of
from generator.model.collection.unit import Unit
from tests.checks.across_units.many_units import collection, filing, standing
from tests.form.small import SMALL

ONE, OTHER, THIRD = Unit("甲局"), Unit("乙局"), Unit("丙局")


def test_each_figure_of_the_form_is_added_over_the_units() -> None:
    sums = sums_of(
        collection(
            [
                standing(ONE, filing("甲局", {"收案个人": 3, "收案单位": 4}, form=SMALL)),
                standing(OTHER, filing("乙局", {"收案个人": 5, "收案单位": None}, form=SMALL)),
            ],
            form=SMALL,
        )
    )
    assert list(sums.figures) == list(SMALL.figures)
    assert sums.figures["收案个人"] == (Decimal(8), 2, ())
    assert sums.figures["收案单位"] == (Decimal(4), 1, ("乙局",))
    assert sums.figures["结案单位"] == (None, 0, ("甲局", "乙局"))
    assert (sums.counted, sums.due, sums.whole) == (2, 2, True)


def test_amounts_are_added_exactly() -> None:
    many = [Decimal("0.1"), Decimal("59237.2449"), Decimal("1E+28"), Decimal("0.2")]
    units = [
        standing(Unit(f"{at}局"), filing(f"{at}局", {"收案个人": value}, form=SMALL))
        for at, value in enumerate(many)
    ]
    total = sums_of(collection(units, form=SMALL)).figures["收案个人"].value
    assert total == Decimal("10000000000000000000000059237.5449")


def test_who_is_held_back_or_missing_is_named_and_not_added() -> None:
    figures = {"收案个人": 3}
    sums = sums_of(
        collection(
            [
                standing(ONE, filing("甲局", figures, form=SMALL)),
                standing(OTHER, filing("乙局", figures, form=SMALL), State.HELD),
                standing(THIRD, None),
            ],
            form=SMALL,
        )
    )
    assert sums.figures["收案个人"].value == 3
    assert (sums.counted, sums.due, sums.missing) == (1, 3, ("乙局", "丙局"))
    assert not sums.whole


def test_of_no_unit_there_is_no_sum() -> None:
    sums = sums_of(collection([standing(ONE, None)], form=SMALL))
    assert {one.value for one in sums.figures.values()} == {None}
    assert sums.missing == ("甲局",)
