"""What stands in a chart in words: its title, its unit, what explains its colours."""

from generator.model.exhibits import Chart, ChartKind
from generator.model.printed_lines import NOT_IN_XML

TITLE_SIZE = 10.5
"""五号, in points."""


def written(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return NOT_IN_XML.sub("", text)


def title_and_unit(chart: Chart) -> tuple[str, str]:
    """Return what stands above a chart: its title, and the unit, which a pie has no axis for.

    新收申请 and （单位：件）, or 单位：件 where there is no title; each may be empty.
    """
    title, unit = written(chart.title).strip(), written(chart.unit).strip()
    return title, unit and (f"（单位：{unit}）" if title else f"单位：{unit}")


def has_legend(chart: Chart) -> bool:
    """Tell whether its colours are explained; one series says by itself what it is."""
    return len(chart.series) > 1 or chart.kind == ChartKind.PIE
