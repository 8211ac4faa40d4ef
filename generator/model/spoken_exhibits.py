"""What is said of a picture, a chart or a table to those who cannot see it."""

from generator.form.chinese import number
from generator.model.exhibits import Chart, Exhibit, FurtherTable, Series

_LONGEST = 250  # characters; more nobody listens to


def spoken(exhibit: Exhibit, caption: str) -> str:
    """Return the alternative text of something shown where nobody has written any."""
    if isinstance(exhibit, Chart):
        said = "；".join(_said(exhibit, one) for one in exhibit.series)
        words = f"{exhibit.kind}：{exhibit.title or caption or exhibit.name}。{said}。"
    elif isinstance(exhibit, FurtherTable):
        words = f"{caption or exhibit.name}，{exhibit.height} 行 {exhibit.width} 列的表。"
    else:
        words = caption or "图片"
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _said(chart: Chart, series: Series) -> str:
    points = zip(chart.categories, series.values, strict=True)
    known = [
        f"{label} {number(value)} {chart.unit}".rstrip()
        for label, value in points
        if value is not None
    ]
    return (f"{series.name}：" if len(chart.series) > 1 else "") + "、".join(known)
