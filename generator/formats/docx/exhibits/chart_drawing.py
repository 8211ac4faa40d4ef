"""What a chart looks like: in Word, WPS and LibreOffice, in colour and on grey paper."""

from lxml import etree

from generator.formats.docx.exhibits.chart_axes import NAMES, NUMBERS, axes
from generator.formats.docx.exhibits.chart_series import series_of
from generator.formats.docx.exhibits.drawing_ml import (
    R,
    a,
    c,
    fill,
    lettering,
    no_line,
    run,
)
from generator.model.chart_look.space import USUAL, gap_width
from generator.model.chart_look.words import TITLE_SIZE, has_legend, title_and_unit
from generator.model.exhibits import Chart, ChartKind

DATA_ID = "rId1"
"""By which the chart names its workbook."""


def drawn(chart: Chart) -> etree._Element:
    """Return the part of a chart."""
    data = c("externalData", c("autoUpdate", val=0))
    data.set(R + "id", DATA_ID)
    return c(
        "chartSpace",
        c("date1904", val=0),
        c("lang", val="zh-CN"),
        c("roundedCorners", val=0),
        c(
            "chart",
            *_title(chart),
            c("autoTitleDeleted", val=int(not _title(chart))),
            c("plotArea", c("layout"), _plot(chart), *axes(chart)),
            *_legend(chart),
            c("plotVisOnly", val=1),
            c("dispBlanksAs", val="gap"),
        ),
        c("spPr", fill("FFFFFF"), no_line()),
        lettering(USUAL),
        data,
    )


def _title(chart: Chart) -> list[etree._Element]:
    title, unit = title_and_unit(chart)
    runs = [run(title, TITLE_SIZE, bold=True)] if title else []
    runs += [run(unit, USUAL)] if unit else []
    if not runs:
        return []
    rich = c("rich", a("bodyPr"), a("lstStyle"), a("p", *runs))
    return [c("title", c("tx", rich), c("overlay", val=0))]


def _plot(chart: Chart) -> etree._Element:
    series = series_of(chart)
    colours_vary = c("varyColors", val=int(chart.kind == ChartKind.PIE))
    if chart.kind == ChartKind.PIE:
        return c("pieChart", colours_vary, *series, c("firstSliceAng", val=0))
    named = [c("axId", val=axis) for axis in (NAMES, NUMBERS)]
    if chart.kind == ChartKind.LINE:
        plain = c("grouping", val="standard"), colours_vary
        return c("lineChart", *plain, *series, c("marker", val=1), *named)
    direction = "bar" if chart.kind == ChartKind.BAR else "col"
    return c(
        "barChart",
        c("barDir", val=direction),
        c("grouping", val="clustered"),
        colours_vary,
        *series,
        c("gapWidth", val=gap_width(chart)),
        c("overlap", val=0),
        *named,
    )


def _legend(chart: Chart) -> list[etree._Element]:
    if not has_legend(chart):
        return []
    return [c("legend", c("legendPos", val="b"), c("overlay", val=0), lettering(USUAL))]
