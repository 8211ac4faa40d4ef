"""What people put into a collection that the next one does not have: named, cell by cell."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.form.chinese import listed
from generator.form.labels import Spot, label_key
from generator.form.vocabulary import Form
from generator.formats.xlsx.areas import areas
from generator.formats.xlsx.cell_names import address, area
from generator.formats.xlsx.collection.layout import (
    DIGEST,
    FIGURE_COLUMNS,
    FILE_COLUMNS,
    KEY_ROW,
    LISTS,
    TOLD_SHEET,
    received_column,
)
from generator.formats.xlsx.collection.typed_over import RULE
from generator.formats.xlsx.layout import GUIDE_SHEET, table_sheets
from generator.formats.xlsx.reading.lists import header
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, notice
from generator.model.report import Place

_MOST_SAID = 40  # characters of a text
_COPY = "还要用的，请从那一份里抄过来，写到规定的栏里"


def left_behind(
    before: Sequence[Sheet], now: Sequence[Sheet], form: Form, file: str
) -> Iterator[Finding]:
    """Yield what stands in the collection before, which people edited, and not in the new one.

    `file` is what people call the copy of the one before.
    """
    there = {label_key(sheet.name): sheet for sheet in now}
    tables = {label_key(layout.name) for layout in table_sheets(form)}
    for sheet in before:
        name = label_key(sheet.name)
        if sheet.name in (TOLD_SHEET, GUIDE_SHEET):
            continue
        if columns := _columns(sheet, form):
            yield from _extra_columns(sheet, columns, file)
        elif name not in there:
            yield from _extra_sheet(sheet, now, file)
        elif name in tables:
            yield from _beside(sheet, there[name], file)
        else:
            yield from _texts(sheet, there[name], file)


def _columns(sheet: Sheet, form: Form) -> set[int]:
    """Return the columns of a list of a collection that are the program's; none of other sheets."""
    for columns in LISTS:
        if above := header(sheet, columns):
            own = {spot[1] for spot in above.values()}
            if columns == FILE_COLUMNS:
                own |= {spot[1] for spot in sheet.find(DIGEST)}
            if columns == FIGURE_COLUMNS:
                named = (spot[1] for spot in sheet.values if spot[0] == KEY_ROW)
                own |= {*named, received_column(form)}
            return own
    return set()


def _extra_columns(sheet: Sheet, own: set[int], file: str) -> Iterator[Finding]:
    extra: dict[int, list[Spot]] = {}
    for spot in _filled(sheet):
        if spot[1] not in own:
            extra.setdefault(spot[1], []).append(spot)
    for spots in extra.values():
        yield _named(sheet, spots, "另加的一栏", file)


def _extra_sheet(sheet: Sheet, now: Iterable[Sheet], file: str) -> Iterator[Finding]:
    """Name a sheet, unless all that it says stands elsewhere now: it was only renamed."""
    said = {_said(other, spot) for other in now for spot in other.values}
    spots = _filled(sheet)
    if any(_said(sheet, spot) not in said for spot in spots):
        rows, columns = ({spot[at] for spot in spots} for at in (0, 1))
        corners = (min(rows), min(columns)), (max(rows), max(columns))
        where = area(*corners) if spots[1:] else address(spots[0])
        place = Place(file, sheet.name, where)
        message = f"这张表是另加的，写了 {len(spots)} 格"
        yield notice(RULE, place, message, "还要用的，请从那一份里复制这张表，或者另存成一个文件")


def _beside(sheet: Sheet, now: Sheet, file: str) -> Iterator[Finding]:
    """Name what stands where the official table has nothing."""
    spots = [spot for spot in _filled(sheet) if not now.filled(spot)]
    for row in _rows(spots):
        yield _named(sheet, row, "规定的表以外写的", file)


def _texts(sheet: Sheet, now: Sheet, file: str) -> Iterator[Finding]:
    """Name what the new sheet does not say anywhere, row by row: rows move."""
    left = Counter(_said(now, spot) for spot in _filled(now))
    missing: list[Spot] = []
    for spot in _filled(sheet):
        said = _said(sheet, spot)
        left[said] -= 1
        if left[said] < 0:
            missing.append(spot)
    for row in _rows(missing):
        yield _named(sheet, row, "这里写的", file)


def _named(sheet: Sheet, spots: Sequence[Spot], what: str, file: str) -> Finding:
    texts = [_shortly(sheet.formulas.get(spot) or sheet.text(spot)) for spot in spots]
    more = f"等 {len(spots)} 格" if texts[3:] else ""
    place = Place(file, sheet.name, listed(areas(spots)))
    said = listed(f"“{text}”" for text in texts[:3])
    return notice(RULE, place, f"{what}{said}{more}没有带过来", _COPY)


def _filled(sheet: Sheet) -> list[Spot]:
    return sorted(spot for spot in {*sheet.values, *sheet.formulas} if sheet.filled(spot))


def _rows(spots: Iterable[Spot]) -> Iterable[list[Spot]]:
    rows: dict[int, list[Spot]] = {}
    for spot in spots:
        rows.setdefault(spot[0], []).append(spot)
    return rows.values()


def _said(sheet: Sheet, spot: Spot) -> str:
    return label_key(sheet.formulas.get(spot) or sheet.text(spot))


def _shortly(text: str) -> str:
    return text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"
