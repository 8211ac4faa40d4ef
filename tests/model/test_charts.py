"""Charts with the numbers of the report, and of the one of the year before."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.charts import chart_of
from generator.model.exhibits import Chart, ChartRow, Series
from generator.model.finding import Finding
from generator.model.report import Entry, Report
from generator.model.typed_input.charts import plans_of
from tests.exhibits import chart_row
from tests.forms import FORM
from tests.samples import report

THIS = report({"本年新收自然人": 5, "本年新收商业企业": None})
LAST = replace(
    report({"本年新收自然人": 3, "本年新收商业企业": 2}),
    entries={**THIS.entries, "年度": Entry(2023)},
)


def made(*rows: ChartRow, previous: Report | None = None) -> tuple[Chart | None, list[Finding]]:
    plans, findings = plans_of(rows)
    assert not findings
    (plan,) = plans.values()
    return chart_of(plan, THIS, previous, FORM)


def test_names_of_figures_sums_indicators_and_plain_numbers() -> None:
    chart, findings = made(
        chart_row(chart="甲", unit="件", data="【本年新收自然人】"),
        chart_row(label="公文", data="备案公文"),
        chart_row(label="其他", data="12.5"),
    )
    assert chart
    assert not findings
    assert chart.categories == ("本年新收自然人", "公文", "其他")
    assert chart.series == (Series("2024年", (Decimal(5), Decimal(38), Decimal("12.5"))),)


def test_two_years_are_two_series() -> None:
    rows = chart_row(chart="甲", years="上年和本年", data="【本年新收自然人】")
    chart, _ = made(rows, previous=LAST)
    assert chart
    assert chart.series == (
        Series("2023年", (Decimal(3),)),
        Series("2024年", (Decimal(5),)),
    )


def test_without_last_year_it_is_told_that_there_is_none() -> None:
    chart, findings = made(chart_row(chart="甲", years="上年和本年", data="【本年新收自然人】"))
    assert chart is None
    assert findings[0].holds_back
    assert "没有上年的工作簿" in findings[0].message


def test_a_blank_is_a_gap_and_told_never_a_zero() -> None:
    chart, findings = made(
        chart_row(chart="甲", data="【本年新收自然人】"), chart_row(data="【本年新收商业企业】")
    )
    assert chart
    assert chart.series[0].values == (Decimal(5), None)
    assert [finding.holds_back for finding in findings] == [False]


def test_nothing_but_blanks_is_no_chart() -> None:
    chart, findings = made(chart_row(chart="甲", data="【本年新收商业企业】"))
    assert chart is None
    assert "全是空白" in findings[0].message


@pytest.mark.parametrize("numbers", [("0", "0"), ("3", "-1")])
def test_a_pie_of_nothing_or_of_less_than_nothing_is_none(numbers: tuple[str, str]) -> None:
    chart, findings = made(
        *(chart_row(chart="甲", kind="饼图", label=one, data=one) for one in numbers)
    )
    assert chart is None
    assert "画不成饼" in findings[0].message


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    chart, findings = made(chart_row(chart="甲", data="【本年新收自然】"))
    assert chart is None
    assert "【本年新收自然人】" in findings[0].advice
    assert findings[0].place.spot == "G4"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([chart_row(data="1")], "没有写图表的名称"),
        ([chart_row(chart="甲", kind="雷达图", data="1")], "类型填的是“雷达图”"),
        ([chart_row(chart="甲", years="明年", data="1")], "年份填的是“明年”"),
        ([chart_row(chart="甲", kind="饼图", years="上年和本年", data="1")], "饼图"),
        ([chart_row(chart="甲")], "没有一个数"),
        ([chart_row(chart="甲", label="子", data="")], "是空白"),
        ([chart_row(chart="甲", label="子", data="12件")], "12件"),
        ([chart_row(chart="甲", data="1")] * 41, "最多 40 个"),
        (
            [chart_row(chart=name, data="1") for name in ("甲", "乙", "甲")],
            "有两个图表都叫“甲”",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_place(rows: list[ChartRow], said: str) -> None:
    plans, findings = plans_of(rows)
    told = findings or [
        one for plan in plans.values() for one in chart_of(plan, THIS, None, FORM)[1]
    ]
    assert any(said in finding.message for finding in told)
    assert all(finding.place.within == "图表" for finding in told)


def test_a_second_one_of_a_name_is_told_whatever_the_first_is() -> None:
    rows = [
        chart_row(chart="甲", kind="雷达图", data="1"),
        chart_row(chart="乙", data="1"),
        chart_row(chart="甲", data="2"),
    ]
    plans, findings = plans_of(rows)
    assert [*plans] == ["乙"]
    assert ["有两个图表都叫" in finding.message for finding in findings] == [False, True]
