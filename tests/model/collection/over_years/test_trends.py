from decimal import Decimal

from generator.model.collection.over_years.trends import Trends, parts_of, tops
from generator.model.collection.over_years.years import years_of
from tests.form.small import SMALL
from tests.forms import FORM
from tests.yearly import CASES, county, plain


def test_totals_come_first_with_what_they_consist_of() -> None:
    assert [top for top in tops(FORM) if "申请" not in top][6:] == [
        *("行政许可", "行政处罚", "行政强制", "行政事业性收费", "本年新收", "上年结转"),
        *("办理结果总计", "结转下年", "复议总计", "诉讼总计"),
    ]
    assert parts_of("办理结果总计", FORM) == (
        *("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"),
    )
    assert parts_of("本年新收", FORM) == ("本年新收自然人", "本年新收法人")
    assert parts_of("诉讼总计", FORM) == ("直接起诉总计", "复议后起诉总计")
    assert parts_of("行政许可", FORM) == ()


def test_a_form_without_totals_has_all_its_figures_first() -> None:
    assert list(tops(SMALL)) == list(SMALL.figures)


def test_every_figure_and_sum_of_the_form_is_there_once() -> None:
    trends = Trends(years_of(county([2023, 2024], 2, FORM), FORM))
    others = [trend for table in trends.others for trend in table.trends]
    names = [trend.name for trend in (*trends.main, *others, *trends.nothing)]
    assert len(names) == len(set(names)) == len(FORM.figures) + len(FORM.sums)
    assert [table.heading for table in trends.others] == list(FORM.headings[2:4])
    assert trends.nothing
    assert not any(any(trend.values) for trend in trends.nothing)


def test_a_sum_is_blank_only_where_all_that_it_adds_up_are() -> None:
    years = years_of(
        [
            plain(2022, {"收案个人": 3, "收案单位": None}),
            plain(2024, {"收案个人": None}),
        ],
        CASES,
    )
    assert Trends(years).every["收案"].values == (Decimal(3), None, None)


def test_what_was_zero_or_blank_in_every_year_is_set_apart() -> None:
    years = years_of([plain(2023, {"收案个人": 0}), plain(2024, {"收案单位": 1})], CASES)
    trends = Trends(years)
    assert [one.name for one in trends.main] == ["收案", "收案单位"]
    assert [one.name for one in trends.nothing] == ["收案个人", "结案个人", "结案单位", "结案"]
