from lxml import etree

from generator.formats.docx.exhibits.chart_drawing import drawn
from generator.formats.docx.exhibits.drawing_ml import A, C
from generator.model.exhibits import ChartKind
from tests.formats.docx.exhibits.charts import chart, said, series


def labels(root: etree._Element) -> list[str]:
    """Return whether the series have their values beside the points."""
    return said(root, "ser/dLbls/showVal")


def test_values_stand_at_the_points_unless_they_would_stand_on_one_another() -> None:
    many = series("件", *range(40))
    names = tuple(map(str, range(40)))
    assert labels(drawn(chart())) == ["1"]
    assert labels(drawn(chart(ChartKind.COLUMN, many, categories=names))) == ["1"]
    assert labels(drawn(chart(ChartKind.COLUMN, many, many, categories=names))) == ["0", "0"]
    assert labels(drawn(chart(ChartKind.BAR, many, many, categories=names))) == ["1", "1"]


def test_the_value_of_the_lower_of_two_lines_stands_below() -> None:
    low, high = series("2023年", 50, 1, 90), series("2024年", 80, 5, 90)
    root = drawn(chart(ChartKind.LINE, low, high, categories=("甲", "乙", "丙")))
    single = [(*said(one, "idx"), *said(one, "dLblPos")) for one in root.iter(f"{C}dLbl")]
    assert single == [("0", "b"), ("1", "r")], "the axis would strike 1 through"


def test_the_slice_of_nothing_has_no_value_on_others() -> None:
    root = drawn(chart(ChartKind.PIE))
    left_out = [said(one, "idx") for one in root.iter(f"{C}dLbl") if said(one, "delete") == ["1"]]
    assert left_out == [["3"]]


def test_programs_part_the_values_of_narrow_slices() -> None:
    root = drawn(chart(ChartKind.PIE, series("", 100, 2), categories=("甲", "乙")))
    single = [(*said(one, "idx"), *said(one, "dLblPos")) for one in root.iter(f"{C}dLbl")]
    assert single == [("1", "bestFit")]
    assert said(root, "ser/dLbls/dLblPos") == ["outEnd"]
    ground = root.find(f".//{C}dLbl/{C}spPr/{A}solidFill/{A}srgbClr")
    assert ground is not None, "it can be read on a dark slice too"
    assert ground.get("val") == "FFFFFF"
