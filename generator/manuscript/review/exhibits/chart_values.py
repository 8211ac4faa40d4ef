"""What people changed in a chart, told in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.form.chinese import number
from generator.model.exhibits import Chart


class ChartField(StrEnum):
    """What of a chart somebody may have typed; the value is what people call it."""

    VALUE = "数据"
    LABEL = "名称"
    TITLE = "图表标题"
    UNIT = "单位"


class ChartChanged(NamedTuple):
    """One thing that a chart shows otherwise."""

    what: str
    """As it is told: the name of a point, 图表标题."""
    was: str
    now: str
    field: ChartField | None = None
    """None where the workbook has no place for it."""
    point: int = 0
    series: int = 0


def chart_changes(was: Chart, now: Chart) -> Iterator[ChartChanged]:
    """Yield what a chart shows otherwise: its kind, its words, its points, its numbers."""
    yield from _of_whole(was, now)
    if len(was.categories) != len(now.categories) or len(was.series) != len(now.series):
        yield ChartChanged("数据", _listed(was), _listed(now))
        return
    for at, (old, new) in enumerate(zip(was.categories, now.categories, strict=True)):
        if old != new:
            yield ChartChanged(f"“{old}”的名称", old, new, ChartField.LABEL, at)
    yield from _of_numbers(was, now)


def _of_whole(was: Chart, now: Chart) -> Iterator[ChartChanged]:
    if was.kind != now.kind:
        yield ChartChanged("图表类型", was.kind.value, now.kind.value)
    if was.title != now.title:
        yield ChartChanged(ChartField.TITLE.value, was.title, now.title, ChartField.TITLE)
    if was.unit != now.unit:
        yield ChartChanged(ChartField.UNIT.value, was.unit, now.unit, ChartField.UNIT)


def _of_numbers(was: Chart, now: Chart) -> Iterator[ChartChanged]:
    for nth, (mine, other) in enumerate(zip(was.series, now.series, strict=True)):
        if mine.name != other.name:
            yield ChartChanged("系列名称", mine.name, other.name)
        for at, pair in enumerate(zip(mine.values, other.values, strict=True)):
            if pair[0] != pair[1]:
                of = mine.name if len(was.series) > 1 else ""
                what = f"{of}{was.categories[at]}"
                old, new = map(value_said, pair)
                yield ChartChanged(what, old, new, ChartField.VALUE, at, nth)


def value_said(value: Decimal | None) -> str:
    """Return a number of a chart as people write it; empty for a gap."""
    return "" if value is None else number(value)


def _listed(chart: Chart) -> str:
    return "；".join(
        f"{one.name}（{_points(chart.categories, one.values)}）" for one in chart.series
    )


def _points(names: Sequence[str], values: Sequence[Decimal | None]) -> str:
    pairs = zip(names, values, strict=True)
    return "，".join(f"{name} {value_said(value)}".strip() for name, value in pairs)
