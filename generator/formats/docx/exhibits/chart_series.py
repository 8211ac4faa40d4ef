"""The numbers of a chart, and how they are drawn."""

from lxml import etree

from generator.formats.docx.exhibits.chart_labels import labels_of
from generator.formats.docx.exhibits.chart_workbook import (
    categories_at,
    format_code,
    kept,
    name_at,
    values_at,
)
from generator.formats.docx.exhibits.drawing_ml import c, fill, line, no_line, text
from generator.model.chart_look.colours import colour, colour_of_series, is_earlier
from generator.model.exhibits import Chart, ChartKind, Series


def series_of(chart: Chart) -> list[etree._Element]:
    """Return the series of a chart, with the values that Word shows before it opens the data."""
    return [_series(chart, at) for at in range(len(chart.series))]


def _series(chart: Chart, at: int) -> etree._Element:
    series = chart.series[at]
    return c(
        "ser",
        c("idx", val=at),
        c("order", val=at),
        c("tx", c("strRef", text("f", name_at(at)), _words((series.name,)))),
        *_look(chart, at),
        labels_of(chart, at),
        c("cat", c("strRef", text("f", categories_at(chart)), _words(chart.categories))),
        c("val", c("numRef", text("f", values_at(at, chart)), _numbers(chart, series))),
        *([c("smooth", val=0)] if chart.kind == ChartKind.LINE else []),
    )


def _look(chart: Chart, at: int) -> list[etree._Element]:
    own = colour_of_series(chart, at)
    match chart.kind:
        case ChartKind.PIE:
            points = range(len(chart.categories))
            return [_slice_look(chart, at), *(_slice(chart, point) for point in points)]
        case ChartKind.LINE:
            earlier = is_earlier(chart, at)
            drawn = c("spPr", line(own, 1.75, "sysDash" if earlier else "solid"))
            sign = c("symbol", val="diamond" if earlier else "circle")
            filled = c("spPr", fill(own), line(own, 0.75))
            return [drawn, c("marker", sign, c("size", val=7 if earlier else 6), filled)]
        case _:
            return [c("spPr", fill(own), no_line()), c("invertIfNegative", val=0)]


def _slice(chart: Chart, point: int) -> etree._Element:
    return c("dPt", c("idx", val=point), c("bubble3D", val=0), _slice_look(chart, point))


def _slice_look(chart: Chart, point: int) -> etree._Element:
    alone = len(chart.categories) == 1
    return c("spPr", fill(colour(point)), no_line() if alone else line("FFFFFF", 1))


def _words(words: tuple[str, ...]) -> etree._Element:
    points = [c("pt", text("v", kept(word)), idx=at) for at, word in enumerate(words)]
    return c("strCache", c("ptCount", val=len(words)), *points)


def _numbers(chart: Chart, series: Series) -> etree._Element:
    points = [
        c("pt", text("v", format(value, "f")), idx=at)
        for at, value in enumerate(series.values)
        if value is not None
    ]
    code = text("formatCode", format_code(chart))
    return c("numCache", code, c("ptCount", val=len(series.values)), *points)
