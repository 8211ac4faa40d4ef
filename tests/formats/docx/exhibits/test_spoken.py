from generator.formats.docx.exhibits.spoken import spoken
from generator.model.exhibits import ChartKind
from tests.formats.docx.exhibits.charts import LAST, THIS, chart, every_kind, series


def test_a_chart_says_what_each_of_its_points_is() -> None:
    years = chart(ChartKind.COLUMN, series("件", 5, 12), categories=("2023年收到", "2024年收到"))
    assert spoken(years) == "柱形图“新收申请”：2023年收到 5 件、2024年收到 12 件。"


def test_two_series_are_told_one_after_the_other() -> None:
    said = spoken(chart(ChartKind.BAR, LAST, THIS, title=""))
    assert said.startswith("条形图：2023年：自然人 51 件、商业企业 22 件、")
    assert "其他无数据；2024年：自然人 72 件、" in said


def test_a_share_has_its_sign_at_the_number() -> None:
    shares = chart(ChartKind.LINE, series("%", "98.50"), unit="%", categories=("2024年",), title="")
    assert spoken(shares) == "折线图：2024年 98.50%。"


def test_it_is_never_long_and_says_when_more_would_follow() -> None:
    for shown in every_kind():
        said = spoken(shown)
        assert len(said) <= 250
        last = [value for value in shown.series[-1].values if value is not None][-1]
        assert said.endswith(("……", "。"))
        assert said.endswith("……") or str(last) in said
    assert len(spoken(chart(title="长" * 400))) == 250


def test_what_xml_cannot_hold_and_breaks_of_lines_are_left_out() -> None:
    awkward = chart(ChartKind.PIE, series("", 1), title="标\x01\n题", categories=("甲\x00",))
    assert spoken(awkward) == "饼图“标 题”：甲 1 件。"


def test_a_chart_of_nothing_says_what_it_is() -> None:
    assert spoken(chart(ChartKind.PIE, series(""), categories=())) == "饼图“新收申请”。"
