"""A chart of a document as rows of 『图表』."""

from decimal import Decimal

import pytest

from generator.manuscript.importing.exhibits.charts import (
    Known,
    chart_rows,
    points_left_out,
    why_no_rows,
)
from generator.model.exhibits import Chart, ChartKind, Series
from tests.exhibits import chart
from tests.forms import FORM

KNOWN = Known(FORM, 2024, {"自然人": Decimal(5), "商业企业": Decimal(2), "科研机构": Decimal(0)})


def of(*values: str | None, kind: ChartKind = ChartKind.COLUMN) -> Chart:
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    labels = tuple(f"第{at}项" for at in range(len(values)))
    return Chart("", kind, "收到的 申请", "件", labels, (Series("2023年", numbers),))


def test_the_first_row_says_what_holds_for_all() -> None:
    rows = chart_rows(of("3", "1E+2", "0.50"), "申请", KNOWN)
    assert [row.typed for row in rows] == [
        ("申请", "柱形图", "收到的 申请", "件", "", "第0项", "3"),
        ("", "", "", "", "", "第1项", "100"),
        ("", "", "", "", "", "第2项", "0.50"),
    ]
    assert why_no_rows(of("3", "1E+2", "0.50"), KNOWN) == ""


def test_what_has_no_number_is_no_point() -> None:
    assert [row.data for row in chart_rows(of(None, "3"), "申请", KNOWN)] == ["3"]
    assert points_left_out(of(None, "3")) == ["第0项"]
    assert why_no_rows(of(None, "3"), KNOWN) == ""


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (chart()._replace(categories=("自然人", "其他", "科研机构")), "有 2 组数"),
        (of(None), "里没有数"),
        (of()._replace(series=()), "里没有数"),
        (of(*["1"] * 41), "有 41 个数，『图表』里最多 40 个"),
        (of("-1", "2", kind=ChartKind.PIE), "放不下"),
    ],
)
def test_what_the_workbook_cannot_hold_is_told(given: Chart, why: str) -> None:
    assert why in why_no_rows(given, KNOWN)


def test_one_of_two_years_cites_what_its_points_are_called_by() -> None:
    rows = chart_rows(chart(), "申请人", KNOWN)
    assert [row.data for row in rows] == ["【自然人】", "【商业企业】", "【科研机构】"]
    assert rows[0].years == "上年和本年"
    assert why_no_rows(chart(), KNOWN) == ""


@pytest.mark.parametrize(
    "known",
    [
        KNOWN._replace(year=2023),
        KNOWN._replace(year=None),
        KNOWN._replace(numbers={**KNOWN.numbers, "自然人": Decimal(6)}),
    ],
    ids=["another year", "no year", "another number"],
)
def test_it_does_not_where_it_is_not_clear(known: Known) -> None:
    assert "有 2 组数" in why_no_rows(chart(), known)
