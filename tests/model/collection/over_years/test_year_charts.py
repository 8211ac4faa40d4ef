from generator.model.collection.over_years.trends import Trends
from generator.model.collection.over_years.year_charts import charts_of
from generator.model.collection.over_years.years import years_of
from generator.model.exhibits import ChartKind
from tests.forms import FORM
from tests.yearly import CASES, county, plain


def test_totals_of_a_block_are_drawn_together_and_what_they_consist_of() -> None:
    charts = charts_of(Trends(years_of(county([2023, 2024], 2, FORM), FORM)))
    assert [(chart.title, chart.trends[0].unit) for chart in charts] == [
        ("规章、行政规范性文件", "件"),
        ("行政许可", "件"),
        ("行政强制", "件"),
        ("行政事业性收费", "万元"),
        ("申请办理", "件"),
        ("办理结果总计的构成", "件"),
        ("复议诉讼", "件"),
        ("复议总计的构成", "件"),
    ]
    assert [chart.stacked for chart in charts] == [False] * 5 + [True, False, True]


def test_few_years_are_columns_and_many_are_lines_with_a_gap_for_a_missing_one() -> None:
    few = years_of([plain(2023, {"收案个人": 1}), plain(2024, {"收案个人": 2})], CASES)
    many = years_of([plain(at, {"收案个人": at}) for at in (2018, 2019, 2021, 2022)], CASES)
    drawn = [charts_of(Trends(years))[0].drawn(years) for years in (few, many)]
    assert [one.kind for one in drawn] == [ChartKind.COLUMN, ChartKind.LINE]
    assert drawn[1].categories[2] == "2020年（没有）"
    assert drawn[1].series[0].values[2] is None


def test_nothing_is_not_drawn() -> None:
    years = years_of([plain(2023, {"收案个人": 0}), plain(2024, {"收案个人": 0})], CASES)
    assert charts_of(Trends(years)) == ()
