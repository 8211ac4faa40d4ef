"""Which pictures and charts are other than they were published."""

from decimal import Decimal

from generator.manuscript.publishing.corrected_figures import corrected_figures
from generator.model.correction import Correction
from generator.model.exhibits import Chart, ChartKind, Picture
from generator.model.publication import Figure
from tests.exhibits import chart, picture
from tests.formats.html.pages import of


def told(was: list[Figure], now: list[Figure]) -> list[Correction]:
    return list(corrected_figures(of(*was), of(*now)))


def figure(shown: Picture | Chart, caption: str = "图1　构成") -> Figure:
    return Figure(shown, caption, "说明")


def test_another_picture_is_told() -> None:
    assert told([figure(picture())], [figure(picture(50, 30))]) == [
        Correction("图1　构成", "原来的图片", "另一张图片")
    ]


def test_a_picture_of_another_size_on_the_page_is_the_same() -> None:
    assert told([figure(picture())], [figure(picture())._replace(width=40)]) == []


def test_each_number_of_a_chart_is_told_by_its_series_and_category() -> None:
    series = chart().series[1]
    changed = series._replace(values=(Decimal(6), None, *series.values[2:]))
    other = chart()._replace(series=(chart().series[0], changed), unit="万件")
    assert told([figure(chart())], [figure(other)]) == [
        Correction("图1　构成单位", "件", "万件"),
        Correction("图1　构成“2024年 自然人”", "5", "6"),
        Correction("图1　构成“2024年 商业企业”", "2", "空白"),
    ]


def test_another_kind_of_chart_is_told() -> None:
    bars = chart()._replace(kind=ChartKind.BAR)
    assert told([figure(chart())], [figure(bars)]) == [Correction("图1　构成", "柱形图", "条形图")]


def test_what_came_went_and_was_renamed_is_told() -> None:
    one, two = figure(picture()), figure(chart(), "")
    assert told([one], [one, two]) == [Correction("图", "", "图表（说明）")]
    assert told([one, two], [two]) == [Correction("图", "图1　构成", "")]
    renamed = one._replace(caption="图1　会场")
    assert told([one], [renamed]) == [Correction("图题", "图1　构成", "图1　会场")]
