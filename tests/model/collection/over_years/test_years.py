from collections.abc import Sequence

import pytest

from generator.model.collection.over_years.years import YearOfUnits, years_of
from generator.model.finding import Refusal
from tests.form.small import SMALL
from tests.yearly import plain, unit, year_of

A = plain(2022, {"收案个人": 1})
B = plain(2023, {"收案个人": 2})
D = plain(2025, {"收案个人": 4})


def refused(*given: YearOfUnits) -> str:
    with pytest.raises(Refusal) as refusal:
        years_of(given, SMALL)
    return str(refusal.value)


def test_years_are_in_order_however_they_were_named() -> None:
    assert [one.year for one in years_of([D, A, B], SMALL).given] == [2022, 2023, 2025]


def test_a_year_between_has_a_column_and_nothing_is_compared_across_it() -> None:
    years = years_of([A, B, D], SMALL)
    assert list(map(years.label, years.columns)) == ["2022年", "2023年", "2024年（没有）", "2025年"]
    assert [(one.before.year, one.now.year) for one in years.comparisons] == [(2022, 2023)]
    assert years.year_before is None


def test_years_are_compared_the_latest_first() -> None:
    years = years_of([A, B, plain(2024, {})], SMALL)
    assert [one.now.year for one in years.comparisons] == [2024, 2023]
    assert years.year_before == B


def test_a_sum_that_lacks_a_unit_is_marked_and_not_fairly_compared() -> None:
    part = year_of(2023, unit("甲局", {"收案个人": 1}), unit("乙局"))
    years = years_of([A, part], SMALL)
    assert years.label(2023) == "2023年（不全）"
    assert [one.fair for one in years.comparisons] == [False]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([B], ["只有 2023 年一年的", "汇总2022.xlsx 汇总2023.xlsx"]),
        (
            [A._replace(file="旧.xlsx"), B, A._replace(file="新.xlsx")],
            ["2022 年的有两份（旧.xlsx、新.xlsx）", "请每年只选一份"],
        ),
        (
            [A, B._replace(organ="某某市某某局", file="b.xlsx")],
            ["2022 年的是“某某区人民政府”的", "b.xlsx（2023 年）是“某某市某某局”的"],
        ),
        (
            [A._replace(form=SMALL.id), B._replace(form="other")],
            ["2023 年的表式与其他年度不一样", "案件统计年报"],
        ),
        ([A, plain(1924, {})], ["1924 年和 2022 年相差太远"]),
    ],
)
def test_what_does_not_fit_together_is_refused_in_a_sentence(
    given: Sequence[YearOfUnits], words: Sequence[str]
) -> None:
    said = refused(*given)
    assert [word for word in words if word not in said] == []


def test_spaces_make_no_other_organ() -> None:
    assert len(years_of([A, B._replace(organ=" 某某区 人民政府")], SMALL).given) == 2
