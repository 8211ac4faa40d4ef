"""What a chart says: of ours as of any other, also one that people changed in Word or LibreOffice.

Its numbers are those that are kept in the chart itself, which is what people see.
"""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from lxml import etree

from generator.formats.docx.exhibits.chart_points import Unread, categories_of, points_of
from generator.formats.docx.exhibits.drawing_ml import A, C
from generator.formats.docx.package.ooxml import parse
from generator.model.exhibits import Chart, ChartKind, Series
from generator.model.finding import Refusal

_MOST_SERIES = 25  # columns B to Z
_MOST_DIGITS = 30  # before the point, or after it
_UNIT = re.compile(
    r"\s*[（(]\s*单位\s*[：:]\s*(?P<after>[^（）()]*?)\s*[）)]\s*$"
    r"|^\s*单位\s*[：:]\s*(?P<alone>.*?)\s*$"
)
_COLUMNS_OR_BARS = {"col": ChartKind.COLUMN, "bar": ChartKind.BAR}
_OTHERS = {"lineChart": ChartKind.LINE, "pieChart": ChartKind.PIE}


def read_chart(parts: Mapping[str, bytes], part_name: str) -> Chart | None:
    """Return what a chart shows; None for one of another kind, or one that is broken.

    Its name is not in it, and is left empty. Where categories have several levels, these are
    joined: 2023年 一季度.
    """
    try:
        return _chart(parse(parts[part_name], part_name, ""))
    except (KeyError, Refusal, Unread):
        return None


def _chart(root: etree._Element) -> Chart:
    plot = _only_plot(root)
    drawn = plot.findall(f"{C}ser")
    if len(drawn) > _MOST_SERIES:
        raise Unread
    names = [_series_name(one) for one in drawn]
    values = [points_of(one.find(f"{C}val")) for one in drawn]
    named = next(filter(None, (categories_of(one.find(f"{C}cat")) for one in drawn)), ())
    longest = max(map(len, [named, *values]))
    title, unit = _title_and_unit(root, names)
    return Chart(
        name="",
        kind=_kind(plot),
        title=title,
        unit=unit,
        categories=(*named, *(str(at + 1) for at in range(len(named), longest))),
        series=tuple(
            Series(name, (*map(_number, each), *[None] * (longest - len(each))))
            for name, each in zip(names, values, strict=True)
        ),
    )


def _only_plot(root: etree._Element) -> etree._Element:
    """Return what is drawn, unless it is several charts in one."""
    plots = [
        each
        for each in root.iterfind(f"{C}chart/{C}plotArea/*")
        if etree.QName(each).localname.endswith("Chart")
    ]
    if len(plots) != 1:
        raise Unread
    return plots[0]


def _kind(plot: etree._Element) -> ChartKind:
    drawn = etree.QName(plot).localname
    direction = plot.find(f"{C}barDir")
    if drawn == "barChart":
        along = "col" if direction is None else direction.get("val", "col")
        kind = _COLUMNS_OR_BARS.get(along)
    else:
        kind = _OTHERS.get(drawn)
    if kind is None:
        raise Unread
    return kind


def _title_and_unit(root: etree._Element, names: list[str]) -> tuple[str, str]:
    """Return what stands above a chart, and the unit, which is there or beside an axis.

    A title without words shows the name of the series.
    """
    shown = root.find(f"{C}chart/{C}title")
    title = ""
    if shown is not None:
        title = _said(shown) if shown.find(f"{C}tx") is not None else "".join(names[:1])
    found = _UNIT.search(title)
    if found:
        title = title[: found.start()]
    for axis in root.iterfind(f"{C}chart/{C}plotArea/*/{C}title"):
        found = found or _UNIT.search(_said(axis))
    return title.strip(), (found["after"] or found["alone"] or "") if found else ""


def _said(title: etree._Element) -> str:
    """Return the words of a title, typed or taken from a cell."""
    typed = ("".join(each.text or "" for each in one.iter(f"{A}t")) for one in title.iter(f"{A}p"))
    taken = (each.text or "" for each in title.iterfind(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v"))
    return " ".join(filter(None, [*typed, *taken]))


def _series_name(series: etree._Element) -> str:
    shown = series.find(f"{C}tx")
    name = "" if shown is None else "".join(each.text or "" for each in shown.iter(f"{C}v"))
    return name if name.strip() else ""


def _number(said: str) -> Decimal | None:
    """Return a number; None for a gap, and for what cells say where they have none: #N/A."""
    try:
        number = Decimal(said.strip())
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    if abs(number.adjusted()) > _MOST_DIGITS or len(said) > 2 * _MOST_DIGITS:
        raise Unread
    return number
