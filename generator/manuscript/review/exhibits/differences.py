"""What people changed of pictures, charts and further tables: as it is told, and where it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.manuscript.manuscript import Drawn, Grid, Manuscript
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.changes.who_and_how import authors, how_taken_back
from generator.manuscript.review.exhibits.chart_values import ChartChanged, chart_changes
from generator.manuscript.review.exhibits.same_shown import plain_number
from generator.manuscript.review.exhibits.shown_pairs import ShownPair, texts_of
from generator.manuscript.review.exhibits.table_cells import (
    CellChanged,
    LinesChanged,
    label_of,
    table_changes,
)
from generator.model.captions import shown_by
from generator.model.exhibits import FurtherTable
from generator.model.report import Place

BLANK = "（空白）"
_TABLE, _PICTURE = "表格", "图片"
_BY_HAND = "需要保留的，请在最后定稿的文档里处理；工作簿里放不下"


@dataclass(frozen=True)
class Difference:
    """One change of something shown."""

    change: Change
    row: int
    """Which paragraph of the report shows it."""
    table: CellChanged | None = None
    """The cell of a further table, where it is one that a workbook may hold."""
    chart: ChartChanged | None = None
    """The same of a chart."""
    advice: str = ""
    """What is to be done, where no workbook can hold it; else empty."""


def differences(
    pairs: Sequence[ShownPair], generated: Manuscript, edited: Manuscript
) -> list[Difference]:
    """Return every change of what is shown, in the order of print; captions are lines."""
    return [one for pair in pairs for one in _of_pair(pair, generated.grids, edited)]


def _of_pair(
    pair: ShownPair, generated: Sequence[Grid], edited: Manuscript
) -> Iterator[Difference]:
    place = Place(edited.file, spot=pair.name)
    if pair.was is not None and pair.now is None:
        if pair.caption is not None:  # else the row is gone, and told as its line
            what = pair.was.thing.what if isinstance(pair.was, Drawn) else _TABLE
            advice = f"不再要的，请把标题也删去；还要的，请在文档里恢复{what}"
            yield Difference(
                Change(Kind.SHOWN, place, "", f"{what}删去了"), pair.row, advice=advice
            )
    elif grids := pair.grids:
        yield from _of_table(pair, generated[grids[0]], edited.grids[grids[1]], place)
    elif drawn := pair.drawn:
        yield from _of_drawn(pair, *drawn, place)


def _of_table(pair: ShownPair, was: Grid, now: Grid, place: Place) -> Iterator[Difference]:
    heads = pair.exhibit.header_rows if isinstance(pair.exhibit, FurtherTable) else 1
    cells = texts_of(was)
    for one in table_changes(cells, texts_of(now)):
        if isinstance(one, LinesChanged):
            change = Change(Kind.SHOWN, place, "", one.said)
            advice = "要改的，请在工作簿的这张表里照样改；行、列和合并的单元格写不回去"
            yield Difference(change, pair.row, advice=advice)
            continue
        label = label_of(cells, one.was_at, heads)
        traces = now.traces.get(one.now_at, ())
        change = Change(
            Kind.FIGURE if _numbers(one.was, one.now) else Kind.LABEL,
            place._replace(spot=f"{pair.name}，{label}"),
            one.was,
            one.now,
            by=authors(traces),
            how=how_taken_back(traces),
        )
        if one.now_at in now.doubts:
            advice = "请在文档里把这个数重新写清楚，划去的删掉，上标、下标改成文字"
            yield Difference(change, pair.row, advice=advice)
        else:
            yield Difference(change, pair.row, table=one)


def _numbers(was: str, now: str) -> bool:
    """Tell whether a cell holds a number, before or now."""
    return any(plain_number(text) is not None for text in (was, now))


def _of_drawn(pair: ShownPair, was: Drawn, now: Drawn, place: Place) -> Iterator[Difference]:
    if was.chart is None and now.chart is None:
        if was.thing != now.thing:
            file = shown_by(pair.paragraph).name
            advice = (
                f"要用新的，请把它存到工作簿旁边，代替“{file}”；不换的，请在文档里改回"
                if was.thing.what == _PICTURE
                else _BY_HAND
            )
            said = f"换成了另一张{was.thing.what}"
            yield Difference(Change(Kind.SHOWN, place, "", said), pair.row, advice=advice)
    elif was.chart is None or now.chart is None:
        change = Change(Kind.SHOWN, place, "", "改成了程序读不懂的图表")
        yield Difference(change, pair.row, advice=_BY_HAND)
    else:
        for one in chart_changes(was.chart, now.chart):
            spot = f"{pair.name}，{one.what}"
            change = Change(Kind.SHOWN, place._replace(spot=spot), one.was or BLANK, one.now)
            if one.field is None:
                advice = "要改的，请在『图表』里改；这样的修改写不回去"
                yield Difference(change, pair.row, advice=advice)
            else:
                yield Difference(change, pair.row, chart=one)


def shown_said(change: Change) -> str:
    """Return what became of something shown, in words: a sentence, or what was and what is."""
    if change.kind == Kind.SHOWN and not change.was:
        return change.now
    return f"{change.was or BLANK} → {change.now or BLANK}"
