"""What a report shows beside text, looked up: pictures, its charts, its further tables."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.model.captions import Source, shown_by
from generator.model.charts import chart_of
from generator.model.exhibits import Exhibit
from generator.model.finding import Finding, held_back, notice
from generator.model.report import Paragraph, Report
from generator.model.typed_input.charts import RULE as CHART_RULE
from generator.model.typed_input.charts import ChartPlan, plans_of
from generator.pipeline.pictures import picture_shown

_PICTURE_RULE = "E01"


def with_exhibits(
    report: Report, workbook: Path | None, previous: Report | None, form: Form
) -> tuple[Report, list[Finding]]:
    """Return a report with everything that its rows show, and what of it cannot be shown.

    `workbook` is where the report lies: pictures lie beside it.
    """
    rows = [line for line in report.paragraphs if line.kind]
    if not rows and not report.chart_rows:
        return report, []
    plans, findings = plans_of(report.chart_rows)
    sources = _Sources(report, previous, form, workbook, plans)
    shown: dict[str, Exhibit | None] = dict(report.exhibits)
    for row in rows:
        if row.text not in shown:
            shown[row.text], problems = sources.shown(row)
            findings += problems
    findings += _unused(rows, plans)
    found = {name: one for name, one in shown.items() if one is not None}
    return replace(report, exhibits=found), findings


class _Sources(NamedTuple):
    """Where what is shown comes from."""

    report: Report
    previous: Report | None
    form: Form
    workbook: Path | None
    plans: Mapping[str, ChartPlan]

    def shown(self, row: Paragraph) -> tuple[Exhibit | None, list[Finding]]:
        """Return what one row shows, or what is wrong with it."""
        named = shown_by(row)
        if not named.name:
            return None, [_names_nothing(row)]
        if named.source is Source.PICTURE:
            found = picture_shown(row, self.workbook)
            return (None, [found]) if isinstance(found, Finding) else (found, [])
        if named.source is Source.TABLE:
            return self.report.further_tables.get(named.name), []  # its reader has told why not
        if plan := self.plans.get(label_key(named.name)):
            return chart_of(plan, self.report, self.previous, self.form)
        return None, [*_no_such_chart(row, named.name, self.report)]


def _names_nothing(row: Paragraph) -> Finding:
    return held_back(
        _PICTURE_RULE,
        row.place,
        f"这一行的层级是“{row.kind}”，正文里没有写显示什么",
        "请写图片的文件名，或者【图表：名称】、【表格：工作表名】",
    )


def _no_such_chart(row: Paragraph, name: str, report: Report) -> Iterator[Finding]:
    defined = {label_key(one.chart): one.chart.strip() for one in report.chart_rows if one.chart}
    if label_key(name) in defined:
        return  # it is told there what is wrong with it
    near = get_close_matches(name, defined.values(), n=3, cutoff=0.4)
    hint = f"是不是{listed(f'【图表：{one}】' for one in near)}；" if near else ""
    yield held_back(
        CHART_RULE,
        row.place,
        f"『图表』里没有叫“{name}”的图表",
        f"{hint}请改正名称，或者在『图表』里写好它",
    )


def _unused(rows: list[Paragraph], plans: Mapping[str, ChartPlan]) -> Iterator[Finding]:
    used = {label_key(shown_by(row).name) for row in rows if shown_by(row).source is Source.CHART}
    for key, plan in plans.items():
        if key not in used:
            yield notice(
                CHART_RULE,
                plan.points[0].row.place_of("chart"),
                f"图表“{plan.name}”没有印出：『正文』里没有一行用到它",
                f"要印出的，在『正文』加一行，层级选“图”，正文写【图表：{plan.name}】",
            )
