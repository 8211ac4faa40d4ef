"""Charts with their numbers, looked up in this year's report and the one of the year before."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches

from generator.form.chinese import listed
from generator.form.vocabulary import Form
from generator.model.exhibits import Chart, ChartKind, Series, Years
from generator.model.finding import Finding, held_back, notice
from generator.model.next_year import year_of
from generator.model.report import Report
from generator.model.typed_input.charts import RULE, ChartPlan, Point


def chart_of(
    plan: ChartPlan, report: Report, previous: Report | None, form: Form
) -> tuple[Chart | None, list[Finding]]:
    """Return a chart with its numbers; none where one of them is not there to be shown."""
    year = year_of(report)
    reports = [(report, year)]
    if plan.years is Years.BOTH:
        if previous is None:
            return None, [_no_last_year(plan)]
        reports.insert(0, (previous, None if year is None else year - 1))
    findings = [
        found
        for one, of in reports
        for point in plan.points
        for found in _problem(plan, point, one, form, "" if one is report else f"{of} 年")
    ]
    series = tuple(
        Series(f"{of}年" if of else plan.unit, _values(plan.points, one, form))
        for one, of in reports
    )
    if any(found.holds_back for found in findings):
        return None, findings
    numbers = [value for one in series for value in one.values if value is not None]
    if not numbers:
        return None, [_nothing(plan)]
    if plan.kind is ChartKind.PIE and not (min(numbers) >= 0 < sum(numbers)):
        return None, [_no_pie(plan)]
    labels = tuple(point.label for point in plan.points)
    return Chart(plan.name, plan.kind, plan.title, plan.unit, labels, series), findings


def known_numbers(report: Report, form: Form) -> dict[str, Decimal | None]:
    """Return the numbers that a chart may show, by name; None where one is blank."""
    numbers = {name: figure.value for name, figure in report.figures.items()}
    for total in form.sums:
        blank = all(numbers.get(name) is None for name in total.figures)
        numbers[total.name] = None if blank else report.total(total.figures)
    numbers |= {name: item.value for name, item in report.indicators.items()}
    return numbers | dict.fromkeys(report.awaited)


def _values(points: Sequence[Point], report: Report, form: Form) -> tuple[Decimal | None, ...]:
    numbers = known_numbers(report, form)
    return tuple(
        point.value if point.value is not None else numbers.get(point.name) for point in points
    )


def _problem(
    plan: ChartPlan, point: Point, report: Report, form: Form, whose: str
) -> Iterator[Finding]:
    numbers = known_numbers(report, form)
    place = point.row.place_of("data")
    if not point.name:
        return
    if point.name not in numbers:
        near = get_close_matches(point.name, numbers, n=3, cutoff=0.4)
        advice = f"是不是{listed(f'【{one}】' for one in near)}" if near else "请改正名称"
        message = (
            f"图表“{plan.name}”引用了【{point.name}】，{whose or '报告'}里没有叫这个名称的数字"
        )
        yield held_back(RULE, place, message, advice)
    elif numbers[point.name] is None:
        message = f"图表“{plan.name}”里的【{point.name}】{whose}是空白，图上空着，不当作 0"
        yield notice(RULE, place, message, "没有就填 0；漏填的请补上")


def _no_last_year(plan: ChartPlan) -> Finding:
    return held_back(
        RULE,
        plan.points[0].row.place_of("years"),
        f"图表“{plan.name}”要画上年的数，没有上年的工作簿",
        f"请把上年的工作簿放在旁边，或者把年份改为“{Years.THIS.value}”",
    )


def _nothing(plan: ChartPlan) -> Finding:
    return held_back(
        RULE,
        plan.points[0].row.place_of("data"),
        f"图表“{plan.name}”的数全是空白，没有可画的",
        "请先填好这些数",
    )


def _no_pie(plan: ChartPlan) -> Finding:
    return held_back(
        RULE,
        plan.points[0].row.place_of("data"),
        f"饼图“{plan.name}”的数有负的，或者全是 0，画不成饼",
        "请核对这些数，或者改用柱形图",
    )
