"""What was changed in a chart, written into 图表 where somebody typed it there."""

from dataclasses import fields

from generator.manuscript.review.exhibits.chart_values import ChartChanged, ChartField
from generator.manuscript.review.exhibits.differences import Difference
from generator.manuscript.review.exhibits.gathered_shown import MergedShown
from generator.manuscript.review.exhibits.same_shown import same_shown
from generator.manuscript.review.merged_values import Conflict
from generator.manuscript.review.side import Side
from generator.model.exhibits import Chart, ChartRow
from generator.model.typed_input.charts import ChartPlan, by_chart


def merge_chart(
    merged: MergedShown, one: Difference, changed: ChartChanged, was: Chart, plan: ChartPlan
) -> None:
    """Take what was changed in a chart, if somebody typed it."""
    words = {ChartField.TITLE: (plan.title, "title"), ChartField.UNIT: (plan.unit, "unit")}
    if changed.field in words:
        here, name = words[changed.field]
        _typed(merged, one, changed, _first_row(merged, plan), (name, here))
        return
    at = _point_now(changed, was, plan)
    if at is None:
        what = f"『图表』里“{plan.name}”的各行后来改过，对不上"
        merged.leave(one, plan.points[0].row.place_of("label"), what)
        return
    point = plan.points[at]
    if changed.field is ChartField.LABEL:
        _typed(merged, one, changed, point.row, ("label", point.label))
    elif point.name:
        merged.from_figures.append((one, point.name, changed))
    elif len(was.series) > 1:
        what = "两年的数在『图表』里是同一个，没有写"
        merged.leave(one, point.row.place_of("data"), what)
    elif not changed.now:
        what = "数清空了，没有写"
        merged.leave(one, point.row.place_of("data"), what)
    else:
        _typed(merged, one, changed, point.row, ("data", point.row.data.strip()))


def _typed(
    merged: MergedShown,
    one: Difference,
    changed: ChartChanged,
    row: ChartRow,
    here: tuple[str, str],
) -> None:
    """Take what stands in a cell of 图表; `here` is its column and what it says now."""
    name, said = here
    if same_shown(said, changed.now):
        return
    said = changed.was if same_shown(said, changed.was) else said
    conflict = Conflict(one.change.place.spot, row.place_of(name), changed.was, said, changed.now)
    if merged.judge.takes(Side.DOCUMENT, conflict):
        at = next(nth for nth, own in enumerate(merged.typed) if own is row)
        merged.charts[at] = _with(merged.charts[at], name, changed.now)


def _first_row(merged: MergedShown, plan: ChartPlan) -> ChartRow:
    """Return the row that says what holds for a whole chart."""
    return next(rows[0] for name, rows in by_chart(merged.typed) if name == plan.name)


def _with(row: ChartRow, name: str, text: str) -> ChartRow:
    columns = [one.name for one in fields(row)]
    chart, kind, title, unit, years, label, data = (
        text if column == name else said for column, said in zip(columns, row.typed, strict=False)
    )
    return ChartRow(chart, kind, title, unit, years, label, data, row.places)


def _point_now(changed: ChartChanged, was: Chart, plan: ChartPlan) -> int | None:
    """Return which point of a chart it is by now; None where that cannot be told."""
    labels, label = [point.label for point in plan.points], was.categories[changed.point]
    if len(labels) == len(was.categories):
        there = labels[changed.point]
        if there in (label, changed.now) or label not in labels:
            return changed.point
    return labels.index(label) if labels.count(label) == 1 else None
