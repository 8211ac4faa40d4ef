"""Draws native charts whose numbers are cells, with what those hold now for programs that read."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series as DrawnSeries
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from generator.formats.xlsx.writing.cell_text import escaped_for_xml
from generator.model.chart_look.colours import FAINT, GREY, colour, colour_of_series
from generator.model.chart_look.numbers import decimals, from_zero, steps_of_one, values_of
from generator.model.chart_look.space import USUAL
from generator.model.chart_look.words import TITLE_SIZE, title_and_unit
from generator.model.exhibits import Chart, ChartKind, Series

_POINTS = 12_700  # English Metric Units
_DIGIT, _AROUND = 0.19, 1.4  # centimetres: of a digit at 9 points, and beside what is drawn
_WIDEST_COLUMN, _MOST_GAP, _LEAST_GAP = 1.3, 400, 40  # centimetres; hundredths of a column
_SMALL = 8
_INK, _FACE = "262626", "宋体"


class Places(NamedTuple):
    """The cells that a chart takes its numbers from."""

    categories: str
    series: Sequence[tuple[str, str]]
    """Names and values."""


def drawing(
    chart: Chart,
    places: Places,
    *,
    width: float,
    height: float,
    stacked: bool = False,
    legend: bool = True,
) -> BarChart | LineChart:
    """Return a chart so many centimetres wide and high.

    `legend` says whether the names of its series are shown.
    """
    drawn = LineChart() if chart.kind is ChartKind.LINE else BarChart()
    drawn.width = width  # type: ignore[assignment]  # the stubs know whole centimetres only
    drawn.height = height
    drawn.title = _title(chart)
    drawn.roundedCorners = False
    drawn.display_blanks = "gap"
    drawn.graphical_properties = GraphicalProperties(solidFill="FFFFFF", ln=_line(FAINT, 0.75))
    drawn.legend = Legend(legendPos="b", txPr=_lettering(USUAL), overlay=False) if legend else None
    for at, (series, cells) in enumerate(zip(chart.series, places.series, strict=True)):
        drawn.series.append(_series(chart, series, at, places.categories, cells))
    if isinstance(drawn, BarChart) and chart.kind is ChartKind.BAR:
        drawn.type, drawn.grouping, drawn.gapWidth = "bar", "clustered", _LEAST_GAP
    elif isinstance(drawn, BarChart):
        _columns(drawn, chart, width, stacked=stacked)
    if not stacked and _room_for_values(chart, width):
        drawn.dataLabels = _values(chart)
    _axes(drawn, chart)
    return drawn


def _series(
    chart: Chart, series: Series, at: int, categories: str, cells: tuple[str, str]
) -> DrawnSeries:
    name, values = cells
    points = [
        NumVal(idx=place, v=f"{value:f}")
        for place, value in enumerate(series.values)
        if value is not None
    ]
    kept = NumData(formatCode="General", ptCount=len(series.values), pt=points)
    drawn = DrawnSeries(
        idx=at,
        order=at,
        tx=SeriesLabel(strRef=StrRef(f=name, strCache=_words([series.name]))),
        cat=AxDataSource(strRef=StrRef(f=categories, strCache=_words(chart.categories))),
        val=NumDataSource(numRef=NumRef(f=values, numCache=kept)),
    )
    by_year = chart.kind is ChartKind.BAR
    own = colour_of_series(chart, at) if by_year else colour(at)
    if chart.kind is ChartKind.LINE:
        drawn.spPr = GraphicalProperties(ln=_line(own, 1.75))
        filled = GraphicalProperties(solidFill=own, ln=_line(own, 0.75))
        drawn.marker = Marker(symbol="circle", size=6, spPr=filled)
        drawn.smooth = False
    else:
        drawn.spPr = GraphicalProperties(solidFill=own, ln=LineProperties(noFill=True))
        drawn.invertIfNegative = False
    return drawn


def _columns(drawn: BarChart, chart: Chart, width: float, *, stacked: bool) -> None:
    drawn.type = "col"
    drawn.grouping, drawn.overlap = ("stacked", 100) if stacked else ("clustered", 0)
    side_by_side = 1 if stacked else len(chart.series)
    slot = (width - _AROUND) / max(len(chart.categories), 1)
    gap = round((slot / _WIDEST_COLUMN - side_by_side) * 100)
    drawn.gapWidth = min(max(gap, _LEAST_GAP), _MOST_GAP)


def _axes(drawn: BarChart | LineChart, chart: Chart) -> None:
    names, numbers = drawn.x_axis, drawn.y_axis
    for axis in (names, numbers):
        axis.delete = False
        axis.majorTickMark = axis.minorTickMark = "none"
        axis.txPr = _lettering(USUAL)
        axis.number_format = "General"
    if chart.kind is ChartKind.BAR:
        names.scaling.orientation, numbers.crosses = "maxMin", "max"  # the first on top
    names.tickLblPos = "low"
    names.graphicalProperties = GraphicalProperties(ln=_line(GREY, 0.75))
    numbers.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    numbers.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=_line(FAINT, 0.5)))
    numbers.crossBetween = "between"
    if from_zero(chart):
        numbers.scaling.min = 0
    if steps_of_one(chart):
        numbers.majorUnit = 1


def _room_for_values(chart: Chart, width: float) -> bool:
    if chart.kind is ChartKind.BAR:
        return True
    after = decimals(chart)
    digits = max((len(str(int(one))) for one in values_of(chart)), default=0)
    side_by_side = len(chart.series) if chart.kind is ChartKind.COLUMN else 1
    slot = (width - _AROUND) / max(len(chart.categories), 1) / max(side_by_side, 1)
    crossing = chart.kind is ChartKind.LINE and len(chart.series) > 1
    return not crossing and (digits + (after and after + 1)) * _DIGIT < slot


def _values(chart: Chart) -> DataLabelList:
    shown = DataLabelList(
        numFmt="General",
        dLblPos="t" if chart.kind is ChartKind.LINE else "outEnd",
        txPr=_lettering(_SMALL),
    )
    shown.showVal = True
    shown.showSerName = shown.showCatName = shown.showLegendKey = shown.showPercent = False
    return shown


def _title(chart: Chart) -> Title:
    title, unit = title_and_unit(chart)
    runs = [
        RegularTextRun(rPr=_look(size, bold=bold), t=text)
        for text, size, bold in ((title, TITLE_SIZE, True), (unit, USUAL, False))
        if text
    ]
    return Title(tx=Text(rich=RichText(p=[Paragraph(r=runs)])), overlay=False)


def _words(words: Sequence[str]) -> StrData:
    points = [StrVal(idx=at, v=escaped_for_xml(word)) for at, word in enumerate(words)]
    return StrData(ptCount=len(words), pt=points)


def _lettering(points: float) -> RichText:
    look = ParagraphProperties(defRPr=_look(points))
    return RichText(p=[Paragraph(pPr=look, endParaRPr=CharacterProperties(lang="zh-CN"))])


def _look(points: float, *, bold: bool = False) -> CharacterProperties:
    face = Font(typeface=_FACE)
    return CharacterProperties(
        lang="zh-CN", sz=round(points * 100), b=bold, solidFill=_INK, latin=face, ea=face
    )


def _line(colour_of_it: str, points: float) -> LineProperties:
    return LineProperties(solidFill=colour_of_it, w=round(points * _POINTS))
