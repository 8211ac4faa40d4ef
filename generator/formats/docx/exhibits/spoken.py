"""A chart in words, for those who cannot see it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.chart_look.words import written
from generator.model.exhibits import Chart

_LONGEST = 250
_MORE, _END = "……", "。"
_JOINED_WITHOUT_SPACE = ("%", "％", "‰", "℃")


def spoken(chart: Chart) -> str:
    """Return what a chart shows in one or two sentences, of 250 characters at most.

    柱形图“收到的申请”：2022年 5 件、2023年 12 件。 What does not go into that is left out as ……
    """
    title = f"“{chart.title}”" if chart.title.strip() else ""
    said = f"{chart.kind}{title}："
    pieces = list(_pieces(chart))
    for at, piece in enumerate(pieces):
        left = len(_END if at == len(pieces) - 1 else _MORE + _END)
        if len(said) + len(piece) + left > _LONGEST:
            return _plain(said.rstrip("、；：")[: _LONGEST - len(_MORE)] + _MORE)
        said += piece
    return _plain(said.rstrip("：") + _END)


def _pieces(chart: Chart) -> Iterator[str]:
    """Yield what each point says, with the sign that parts it from the one before."""
    for number, series in enumerate(chart.series):
        before = "；" if number else ""
        if len(chart.series) > 1 and series.name.strip():
            before += f"{series.name}"
        for at, (category, value) in enumerate(zip(chart.categories, series.values, strict=False)):
            first = f"{before}：" if before.strip("；") else before
            yield f"{first if at == 0 else '、'}{category}{_amount(value, chart.unit.strip())}"


def _amount(value: Decimal | None, unit: str) -> str:
    if value is None:
        return "无数据"
    if unit in _JOINED_WITHOUT_SPACE:
        return f" {value:f}{unit}"
    return f" {value:f} {unit}".rstrip()


def _plain(said: str) -> str:
    return " ".join(written(said).split())
