import re
from decimal import Decimal

import pytest
from lxml import etree

from generator.formats.svg.chart import chart_svg
from generator.model.chart_look.colours import colour, colour_of_series
from generator.model.chart_look.space import WIDTH, millimetres_high
from generator.model.exhibits import Chart, ChartKind
from tests.formats.docx.exhibits.charts import LAST, STREETS, THIS, chart, every_kind, series

SVG = "{http://www.w3.org/2000/svg}"


def drawing(shown: Chart, alternative: str = "替代文字") -> etree._Element:
    """Return a chart as it is drawn, read again."""
    high = millimetres_high(shown)
    return etree.fromstring(chart_svg(shown, WIDTH, high, "仿宋, serif", alternative))


def texts(root: etree._Element) -> list[str]:
    return ["".join(map(str, one.itertext())) for one in root.iter(f"{SVG}text")]


def drawn(root: etree._Element, tag: str, own: str) -> list[dict[str, str]]:
    """Return the marks of a kind that have a colour."""
    return [
        {str(key): str(value) for key, value in one.attrib.items()}
        for one in root.iter(SVG + tag)
        if one.get("fill") == f"#{own}"
    ]


def columns(root: etree._Element, own: str) -> list[float]:
    """Return how high the columns of a colour are, without its sign in the legend."""
    return [float(one["height"]) for one in drawn(root, "rect", own)]


def test_every_chart_stays_within_its_drawing() -> None:
    for shown in every_kind():
        root = drawing(shown)
        wide, high = map(float, root.attrib["viewBox"].split()[2:])
        for one in root.iter(f"{SVG}text"):
            assert 0 <= float(one.attrib["x"]) <= wide
            assert 0 <= float(one.attrib["y"]) <= high
        for one in root.iter(f"{SVG}rect"):
            assert float(one.attrib["x"]) + float(one.attrib["width"]) <= wide + 0.1
            assert float(one.attrib["y"]) + float(one.attrib["height"]) <= high + 0.1


def test_every_name_and_value_of_a_chart_is_told() -> None:
    for kind in ChartKind:
        said = texts(drawing(chart(kind)))
        assert "新收申请（单位：件）" in said
        assert {"自然人", "法律服务机构", "72", "24"} <= set(said)


def test_the_same_chart_has_the_same_text() -> None:
    for shown in every_kind():
        once, twice = (chart_svg(shown, 150, 75, "serif", "x") for _ in range(2))
        assert once == twice


def test_nothing_in_it_refers_outside_or_runs() -> None:
    for shown in every_kind():
        text = chart_svg(shown, 150, 75, "serif", "x")
        assert not re.search(r"href|<script|<style|url\(|<image", text)
        assert text.count("http") == 1, "its own namespace"


def test_what_people_typed_is_text_and_nothing_else() -> None:
    odd = chart(title='"收\x0b到" & <办结>', categories=("<a>", "b&c", "'d'", '"e"', "]]>", "g"))
    root = drawing(odd, alternative='<x> & "y"\x00')
    assert root.attrib["aria-label"] == '<x> & "y"'
    assert root.attrib["role"] == "img"
    assert '"收到" & <办结>（单位：件）' in texts(root)
    assert {"<a>", "b&c", "]]>"} <= set(texts(root))


def test_columns_are_as_high_as_their_values_and_this_year_keeps_its_colour() -> None:
    alone, beside = chart(ChartKind.COLUMN, THIS), chart(ChartKind.COLUMN, LAST, THIS)
    heights = columns(drawing(alone), colour_of_series(alone, 0))
    assert heights[0] / heights[1] == pytest.approx(72 / 15, rel=0.01)
    assert len(heights) == 5, "that of 0 has no height"
    assert columns(drawing(beside), colour_of_series(beside, 1)), "the same colour beside another"
    assert colour_of_series(alone, 0) == colour_of_series(beside, 1)


def test_what_is_below_0_hangs_from_it() -> None:
    shown = chart(ChartKind.COLUMN, series("万元", 10, -5), categories=("甲", "乙"))
    first, second = drawn(drawing(shown), "rect", colour(0))
    assert float(first["y"]) + float(first["height"]) == pytest.approx(float(second["y"]), abs=0.1)
    assert "-5" in texts(drawing(shown))


def test_a_gap_parts_a_line_and_is_no_0() -> None:
    shown = chart(
        ChartKind.LINE, series("件", 1, 2, None, 4, 5), categories=("甲", "乙", "丙", "丁", "戊")
    )
    root = drawing(shown)
    assert len(list(root.iter(f"{SVG}polyline"))) == 2
    assert len(list(root.iter(f"{SVG}circle"))) == 4


def test_an_earlier_year_is_told_without_colours() -> None:
    root = drawing(chart(ChartKind.LINE, LAST, THIS))
    dashed = [one for one in root.iter(f"{SVG}polyline") if "stroke-dasharray" in one.attrib]
    assert len(dashed) == 2, "the line and its sign in the legend"
    assert list(root.iter(f"{SVG}polygon")), "its points are diamonds"


def test_numbers_keep_their_decimals() -> None:
    shown = chart(ChartKind.BAR, series("万元", "98.50", "3", None), categories=("甲", "乙", "丙"))
    assert {"98.50", "3.00"} <= set(texts(drawing(shown)))


def test_a_pie_tells_shares_and_what_its_colours_are() -> None:
    said = texts(drawing(chart(ChartKind.PIE)))
    assert {"72", "59%", "15", "12%"} <= set(said)
    assert "社会公益组织" in said, "the legend has what is 0, too"
    assert "0%" not in said


def test_one_slice_is_the_whole_pie() -> None:
    root = drawing(chart(ChartKind.PIE, series("", 0, 5), categories=("甲", "乙")))
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    assert {"5", "100%"} <= set(texts(root))


def test_values_that_would_stand_on_one_another_are_left_out() -> None:
    many = series("件", *range(1000, 1040))
    said = texts(drawing(chart(ChartKind.COLUMN, many, many, categories=STREETS)))
    assert "1039" not in said
    assert STREETS[-1] in said


def test_a_chart_that_was_made_smaller_is_drawn_smaller_and_whole() -> None:
    text = chart_svg(chart(), 75, 40, "serif", "x")
    root = etree.fromstring(text)
    assert (root.attrib["width"], root.attrib["height"]) == ("75mm", "40mm")
    assert "法律服务机构" in texts(root)


def test_a_chart_without_a_number_is_drawn() -> None:
    for kind in ChartKind:
        empty = chart(kind, series("件", *[None] * 6))
        assert "自然人" in texts(drawing(empty))
        assert texts(drawing(Chart("", kind, "空", "", (), ()))) is not None


def test_slices_of_a_pie_are_as_large_as_their_share() -> None:
    shown = chart(ChartKind.PIE, series("", 1, 1), categories=("甲", "乙"))
    paths = [str(one.attrib["d"]) for one in drawing(shown).iter(f"{SVG}path")]
    assert len(paths) == 2
    starts = [re.match(r"M(\S+) (\S+)L(\S+) (\S+)A", one) for one in paths]
    assert starts[0] is not None
    x, y, to_x, to_y = map(Decimal, starts[0].groups())
    assert x == to_x, "the first begins at the top"
    assert to_y < y
