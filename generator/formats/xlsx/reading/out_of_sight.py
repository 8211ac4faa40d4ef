"""What is printed although nobody sees it in the workbook: hidden rows, columns, sheets and zeros.

People filter rows to find one, and hide what they are done with: that is no error, and is told.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from xml.etree import ElementTree

from generator.form.chinese import listed
from generator.form.labels import Spot
from generator.formats.xlsx.areas import areas
from generator.formats.xlsx.cell_names import address, column_letters, spot_of
from generator.formats.xlsx.reading.printed_places import printed_places
from generator.formats.xlsx.sheet import OutOfSight, Sheet
from generator.model.finding import Finding, notice
from generator.model.report import Place, Report

RULE = "R07"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ON, _OFF = ("1", "true"), ("0", "false")
_LOWEST, _NARROWEST = 1.0, 0.1  # points, characters: less is as good as hidden
_MOST_COLUMNS = 200  # a col element may go on to the end of the sheet
_SHOWN = 10
_ADVICE = "确实要印的，可以不管；不印的，请显示出来再清除"


def out_of_sight_of(root: ElementTree.Element, *, whole: bool) -> OutOfSight:
    """Return what of a worksheet is not shown."""
    rows = {
        int(row.get("r", 0))
        for row in root.iterfind(f"{_MAIN}sheetData/{_MAIN}row")
        if row.get("hidden") in _ON or float(row.get("ht", _LOWEST)) < _LOWEST
    }
    columns: set[int] = set()
    for column in root.iterfind(f"{_MAIN}cols/{_MAIN}col"):
        if column.get("hidden") in _ON or float(column.get("width", _NARROWEST)) < _NARROWEST:
            first = int(column.get("min", 0))
            columns.update(range(first, min(int(column.get("max", 0)), first + _MOST_COLUMNS) + 1))
    views = root.iterfind(f"{_MAIN}sheetViews/{_MAIN}sheetView")
    zeros = any(view.get("showZeros") in _OFF for view in views)
    return OutOfSight(whole, frozenset(rows), frozenset(columns), zeros)


def printed_out_of_sight(sheets: Sequence[Sheet], report: Report, file: str) -> Iterator[Finding]:
    """Yield, for each sheet, what of it is printed and not seen."""
    places = list(printed_places(report))
    for sheet in sheets:
        hidden = sheet.out_of_sight
        if hidden == OutOfSight():
            continue
        spots = [spot_of(one.spot) for one in places if one.within == sheet.name]
        spots = sorted({spot for spot in spots if sheet.filled(spot)})
        for said, unseen in _kinds(sheet, hidden):
            if found := [spot for spot in spots if unseen(spot)]:
                message = f"{said(found)}，照样印出"
                place = Place(file, sheet.name, address(found[0]))
                yield notice(RULE, place, message, _ADVICE, about=f"看不见：{message}")


def _kinds(
    sheet: Sheet, hidden: OutOfSight
) -> Iterator[tuple[Callable[[list[Spot]], str], Callable[[Spot], bool]]]:
    """Yield how each kind is told, and of which cells; of a hidden sheet that is enough."""
    if hidden.whole:
        yield lambda _: "这张工作表是隐藏的", lambda _: True
        return
    yield _columns, lambda spot: spot[1] in hidden.columns
    yield _rows, lambda spot: spot[0] in hidden.rows
    if hidden.zeros:
        yield _zeros, lambda spot: sheet.values.get(spot, sheet.results.get(spot)) == 0


def _columns(spots: list[Spot]) -> str:
    return f"{listed(sorted({column_letters(spot[1]) for spot in spots}))} 列是隐藏的"


def _rows(spots: list[Spot]) -> str:
    rows = [str(row) for row in sorted({spot[0] for spot in spots})]
    more = f" 等 {len(rows)} " if len(rows) > _SHOWN else " "
    return f"第 {listed(rows[:_SHOWN])}{more}行是隐藏的（或者被筛选掉了）"


def _zeros(spots: list[Spot]) -> str:
    cells = listed(islice(areas(spots), _SHOWN))
    return f"这张表设成了不显示零，{cells} 的 0 看不见"
