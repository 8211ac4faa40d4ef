"""What people changed in a further table: its cells one by one, its rows and columns as such."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.form.labels import Spot
from generator.manuscript.alignment import align

Cells = Mapping[Spot, str]


class CellChanged(NamedTuple):
    """A cell with another text."""

    was_at: Spot
    """Row and column, counted from 0, as it was generated."""
    now_at: Spot
    was: str
    now: str


class LinesChanged(NamedTuple):
    """Rows or columns that went, came or changed their places."""

    said: str
    """What became of them: 增加了 1 行：丙镇／3／1."""


def table_changes(was: Cells, now: Cells) -> Iterator[CellChanged | LinesChanged]:
    """Yield what changed in a table; where cells were merged, what texts went and came."""
    if was == now:
        return
    if was.keys() == now.keys():
        for turned, what in ((False, "行"), (True, "列")):
            old, new = _lines(was, turned=turned), _lines(now, turned=turned)
            if old != new and sorted(old.values(), key=str) == sorted(new.values(), key=str):
                yield LinesChanged(f"{what}换了位置")
                return
        yield from _of_cells(was, now, {spot: spot for spot in was})
        return
    for turned, what in ((False, "行"), (True, "列")):
        if (pairs := _matched(was, now, turned=turned)) is not None:
            lines, gone, come = pairs
            yield from _of_cells(was, now, lines)
            if gone:
                yield LinesChanged(f"少了 {_said(gone, what)}")
            if come:
                yield LinesChanged(f"增加了 {_said(come, what)}")
            return
    yield LinesChanged("合并、拆分过单元格，或者增减过行、列")


def _of_cells(was: Cells, now: Cells, spots: Mapping[Spot, Spot]) -> Iterator[CellChanged]:
    for old, new in spots.items():
        if was[old] != now[new]:
            yield CellChanged(old, new, was[old], now[new])


def _matched(
    was: Cells, now: Cells, *, turned: bool
) -> tuple[dict[Spot, Spot], list[list[str]], list[list[str]]] | None:
    """Return which cell is which where whole rows came or went; None where that explains nothing.

    Turned, the same of columns.
    """
    old, new = _lines(was, turned=turned), _lines(now, turned=turned)
    before, after = (["\t".join(line.values()) for line in side.values()] for side in (old, new))
    spots: dict[Spot, Spot] = {}
    gone: list[list[str]] = []
    come: list[list[str]] = []
    for match in align(before, after):
        olds = [list(old)[at] for at in match.before]
        news = [list(new)[at] for at in match.after]
        same = len(olds) == len(news) == 1 and old[olds[0]].keys() == new[news[0]].keys()
        if same and not match.moved:
            for along in old[olds[0]]:
                spots[_spot(olds[0], along, turned)] = _spot(news[0], along, turned)
        elif olds and news:
            return None
        else:
            gone += [list(old[at].values()) for at in olds]
            come += [list(new[at].values()) for at in news]
    return (spots, gone, come) if spots else None


def _lines(cells: Cells, *, turned: bool) -> dict[int, dict[int, str]]:
    """Return the cells by rows or, turned, by columns."""
    found: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(cells.items()):
        line, along = (column, row) if turned else (row, column)
        found.setdefault(line, {})[along] = text
    return dict(sorted(found.items()))


def _spot(line: int, along: int, turned: bool) -> Spot:  # noqa: FBT001 - of two numbers
    return (along, line) if turned else (line, along)


def _said(lines: Sequence[Sequence[str]], what: str) -> str:
    words = "；".join("／".join(filter(None, line)) or "空白" for line in lines)
    return f"{len(lines)} {what}：{words}"


def label_of(cells: Cells, spot: Spot, header_rows: int) -> str:
    """Return how people call a cell: by its row and its column, 甲镇／网上."""
    row, column = spot
    beside = "" if column == 0 else _covering(cells, row, 0)
    heads = [_covering(cells, at, column) for at in range(min(row, header_rows))]
    above = next((head for head in reversed(heads) if head), "")
    said = [one for one in (beside, above) if one]
    return "／".join(dict.fromkeys(said)) or f"第{row + 1}行第{column + 1}列"


def _covering(cells: Cells, row: int, column: int) -> str:
    """Return the text of a cell, or of the nearest one above it or before it that has one."""
    if (row, column) in cells:
        return " ".join(cells[row, column].split())
    before = [spot for spot in cells if spot[0] <= row and spot[1] <= column]
    nearest = max(
        (spot for spot in before if spot[0] == row or spot[1] == column),
        key=lambda spot: spot[0] + spot[1],
        default=None,
    )
    return " ".join(cells[nearest].split()) if nearest else ""
