"""Which pictures and charts are other than they were published."""

from collections.abc import Iterator

from generator.manuscript.publishing.same_caption import named, paired
from generator.model.correction import Correction
from generator.model.exhibits import Chart, Picture
from generator.model.publication import Figure, Publication

_BLANK, _PICTURE, _CHART = "空白", "图片", "图表"


def corrected_figures(was: Publication, now: Publication) -> Iterator[Correction]:
    """Yield each picture that was exchanged, each number of a chart, each that came or went."""
    before, after = ([one for one in side.blocks if isinstance(one, Figure)] for side in (was, now))
    for old, new in paired(before, after, lambda one: named(one.caption)):
        if old is None or new is None:
            said = _called(old or new)
            yield Correction("图", said if old else "", said if new else "")
            continue
        if old.caption != new.caption:
            yield Correction("图题", old.caption, new.caption)
        yield from _shown(old, new)


def _shown(old: Figure, new: Figure) -> Iterator[Correction]:
    where = new.caption or _called(new)
    was, now = old.exhibit, new.exhibit
    if isinstance(was, Chart) and isinstance(now, Chart):
        yield from _numbers(was, now, where)
    elif isinstance(was, Picture) and isinstance(now, Picture):
        if was.digest != now.digest:
            yield Correction(where, f"原来的{_PICTURE}", f"另一张{_PICTURE}")
    else:
        yield Correction(where, _kind(old), _kind(new))


def _numbers(was: Chart, now: Chart, where: str) -> Iterator[Correction]:
    for one, other in ((was.kind.value, now.kind.value), (was.title, now.title)):
        if one != other:
            yield Correction(where, one or _BLANK, other or _BLANK)
    if was.unit != now.unit:
        yield Correction(f"{where}单位", was.unit or _BLANK, now.unit or _BLANK)
    old, new = _points(was), _points(now)
    for point in dict.fromkeys([*old, *new]):
        if old.get(point) != new.get(point):
            yield Correction(f"{where}“{point}”", old.get(point, ""), new.get(point, ""))


def _points(chart: Chart) -> dict[str, str]:
    several = len(chart.series) > 1
    return {
        f"{series.name} {category}" if several else category: _BLANK if one is None else f"{one:f}"
        for series in chart.series
        for category, one in zip(chart.categories, series.values, strict=False)
    }


def _called(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return figure.caption or f"{_kind(figure)}（{figure.alternative}）"


def _kind(figure: Figure) -> str:
    return _CHART if isinstance(figure.exhibit, Chart) else _PICTURE
