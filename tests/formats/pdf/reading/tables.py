"""Tables as different programs draw their rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from tests.formats.pdf.reading.drawing import Page, width_of

Spot = tuple[int, int]
Side = tuple[float, float, float, float]
"""Of a cell: from x, y to x, y."""
Ruling = Callable[[Page, Side], None]

LEFT, TOP = 80.0, 100.0


def strokes(page: Page, side: Side) -> None:
    """As LibreOffice and WPS: lines."""
    page.line(side[:2], side[2:])


def hairlines(page: Page, side: Side) -> None:
    """As thin as a device can."""
    page.line(side[:2], side[2:], thick=0)


def dashed(page: Page, side: Side) -> None:
    """With a pattern of dashes."""
    page.line(side[:2], side[2:], dash="[3 2] 0")


def thin_areas(page: Page, side: Side) -> None:
    """As Word: filled bands of 0.48 pt for each cell, and a small square at every corner."""
    x0, y0, x1, y1 = side
    page.area(x0, y0, 0.48, 0.48)
    page.area(x1, y1, 0.48, 0.48)
    page.area(x0, y0, max(x1 - x0, 0.48), max(y1 - y0, 0.48))


def dots(page: Page, side: Side) -> None:
    """As Word draws dotted borders: a square each."""
    x0, y0, x1, y1 = side
    long = max(x1 - x0, y1 - y0)
    for at in range(int(long / 2)):
        share = 2 * at / long
        page.area(x0 + share * (x1 - x0), y0 + share * (y1 - y0), 0.96, 0.96)


def double(page: Page, side: Side) -> None:
    """With two lines."""
    x0, y0, x1, y1 = side
    page.line((x0, y0), (x1, y1))
    off = 1.5
    page.line(
        (x0 + off * (y1 > y0), y0 + off * (x1 > x0)), (x1 + off * (y1 > y0), y1 + off * (x1 > x0))
    )


RULINGS: tuple[Ruling, ...] = (strokes, hairlines, dashed, thin_areas, dots, double)


def table(
    page: Page,
    texts: Mapping[Spot, str],
    widths: Sequence[float],
    heights: Sequence[float],
    *,
    merged: Mapping[Spot, Spot] | None = None,
    ruling: Ruling = strokes,
    outer: bool = True,
    top: float = TOP,
    left: float = LEFT,
    size: float = 10.0,
) -> Page:
    """Draw a table whose merged cells say how many rows and columns they take."""
    xs = [left, *accumulate(widths, initial=left)][1:]
    ys = [top, *accumulate(heights, initial=top)][1:]
    for row, column, rows, columns in _cells(len(heights), len(widths), merged or {}):
        x0, y0, x1, y1 = xs[column], ys[row], xs[column + columns], ys[row + rows]
        sides: list[tuple[Side, bool]] = [
            ((x0, y0, x1, y0), row == 0),
            ((x0, y1, x1, y1), row + rows == len(heights)),
            ((x0, y0, x0, y1), column == 0),
            ((x1, y0, x1, y1), column + columns == len(widths)),
        ]
        for side, is_outer in sides:
            if outer or not is_outer:
                ruling(page, side)
        for at, line in enumerate(texts.get((row, column), "").split("\n")):
            long = sum(width_of(sign) for sign in line) * size
            page.glyphs((x0 + x1 - long) / 2, y0 + 4 + size * (1 + 1.2 * at), line, size)
    return page


def _cells(rows: int, columns: int, merged: Mapping[Spot, Spot]) -> Iterator[tuple[int, ...]]:
    covered = {
        (row + down, column + right)
        for (row, column), (high, wide) in merged.items()
        for down in range(high)
        for right in range(wide)
        if down or right
    }
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in covered:
                yield row, column, *merged.get((row, column), (1, 1))
