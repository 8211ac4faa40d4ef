from generator.form.vocabulary import Form
from generator.model.collection.over_years.trends import Trends
from generator.model.collection.over_years.year_sentences import remark_of, sentences_of, text_of
from generator.model.collection.over_years.years import YearOfUnits, years_of
from tests.form.small import SMALL
from tests.forms import FORM
from tests.yearly import CASES, county, plain, unit, year_of


def said(*given: YearOfUnits, form: Form = CASES) -> list[tuple[str, str]]:
    years = years_of(given, form)
    return [
        (text_of(one, years.latest.year, one.trend.values), remark_of(one, 2024, one.trend.values))
        for one in sentences_of(Trends(years))
    ]


def test_a_figure_is_stated_in_the_words_of_the_form() -> None:
    before, now = {"收案个人": 100, "结案单位": 5}, {"收案个人": 128, "结案单位": 5}
    assert said(plain(2023, before), plain(2024, now)) == [
        ("2024年，收到案件128件，比上年增加28件，增长28.0%。", ""),
        ("2024年，办结单位的案件5件，与上年持平。", ""),
    ]


def test_of_a_form_that_has_no_words_the_main_figures_are_stated_by_their_names() -> None:
    assert said(plain(2023, {"收案个人": 0}), plain(2024, {"收案个人": 2}), form=SMALL) == [
        ("2024年，收案个人2件，上年没有。", "")
    ]


def test_a_blank_is_neither_stated_nor_compared() -> None:
    given = plain(2023, {"收案个人": 1, "结案单位": None}), plain(2024, {"结案单位": 3})
    assert said(*given) == [
        ("", "2024年是空白，没有可写的"),
        ("2024年，办结单位的案件3件。", "2023年是空白，没有写比上年的话"),
    ]


def test_without_last_year_nothing_is_compared() -> None:
    assert said(plain(2022, {"收案个人": 1}), plain(2024, {"收案个人": 2})) == [
        ("2024年，收到案件2件。", "没有2023年的，没有写比上年的话")
    ]


def test_a_sum_that_is_not_whole_is_never_stated_and_nothing_is_compared_with_it() -> None:
    whole = year_of(2024, unit("甲局", {"收案个人": 2}), unit("乙局", {"收案个人": 2}))
    part = year_of(2023, unit("甲局", {"收案个人": 1}), unit("乙局"))
    assert said(part, whole) == [("2024年，收到案件4件。", "2023年的合计不全，没有写比上年的话")]
    assert said(whole._replace(year=2023), part._replace(year=2024)) == [
        ("", "2024年的合计不全，不能写")
    ]


def test_every_number_that_reports_compare_has_a_sentence() -> None:
    trends = Trends(years_of(county([2023, 2024], 2, FORM), FORM))
    found = sentences_of(trends)
    nothing = {one.name for one in trends.nothing}
    stated = [one.figure for one in FORM.wordings.stated if one.figure not in nothing]
    assert [one.trend.name for one in found] == stated
    assert len(stated) > 15
    assert {one.heading for one in found} == set(FORM.headings[1:4])
