"""Tables that go on over a page's end → one table, with rows and cells that were cut made whole."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import takewhile

from generator.formats.pdf.reading.filled_table import FilledCell, FilledTable
from generator.formats.pdf.reading.ruled import Spot

_NEAR = 4.0  # points
_NUMBER = re.compile(r"[\d.,%]+")


def goes_on(table: FilledTable, following: FilledTable) -> bool:
    """Tell whether a table may be the rest of another: all columns of one are in the other."""
    if following.first_page != table.last_page + 1:
        return False
    one, other = table.edges, following.edges
    few, many = sorted((one, other), key=len)
    outermost = abs(one[0] - other[0]) <= _NEAR and abs(one[-1] - other[-1]) <= _NEAR
    return outermost and all(any(abs(x - edge) <= _NEAR for edge in many) for x in few)


def joined(table: FilledTable, following: FilledTable) -> FilledTable:
    """Return both as one, without the header that is printed again."""
    edges = max(table.edges, following.edges, key=len)
    above = [_on(edges, table.edges, cell) for cell in table.cells]
    below = [_on(edges, following.edges, cell) for cell in following.cells]
    again = _repeated(_rows(above), _rows(below))
    below = [cell._replace(row=cell.row - again) for cell in below if cell.row >= again]
    one_row = _one_row(above, below, table.height)
    shift = table.height - one_row
    cells = {(cell.row, cell.column): cell for cell in above}
    reaching = {cell.column: cell for cell in above if cell.row + cell.rows == table.height}
    for cell in below:
        moved = cell._replace(row=cell.row + shift)
        last = reaching.get(cell.column) if cell.row == 0 else None
        if last and last.columns == cell.columns and (one_row or _was_cut(last, cell)):
            cells[last.row, last.column] = _whole(last, moved)
        else:
            cells[moved.row, moved.column] = moved
    height = shift + following.height - again
    whole = tuple(cells[spot] for spot in sorted(cells))
    cut = (*table.cut_rows, *([table.height - 1] if one_row else []))
    return FilledTable(table.first_page, following.last_page, edges, height, whole, cut)


def _on(edges: Sequence[float], own: Sequence[float], cell: FilledCell) -> FilledCell:
    """Return a cell with its columns counted on other edges."""
    first, end = (
        bisect_left(edges, own[at] - _NEAR) for at in (cell.column, cell.column + cell.columns)
    )
    return cell._replace(column=first, columns=end - first)


def _rows(cells: Sequence[FilledCell]) -> Mapping[int, dict[Spot, str]]:
    rows: dict[int, dict[Spot, str]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column, cell.columns] = cell.text
    return rows


def _repeated(above: Mapping[int, dict[Spot, str]], below: Mapping[int, dict[Spot, str]]) -> int:
    """Return how many rows at the beginning are those with which the table itself begins."""
    same = takewhile(lambda row: row in above and above[row] == below[row], sorted(below))
    rows = list(same)
    said = any(text.strip() for row in rows for text in below[row].values())
    return len(rows) if said else 0


def _one_row(above: Sequence[FilledCell], below: Sequence[FilledCell], height: int) -> int:
    """Return 1 where the first row of the rest is the rest of the last row; else 0.

    So it is where no column has something in both, but for text that goes on from a full line,
    and each of the two has something that the other lacks, or the rest says nothing.
    """
    last = {cell.column: cell for cell in above if cell.row + cell.rows == height}
    first = {cell.column: cell for cell in below if cell.row == 0}
    single = [
        (last[column], cell)
        for column, cell in first.items()
        if column in last and cell.rows == 1 and last[column].rows == 1
    ]
    if not single or any(one.columns != other.columns for one, other in single):
        return 0
    if any(not _fit(one, other) for one, other in single):
        return 0
    goes_on = any(_said(one) and _said(other) for one, other in single)
    missing = not _said(single[0][1]) and any(_said(one) for one, _ in single[:1])
    return int(goes_on or missing)


def _fit(cell: FilledCell, rest: FilledCell) -> bool:
    return not _said(cell) or not _said(rest) or _text_goes_on(cell, rest)


def _text_goes_on(cell: FilledCell, rest: FilledCell) -> bool:
    """Tell whether what one says may go on in the other: a number stands for itself."""
    return cell.full and not _NUMBER.fullmatch(rest.text.strip())


def _was_cut(cell: FilledCell, rest: FilledCell) -> bool:
    """Tell whether a merged cell goes on in the rest: with nothing more to say, or in words."""
    if cell.rows == 1 and rest.rows == 1:
        return False
    return not _said(rest) or (_said(cell) and _text_goes_on(cell, rest))


def _whole(cell: FilledCell, rest: FilledCell) -> FilledCell:
    text = cell.text + rest.text
    if _said(cell) and _said(rest) and not _text_goes_on(cell, rest):
        text = cell.text if cell.text == rest.text else f"{cell.text}\n{rest.text}"
    return cell._replace(
        text=text,
        rows=rest.row + rest.rows - cell.row,
        full=rest.full,
        broken=cell.broken or rest.broken,
        doubt=cell.doubt or rest.doubt,
    )


def _said(cell: FilledCell) -> bool:
    return bool(cell.text.strip() or cell.doubt)
