"""The values beside the points of a chart, so that none stands on another or on an axis."""

from decimal import Decimal

from lxml import etree

from generator.formats.docx.exhibits.chart_space import (
    Values,
    percentages_shown,
    values_at_points,
    values_size,
)
from generator.formats.docx.exhibits.chart_workbook import format_code
from generator.formats.docx.exhibits.drawing_ml import a, c, fill, lettering, line, no_line, text
from generator.model.exhibits import Chart, ChartKind

_GREY = "7F7F7F"
_NEAR_THE_AXIS = Decimal("0.15")  # of the highest
_NARROW = Decimal("0.08")  # of a pie
_USUAL = {
    ChartKind.COLUMN: "outEnd",
    ChartKind.BAR: "outEnd",
    ChartKind.LINE: "t",
    ChartKind.PIE: "outEnd",
}


def labels_of(chart: Chart, at: int) -> etree._Element:
    """Return how a series has its values beside its points; series are counted from 0."""
    if values_at_points(chart) == Values.LEFT_OUT:
        return c("dLbls", *_shown(value=False))
    usual = _USUAL[chart.kind]
    single = []
    for point in range(len(chart.series[at].values)):
        place = _place(chart, at, point)
        if place is None:
            single.append(c("dLbl", c("idx", val=point), c("delete", val=1)))
        elif place != usual:
            single.append(c("dLbl", c("idx", val=point), *_label(chart, place)))
    return c("dLbls", *single, *_label(chart, usual), *_leading(chart))


def _place(chart: Chart, at: int, point: int) -> str | None:
    """Return where a value stands, as DrawingML says it; None where it is left out."""
    if chart.kind == ChartKind.LINE:
        return _beside_lines([one.values[point] for one in chart.series], at, _highest(chart))
    if chart.kind == ChartKind.PIE:
        values = chart.series[at].values
        return _beside_slice(values[point], sum(abs(one) for one in values if one is not None))
    return _USUAL[chart.kind]


def _beside_lines(values: list[Decimal | None], at: int, highest: Decimal) -> str:
    """Return t, above, but for the lower of two lines.

    That has b, below, or r, to the right, where the axis would strike it through.
    """
    own = values[at]
    if own is None or all(other is None or other <= own for other in values):
        return "t"
    return "r" if abs(own) < highest * _NEAR_THE_AXIS else "b"


def _beside_slice(value: Decimal | None, whole: Decimal | int) -> str | None:
    """Return outEnd, outside; for narrow slices what lets programs part the values by lines.

    The slice of nothing has no room at all.
    """
    if not value:
        return None
    return "bestFit" if abs(value) < whole * _NARROW else "outEnd"


def _label(chart: Chart, place: str) -> list[etree._Element]:
    percent = percentages_shown(chart)
    code = c("numFmt", formatCode=format_code(chart), sourceLinked=0)
    return [
        *([] if percent else [code]),  # programs would write shares in it too
        c("spPr", fill("FFFFFF") if place == "bestFit" else a("noFill"), no_line()),  # on a slice
        lettering(values_size(chart), degrees=values_at_points(chart).value or 0),
        c("dLblPos", val=place),
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
    return [c("showLeaderLines", val=1), c("leaderLines", c("spPr", line(_GREY, 0.5)))]


def _highest(chart: Chart) -> Decimal:
    values = (value for series in chart.series for value in series.values if value is not None)
    return max(map(abs, values), default=Decimal(0))
