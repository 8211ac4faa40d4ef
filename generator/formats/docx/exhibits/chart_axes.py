"""The axes of a chart: names along one, numbers from 0 along the other."""

from lxml import etree

from generator.formats.docx.exhibits.drawing_ml import c, lettering, line, no_line
from generator.model.chart_look.colours import FAINT, GREY
from generator.model.chart_look.numbers import from_zero, steps_of_one
from generator.model.chart_look.space import USUAL, names_size, names_turned
from generator.model.exhibits import Chart, ChartKind

NAMES, NUMBERS = 111111111, 222222222
"""Ids of the two axes."""


def axes(chart: Chart) -> list[etree._Element]:
    """Return the axis of the categories and that of the values; a pie has none."""
    if chart.kind == ChartKind.PIE:
        return []
    return [_categories(chart), _numbers(chart)]


def _categories(chart: Chart) -> etree._Element:
    lying = chart.kind == ChartKind.BAR
    return c(
        "catAx",
        c("axId", val=NAMES),
        c("scaling", c("orientation", val="maxMin" if lying else "minMax")),  # the first on top
        c("delete", val=0),
        c("axPos", val="l" if lying else "b"),
        c("numFmt", formatCode="General", sourceLinked=0),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="low"),  # beside the plot, though bars go below 0
        c("spPr", line(GREY, 0.75)),
        lettering(names_size(chart), degrees=-90 if names_turned(chart) else 0),
        c("crossAx", val=NUMBERS),
        c("crosses", val="autoZero"),
        c("auto", val=0),  # names like 2023年 are no dates
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=100),
        c("tickLblSkip", val=1),  # every name is shown
        c("noMultiLvlLbl", val=1),
    )


def _numbers(chart: Chart) -> etree._Element:
    lying = chart.kind == ChartKind.BAR
    return c(
        "valAx",
        c("axId", val=NUMBERS),
        c("scaling", c("orientation", val="minMax"), *_bounds(chart)),
        c("delete", val=0),
        c("axPos", val="b" if lying else "l"),
        c("majorGridlines", c("spPr", line(FAINT, 0.5))),
        c("numFmt", formatCode="General", sourceLinked=0),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="nextTo"),
        c("spPr", no_line()),
        lettering(USUAL, degrees=0),
        c("crossAx", val=NAMES),
        c("crosses", val="max" if lying else "autoZero"),  # at the bottom, though names go down
        c("crossBetween", val="between"),
        *_steps(chart),
    )


def _bounds(chart: Chart) -> list[etree._Element]:
    """Nothing is said of the end, so that a larger number which people put in is not cut off."""
    return [c("min", val=0)] if from_zero(chart) else []


def _steps(chart: Chart) -> list[etree._Element]:
    return [c("majorUnit", val=1)] if steps_of_one(chart) else []
