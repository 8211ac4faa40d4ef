"""The values beside the points of a chart, as DrawingML says where they stand."""

from lxml import etree

from generator.formats.docx.exhibits.chart_workbook import format_code
from generator.formats.docx.exhibits.drawing_ml import a, c, fill, lettering, line, no_line, text
from generator.model.chart_look.colours import GREY
from generator.model.chart_look.labels import Beside, place_of_value, usual_place
from generator.model.chart_look.space import (
    Values,
    percentages_shown,
    values_at_points,
    values_size,
)
from generator.model.exhibits import Chart, ChartKind

_PLACES = {
    Beside.END: "outEnd",
    Beside.ABOVE: "t",
    Beside.BELOW: "b",
    Beside.RIGHT: "r",
    Beside.WHERE_ROOM_IS: "bestFit",  # lets programs part the values by lines
}


def labels_of(chart: Chart, at: int) -> etree._Element:
    """Return how a series has its values beside its points; series are counted from 0."""
    if values_at_points(chart) == Values.LEFT_OUT:
        return c("dLbls", *_shown(value=False))
    usual = usual_place(chart.kind)
    single = []
    for point in range(len(chart.series[at].values)):
        place = place_of_value(chart, at, point)
        if place is None:
            single.append(c("dLbl", c("idx", val=point), c("delete", val=1)))
        elif place != usual:
            single.append(c("dLbl", c("idx", val=point), *_label(chart, place)))
    return c("dLbls", *single, *_label(chart, usual), *_leading(chart))


def _label(chart: Chart, place: Beside) -> list[etree._Element]:
    percent = percentages_shown(chart)
    code = c("numFmt", formatCode=format_code(chart), sourceLinked=0)
    on_a_slice = place == Beside.WHERE_ROOM_IS
    ground = fill("FFFFFF") if on_a_slice else a("noFill")
    return [
        *([] if percent else [code]),  # programs would write shares in it too
        c("spPr", ground, no_line()),
        lettering(values_size(chart), degrees=values_at_points(chart).value or 0),
        c("dLblPos", val=_PLACES[place]),
        *_shown(value=True, percent=percent),
    ]


def _shown(*, value: bool, percent: bool = False) -> list[etree._Element]:
    shown = {
        "LegendKey": False,
        "Val": value,
        "CatName": False,
        "SerName": False,
        "Percent": percent,
        "BubbleSize": False,
    }
    flags = [c(f"show{what}", val=int(whether)) for what, whether in shown.items()]
    return [*flags, text("separator", "\n")] if percent else flags


def _leading(chart: Chart) -> list[etree._Element]:
    if chart.kind != ChartKind.PIE:
        return []
    return [c("showLeaderLines", val=1), c("leaderLines", c("spPr", line(GREY, 0.5)))]
