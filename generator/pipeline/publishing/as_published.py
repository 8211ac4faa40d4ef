"""A report as data for everybody: what its document shows, and nothing of how it was made."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.captions import shown_by
from generator.model.exhibits import Chart, ChartRow, FurtherTable, Years
from generator.model.report import Report


def as_published(report: Report) -> Report:
    """Return a report that a document holds, without what its office keeps for itself.

    Who verified what, 用词 and 本地规则 go, and 指标, which text says where it needs them; charts
    and further tables are as they are shown.
    """
    rows: list[ChartRow] = []
    tables: dict[str, FurtherTable] = {}
    for paragraph in report.paragraphs:
        exhibit = report.exhibits.get(paragraph.text) if paragraph.kind else None
        name = shown_by(paragraph).name if exhibit else ""
        if isinstance(exhibit, Chart):
            rows += _rows(exhibit, name)
        elif isinstance(exhibit, FurtherTable):
            tables[name] = exhibit
    return replace(
        report,
        indicators={},
        namings=(),
        verifications=(),
        local_rules=(),
        chart_rows=tuple(rows),
        further_tables=tables,
    )


def _rows(chart: Chart, name: str) -> Iterator[ChartRow]:
    """Yield a row for each number that a chart shows; what is no number is a gap."""
    head = (name, chart.kind.value, chart.title, chart.unit, Years.THIS.value)
    several = len(chart.series) > 1
    for series in chart.series:
        for label, value in zip(chart.categories, series.values, strict=False):
            own = f"{series.name} {label}" if several else label
            yield ChartRow(*head, own, "" if value is None else f"{value:f}")
            head = ("", "", "", "", "")
