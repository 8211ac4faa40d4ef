"""A chart of a document as rows of 『图表』, its numbers typed in."""

from collections.abc import Sequence
from dataclasses import replace

from generator.form.vocabulary import Form
from generator.model.charts import chart_of
from generator.model.exhibits import MOST_POINTS, Chart, ChartRow
from generator.model.report import Report
from generator.model.typed_input.charts import plans_of

_ANY_NAME = "图表"
_BLANK = Report({}, {}, {}, ())


def chart_rows(chart: Chart, name: str) -> list[ChartRow]:
    """Return a chart of one series point by point; what has no number is no point of it."""
    points = zip(chart.categories, chart.series[0].values, strict=True)
    rows = [
        ChartRow("", "", "", "", "", _on_one_line(label), f"{value:f}")
        for label, value in points
        if value is not None
    ]
    if not rows:
        return []
    title, unit = _on_one_line(chart.title), _on_one_line(chart.unit)
    return [replace(rows[0], chart=name, kind=chart.kind.value, title=title, unit=unit), *rows[1:]]


def why_no_rows(chart: Chart, form: Form) -> str:
    """Say why a chart cannot be one of 『图表』; empty where it can."""
    if len(chart.series) > 1:
        return f"有 {len(chart.series)} 组数（如几年的），『图表』里直接填的数只能有一组"
    rows = chart_rows(chart, _ANY_NAME) if chart.series else []
    if not rows:
        return "里没有数"
    if len(rows) > MOST_POINTS:
        return f"有 {len(rows)} 个数，『图表』里最多 {MOST_POINTS} 个"
    return "" if _is_same(chart, rows, form) else "的数『图表』里放不下"


def points_left_out(chart: Chart) -> list[str]:
    """Return what has no number in a chart."""
    points = zip(chart.categories, chart.series[0].values, strict=True)
    return [_on_one_line(label) for label, value in points if value is None]


def _is_same(chart: Chart, rows: Sequence[ChartRow], form: Form) -> bool:
    """Tell whether the rows, understood again, are the chart."""
    plans, _ = plans_of(rows)
    made = next((chart_of(plan, _BLANK, None, form)[0] for plan in plans.values()), None)
    numbers = tuple(value for value in chart.series[0].values if value is not None)
    return made is not None and made.kind is chart.kind and made.series[0].values == numbers


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
