"""What people changed in a chart, told in words."""

from decimal import Decimal

from generator.manuscript.review.exhibits.chart_values import (
    ChartChanged,
    ChartField,
    chart_changes,
)
from generator.model.exhibits import Chart, ChartKind, Series
from tests.exhibits import chart
from tests.few import each

WAS = chart()
OLD, NEW = WAS.series


def with_values(*values: str | None) -> Chart:
    numbers = tuple(None if one is None else Decimal(one) for one in values)
    return WAS._replace(series=(OLD, Series(NEW.name, numbers)))


@each(
    "now, what, was, becomes",
    [
        (WAS._replace(kind=ChartKind.BAR), "图表类型", "柱形图", "条形图"),
        (WAS._replace(title="申请"), "图表标题", "", "申请"),
        (WAS._replace(unit="人"), "单位", "件", "人"),
        (
            WAS._replace(categories=("个人", *WAS.categories[1:])),
            "“自然人”的名称",
            "自然人",
            "个人",
        ),
        (with_values("6", "2", "0"), "2024年自然人", "5", "6"),
        (with_values("5", None, "0"), "2024年商业企业", "2", ""),
        (WAS._replace(series=(OLD._replace(name="去年"), NEW)), "系列名称", "2023年", "去年"),
    ],
)
def test_each_change_is_told(now: Chart, what: str, was: str, becomes: str) -> None:
    (found,) = chart_changes(WAS, now)
    assert (found.what, found.was, found.now) == (what, was, becomes)


def test_the_same_numbers_are_no_change_however_they_are_written() -> None:
    assert not list(chart_changes(WAS, with_values("5.00", "2.0", "0")))


def test_a_number_knows_its_point() -> None:
    (found,) = chart_changes(WAS, with_values("5", "3", "0"))
    assert found == ChartChanged("2024年商业企业", "2", "3", ChartField.VALUE, 1, 1)


def test_points_that_came_are_told_as_a_whole() -> None:
    more = WAS._replace(
        categories=(*WAS.categories, "其他"),
        series=tuple(one._replace(values=(*one.values, Decimal(1))) for one in WAS.series),
    )
    (found,) = chart_changes(WAS, more)
    assert found.field is None
    assert "其他 1" in found.now
    assert "其他" not in found.was
