"""Understands 图表: the charts that somebody defined, one point a row."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.form.pattern import Pattern
from generator.model.exhibits import MOST_POINTS, ChartKind, ChartRow, Years
from generator.model.finding import Finding, held_back
from generator.model.typed_input.number import understand

RULE = "E02"
_CITED = Pattern(r"【\s*([^【】]+?)\s*】|([^【】]+)")
_KINDS = {label_key(kind.value): kind for kind in ChartKind}
_YEARS = {label_key(years.value): years for years in Years} | {
    label_key(other): Years.BOTH for other in ("本年和上年", "上年、本年", "本年、上年", "两年")
}


class Point(NamedTuple):
    """One point of a chart: a number, or the name of one."""

    row: ChartRow
    label: str
    name: str
    """Of a figure, a sum or an indicator; empty where a number was typed."""
    value: Decimal | None
    """The number that was typed."""


class ChartPlan(NamedTuple):
    """A chart as it was defined, its numbers still to be looked up."""

    name: str
    kind: ChartKind
    title: str
    unit: str
    years: Years
    points: tuple[Point, ...]


def plans_of(rows: Sequence[ChartRow]) -> tuple[dict[str, ChartPlan], list[Finding]]:
    """Return the charts that were defined, by name, and what is wrong with the others."""
    plans: dict[str, ChartPlan] = {}
    findings: list[Finding] = []
    named: set[str] = set()
    for name, own in by_chart(rows):
        problems = list(_problems(name, own, named))
        named.add(label_key(name))
        points = tuple(_point(row) for row in own if row.data.strip() or row.label.strip())
        problems += _problems_of_points(name, own[0], points)
        findings += problems
        first = own[0]
        kind, years = _kind(first.kind), _years(first.years)
        if kind and years and not problems:
            plans[label_key(name)] = ChartPlan(
                name, kind, first.title.strip(), first.unit.strip(), years, points
            )
    return plans, findings


def by_chart(rows: Sequence[ChartRow]) -> Iterator[tuple[str, list[ChartRow]]]:
    """Yield each chart with its rows: a name stands in the first of them, or in all."""
    name, own = "", list[ChartRow]()
    for row in rows:
        if row.chart.strip() and label_key(row.chart) != label_key(name):
            if own:
                yield name, own
            name, own = row.chart.strip(), []
        own.append(row)
    if own:
        yield name, own


def _problems(name: str, own: list[ChartRow], named: Collection[str]) -> Iterator[Finding]:
    first = own[0]
    if not name:
        yield held_back(
            RULE,
            first.place_of("chart"),
            "这一行没有写图表的名称，不知道属于哪一个图表",
            "请在“图表”一栏写名称，同一个图表的各行写在一起",
        )
    if label_key(name) in named:
        yield held_back(
            RULE,
            first.place_of("chart"),
            f"有两个图表都叫“{name}”",
            "请换一个名称；同一个图表的各行要连在一起",
        )
    if _kind(first.kind) is None:
        kinds = listed(kind.value for kind in ChartKind)
        yield held_back(
            RULE,
            first.place_of("kind"),
            f"图表“{name}”的类型填的是“{first.kind}”",
            f"请选{kinds}之一",
        )
    if _years(first.years) is None:
        years = listed(one.value for one in Years)
        yield held_back(
            RULE,
            first.place_of("years"),
            f"图表“{name}”的年份填的是“{first.years}”",
            f"请选{years}之一",
        )
    elif _kind(first.kind) is ChartKind.PIE and _years(first.years) is Years.BOTH:
        yield held_back(
            RULE,
            first.place_of("years"),
            f"图表“{name}”是饼图，一个饼只能画一年的数",
            f"请把年份改为“{Years.THIS.value}”，或者改用柱形图",
        )


def _problems_of_points(name: str, first: ChartRow, points: Sequence[Point]) -> Iterator[Finding]:
    if not points:
        yield held_back(
            RULE,
            first.place_of("data"),
            f"图表“{name}”没有一个数",
            "请在“数据”一栏写【名称】或者数字，一行一个",
        )
    if len(points) > MOST_POINTS:
        yield held_back(
            RULE,
            first.place_of("data"),
            f"图表“{name}”有 {len(points)} 个数，最多 {MOST_POINTS} 个，再多就看不清了",
            "请合并一些项目，或者分成几个图表",
        )
    for point in points:
        if not point.name and point.value is None:
            said = f"填的是“{point.row.data}”，看不懂" if point.row.data.strip() else "是空白"
            yield held_back(
                RULE,
                point.row.place_of("data"),
                f"图表“{name}”里“{point.label}”的数据{said}",
                "请写【名称】或者一个数字",
            )


def _point(row: ChartRow) -> Point:
    data = row.data.strip()
    typed = understand(data) if data and not data.startswith("【") else None
    if typed and typed.value is not None and not typed.note:
        return Point(row, row.label.strip(), "", typed.value)
    found = _CITED.fullmatch(data)
    name = ((found[1] or found[2]) if found else "").strip()
    return Point(row, row.label.strip() or name, name, None)


def _kind(typed: str) -> ChartKind | None:
    return _KINDS.get(label_key(typed)) if typed.strip() else ChartKind.COLUMN


def _years(typed: str) -> Years | None:
    return _YEARS.get(label_key(typed)) if typed.strip() else Years.THIS
