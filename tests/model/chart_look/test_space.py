from generator.model.chart_look.space import (
    Values,
    gap_width,
    millimetres_high,
    names_turned,
    values_at_points,
)
from generator.model.exhibits import ChartKind
from tests.formats.docx.exhibits.charts import STREETS, chart, every_kind, series

MOST_HIGH = 215  # of a page of a report are 225 mm, and a caption stands below


def test_every_chart_fits_a_page_with_its_caption() -> None:
    for shown in every_kind():
        assert 50 <= millimetres_high(shown) <= MOST_HIGH


def test_more_bars_need_more_room() -> None:
    many = series("件", *range(40))
    bars = chart(ChartKind.BAR, many, categories=STREETS)
    assert millimetres_high(bars) > 2 * millimetres_high(chart(ChartKind.BAR))


def test_long_names_stand_upright_in_several_lines_while_they_can() -> None:
    long = tuple(f"{number}关于某某事项的政府信息公开申请" for number in range(6))
    assert not names_turned(chart(categories=long))
    assert millimetres_high(chart(categories=long)) > millimetres_high(chart())
    assert names_turned(chart(categories=STREETS))
    assert not names_turned(chart(ChartKind.BAR, categories=STREETS))


def test_values_that_are_wider_than_their_columns_are_turned() -> None:
    narrow = tuple(map(str, range(20)))
    numbers = series("件", *(10_000 + at for at in range(20)))
    assert values_at_points(chart(ChartKind.COLUMN, numbers, categories=narrow)) == Values.TURNED
    assert values_at_points(chart()) == Values.UPRIGHT


def test_one_column_is_not_as_wide_as_the_page() -> None:
    assert gap_width(chart(ChartKind.COLUMN, series("", 5), categories=("甲",))) == 500
    assert gap_width(chart()) < 100
