"""Reads a worksheet as a table: its used range, as it is shown."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from generator.form.chinese import listed
from generator.form.labels import Spot
from generator.formats.xlsx.areas import areas
from generator.formats.xlsx.cell_names import Area, address
from generator.formats.xlsx.layout import MOST_COLUMNS as SEEN_COLUMNS
from generator.formats.xlsx.layout import MOST_ROWS as SEEN_ROWS
from generator.formats.xlsx.reading.covered import covered
from generator.formats.xlsx.reading.sheet_shape import SheetShape
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown_text import shown_text
from generator.model.exhibits import MOST_COLUMNS, MOST_ROWS, FurtherTable, TableCell
from generator.model.finding import Finding, held_back
from generator.model.report import Place

RULE = "E03"
_SHOWN_CELLS = 10


def table_of(
    sheet: Sheet, shape: SheetShape, file: str
) -> tuple[FurtherTable | None, list[Finding]]:
    """Return a sheet as a table, and what is wrong with it; None where it cannot be printed."""
    outside = [spot for spot in sheet.unseen if spot[0] > SEEN_ROWS or spot[1] > SEEN_COLUMNS]
    filled = [spot for spot in {*sheet.values, *sheet.formulas} if sheet.filled(spot)]
    if not filled and not outside:
        return None, [_empty(sheet, file)]
    box = _box([*filled, *outside])
    left, top, right, bottom = box
    if bottom - top >= MOST_ROWS or right - left >= MOST_COLUMNS:
        return None, [_too_large(sheet, box, [*filled, *outside], file)]
    spans, hidden = _spans(shape.merges, box)
    cells: list[TableCell] = []
    unshown: dict[tuple[str, str], list[Spot]] = {}
    for spot in product(range(top, bottom + 1), range(left, right + 1)):
        if spot in hidden:
            continue
        shown = shown_text(sheet, spot, shape.shown_empty)
        if shown.problem:
            unshown.setdefault((shown.problem, shown.advice), []).append(spot)
        cells.append(
            TableCell(
                spot[0] - top,
                spot[1] - left,
                shown.text,
                *spans.get(spot, (1, 1)),
                value=shown.value,
                place=Place(file, sheet.name, address(spot)),
                formula=spot in sheet.formulas,
            )
        )
    header = _header_rows(sheet, shape, box, spans)
    table = FurtherTable(sheet.name, tuple(cells), bottom - top + 1, right - left + 1, header)
    return table, [*covered(sheet, sheet.name, file), *_unshown(sheet, unshown, file)]


def _box(spots: Sequence[Spot]) -> Area:
    """Return the corners of all that is filled in: what is blank around it is no part of it."""
    rows, columns = [row for row, _ in spots], [column for _, column in spots]
    return min(columns), min(rows), max(columns), max(rows)


def _spans(merges: Sequence[Area], box: Area) -> tuple[dict[Spot, tuple[int, int]], set[Spot]]:
    """Return how high and wide merged cells are within a table, and the cells that they cover.

    Where a merge goes on beyond all text, nothing is lost with the blank rows and columns there.
    """
    spans: dict[Spot, tuple[int, int]] = {}
    hidden: set[Spot] = set()
    for merge in merges:
        left, top = max(merge[0], box[0]), max(merge[1], box[1])
        right, bottom = min(merge[2], box[2]), min(merge[3], box[3])
        if left > right or top > bottom:
            continue
        spans[top, left] = bottom - top + 1, right - left + 1
        hidden.update(product(range(top, bottom + 1), range(left, right + 1)))
        hidden.discard((top, left))
    return spans, hidden


def _header_rows(
    sheet: Sheet, shape: SheetShape, box: Area, spans: Mapping[Spot, tuple[int, int]]
) -> int:
    """Return how many rows are the header, as the sheet itself says by one of its looks.

    Rows that are printed on every page say so for certain, then bold ones, then those that stay in
    view. A merged cell is never cut.
    """
    _, top, _, bottom = box
    height = bottom - top + 1
    if top <= shape.titles:
        last = min(shape.titles, bottom)
    else:
        bold = _bold_rows(sheet, shape, box)
        last = top + bold - 1 if 0 < bold < height else shape.frozen
        last = last if top <= last < bottom else top
    for (row, _), (rows, _) in sorted(spans.items()):
        if row <= last:
            last = max(last, row + rows - 1)
    return last - top + 1


def _bold_rows(sheet: Sheet, shape: SheetShape, box: Area) -> int:
    """Return how many rows from the top have nothing but bold cells."""
    left, top, right, bottom = box
    for row in range(top, bottom + 1):
        filled = [spot for spot in product([row], range(left, right + 1)) if sheet.filled(spot)]
        if any(spot not in shape.bold for spot in filled):
            return row - top
    return bottom - top + 1


def _unshown(
    sheet: Sheet, unshown: Mapping[tuple[str, str], Sequence[Spot]], file: str
) -> Iterator[Finding]:
    """Say of which cells it is not known what they show, all of one kind at once."""
    for (problem, advice), spots in unshown.items():
        names = list(areas(spots))
        more = f"等 {len(spots)} 格" if len(names) > _SHOWN_CELLS else ""
        place = Place(file, sheet.name, address(spots[0]))
        yield held_back(
            RULE,
            place,
            f"{listed(names[:_SHOWN_CELLS])}{more}{problem}，表格印不出来",
            advice,
            about=f"『{sheet.name}』{len(spots)} 格{problem}",
        )


def _empty(sheet: Sheet, file: str) -> Finding:
    message = "这张表是空的，没有内容可以印"
    advice = "请填好这张表，或者清除『正文』里印它的那一行"
    return held_back(RULE, Place(file, sheet.name), message, advice)


def _too_large(sheet: Sheet, box: Area, spots: Sequence[Spot], file: str) -> Finding:
    left, top, right, bottom = box
    by_rows = bottom - top >= MOST_ROWS
    furthest = max(spots) if by_rows else max(spots, key=lambda spot: spot[1])
    message = (
        f"这张表有 {bottom - top + 1} 行 {right - left + 1} 列，最远的内容在 {address(furthest)}，"
        f"超过了 {MOST_ROWS} 行、{MOST_COLUMNS} 列，印不了"
    )
    advice = "请只留要印的部分；离表很远的内容，请清除或者移到别的工作表"
    return held_back(RULE, Place(file, sheet.name), message, advice)
