"""A chart of a document as rows of 『图表』, its numbers typed in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.model.charts import chart_of
from generator.model.exhibits import MOST_POINTS, Chart, ChartRow, Years
from generator.model.report import Report
from generator.model.typed_input.charts import plans_of

_ANY_NAME = "图表"
_BLANK = Report({}, {}, {}, ())


class Known(NamedTuple):
    """What of a report a chart of it may show."""

    form: Form
    year: int | None
    numbers: Mapping[str, Decimal | None]
    """By the names that a chart cites."""


def chart_rows(chart: Chart, name: str, known: Known) -> list[ChartRow]:
    """Return a chart point by point; what has no number is no point of it.

    One of two years cites the numbers that its points are called by.
    """
    both = _shows_both_years(chart, known)
    points = zip(chart.categories, chart.series[0].values, strict=True)
    rows = [
        ChartRow("", "", "", "", "", _on_one_line(label), f"【{label}】" if both else f"{value:f}")
        for label, value in points
        if both or value is not None
    ]
    if not rows:
        return []
    first = replace(
        rows[0],
        chart=name,
        kind=chart.kind.value,
        title=_on_one_line(chart.title),
        unit=_on_one_line(chart.unit),
        years=Years.BOTH.value if both else "",
    )
    return [first, *rows[1:]]


def cites(rows: Sequence[ChartRow]) -> bool:
    """Tell whether rows of a chart take last year's numbers from its workbook."""
    return any(row.years == Years.BOTH.value for row in rows)


def why_no_rows(chart: Chart, known: Known) -> str:
    """Say why a chart cannot be one of 『图表』; empty where it can."""
    both = _shows_both_years(chart, known)
    if len(chart.series) > 1 and not both:
        return f"有 {len(chart.series)} 组数（如几年的），『图表』里直接填的数只能有一组"
    rows = chart_rows(chart, _ANY_NAME, known) if chart.series else []
    if not rows:
        return "里没有数"
    if len(rows) > MOST_POINTS:
        return f"有 {len(rows)} 个数，『图表』里最多 {MOST_POINTS} 个"
    return "" if both or _is_same(chart, rows, known.form) else "的数『图表』里放不下"


def _shows_both_years(chart: Chart, known: Known) -> bool:
    """Tell whether a chart shows numbers of the report by their names, beside last year's."""
    if known.year is None or [one.name for one in chart.series] != [
        f"{year}年" for year in (known.year - 1, known.year)
    ]:
        return False
    points = zip(chart.categories, chart.series[1].values, strict=True)
    return all(label in known.numbers and known.numbers[label] == value for label, value in points)


def points_left_out(chart: Chart) -> list[str]:
    """Return what has no number in a chart."""
    if len(chart.series) > 1:  # which cites
        return []
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
