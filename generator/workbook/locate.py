"""Finds the rows and columns of a table's figures by their labels, with witnesses.

Staff insert rows, sort, rename and move. A label says which row it is; a hidden key, kept
apart so that sorting one does not sort the other, must say the same. Where no key is left,
the labels must stand in the order of the form. What cannot be told for certain is a problem
with a place, never a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.chinese import listed
from generator.form.vocabulary import Block, Table
from generator.workbook.layout import COLUMN_KEY, ROW_KEY, Spot, address
from generator.workbook.sheet import Sheet, label_key


@dataclass
class Located:
    """Where the figures of a table are, and what stands in the way."""

    figures: dict[str, Spot] = field(default_factory=dict)
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    """(cell, message, advice)."""


@dataclass(frozen=True)
class _Region:
    """The rows of a sheet in which one block stands: above < row < below."""

    above: int
    below: int

    def __contains__(self, spot: Spot) -> bool:
        return self.above < spot[0] < self.below


def locate(sheet: Sheet, table: Table) -> Located:
    """Return the cell of every figure that can be told for certain."""
    located = Located()
    first_row_number = 1
    for block, region in _regions(sheet, table, located):
        rows = _rows(sheet, block, region, first_row_number, located)
        columns = _columns(sheet, block, region, min(rows.values(), default=0), located)
        for row in block.rows:
            for column in block.columns:
                if row.label in rows and column.label in columns:
                    spot = rows[row.label], columns[column.label]
                    located.figures[row.name + column.name] = spot
        _strays(sheet, region, rows, columns, located)
        first_row_number += len(block.rows)
    return located


def _regions(sheet: Sheet, table: Table, located: Located) -> Iterable[tuple[Block, _Region]]:
    end = max((spot[0] for spot in sheet.values), default=0) + 2
    if not any(block.caption for block in table.blocks):
        return [(block, _Region(0, end)) for block in table.blocks]
    captions: dict[int, Block] = {}
    for block in table.blocks:
        found = sheet.find(block.caption)
        if len(found) == 1:
            captions[found[0][0]] = block
        else:
            located.problems.append(_not_once(f"“{block.caption}”这一行", found))
    starts = sorted(captions)
    return [
        (captions[start], _Region(start, after))
        for start, after in zip(starts, [*starts[1:], end], strict=True)
    ]


def _rows(
    sheet: Sheet, block: Block, region: _Region, first: int, located: Located
) -> dict[tuple[str, ...], int]:
    rows: dict[tuple[str, ...], int] = {}
    for row in block.rows:
        if not row.label:
            rows[row.label] = _only_row(sheet, block, region)
            continue
        found = [spot for spot in sheet.find(row.label[-1]) if spot in region]
        if len(found) == 1:
            rows[row.label] = found[0][0]
        else:
            located.problems.append(_not_once(f"行“{row.label[-1]}”", found))
    keys = _keys(sheet, ROW_KEY, axis=0)
    names = [row.label[-1] if row.label else "" for row in block.rows]
    due = {row.label: first + index for index, row in enumerate(block.rows)}
    return _witnessed(rows, due, keys, names, first, "行", located)


def _columns(
    sheet: Sheet, block: Block, region: _Region, first_row: int, located: Located
) -> dict[tuple[str, ...], int]:
    """Find each column by its whole path of labels in the rows above the figures."""
    words = {label_key(label) for column in block.columns for label in column.label}
    header: dict[int, dict[int, str]] = {}
    for spot, key in sheet.labels():
        if spot in region and spot[0] < first_row and key in words:
            header.setdefault(spot[0], {})[spot[1]] = key
    paths: dict[tuple[str, ...], list[Spot]] = {}
    lines = [header[row] for row in sorted(header)]
    for depth, row in enumerate(sorted(header)):
        for column in header[row]:
            path = tuple(_nearest_left(line, column) for line in lines[: depth + 1])
            paths.setdefault(path, []).append((row, column))
    columns: dict[tuple[str, ...], int] = {}
    for column_spec in block.columns:
        found = paths.get(tuple(label_key(label) for label in column_spec.label), [])
        if len(found) == 1:
            columns[column_spec.label] = found[0][1]
        else:
            located.problems.append(_not_once(f"列“{'／'.join(column_spec.label)}”", found))
    keys = _keys(sheet, COLUMN_KEY, axis=1)
    names = ["／".join(column.label) for column in block.columns]
    due = {column.label: 1 + index for index, column in enumerate(block.columns)}
    return _witnessed(columns, due, keys, names, 1, "列", located)


def _nearest_left(line: dict[int, str], column: int) -> str:
    left = [at for at in line if at <= column]
    return line[max(left)] if left else ""


def _only_row(sheet: Sheet, block: Block, region: _Region) -> int:
    """Return the row of figures of a table without row labels: the one under its header."""
    words = {label_key(column.label[-1]) for column in block.columns}
    header = [spot[0] for spot, key in sheet.labels() if spot in region and key in words]
    keyed = _keys(sheet, ROW_KEY, axis=0)
    return next(iter(keyed), max(header, default=0) + 1)


def _keys(sheet: Sheet, pattern: str, *, axis: int) -> dict[int, int]:
    """Return the hidden keys: row (or column) of the sheet → number of the form's row."""
    stem = pattern.format("")
    return {
        spot[axis]: int(str(value).removeprefix(stem))
        for spot, value in sheet.values.items()
        if isinstance(value, str) and value.startswith(stem) and value[len(stem) :].isdecimal()
    }


def _witnessed(  # noqa: PLR0913, PLR0917 - the two axes share it
    found: dict[tuple[str, ...], int],
    due: dict[tuple[str, ...], int],
    keys: dict[int, int],
    names: list[str],
    first: int,
    axis: str,
    located: Located,
) -> dict[tuple[str, ...], int]:
    """Keep what the hidden key, or without any key the order, agrees with."""
    if not keys:
        if sorted(found.values()) != list(found.values()):
            located.problems.append(
                (
                    "",
                    f"{axis}名的顺序与规定格式不同，又没有隐藏的{axis}号可以核对",
                    f"请把{axis}名恢复为规定的顺序，或在新建的工作簿里填写",
                )
            )
            return {}
        return found
    agreed: dict[tuple[str, ...], int] = {}
    for label, at in found.items():
        if keys.get(at) == due[label]:
            agreed[label] = at
            continue
        where = f"第 {at} 行" if axis == "行" else f"{address((1, at))[:-1]} 列"
        index = keys.get(at, 0) - first
        other = f"第 {keys[at]} {axis}" if at in keys else "空白"
        if at in keys and 0 <= index < len(names):
            other = f"“{names[index]}”"
        located.problems.append(
            (
                "",
                f"{where}的{axis}名是“{label[-1] if label else ''}”，隐藏的{axis}号却是{other}，"
                f"{axis}名或数字可能被排序、移动过",
                "请撤销排序或移动；拿不准时，请在新建的工作簿里重新填写这张表",
            )
        )
    return agreed


def _strays(
    sheet: Sheet,
    region: _Region,
    rows: dict[tuple[str, ...], int],
    columns: dict[tuple[str, ...], int],
    located: Located,
) -> None:
    """Report what stands among the figures but belongs to none of the form's rows."""
    if not rows or not columns:
        return
    inside = range(min(rows.values()), max(rows.values()) + 1)
    across = range(min(columns.values()), max(columns.values()) + 1)
    for at in inside:
        spots = [(at, column) for column in across if sheet.filled((at, column))]
        lost = [
            spot for spot in spots if at not in rows.values() or spot[1] not in columns.values()
        ]
        if lost and lost[0] in region:
            located.problems.append(
                (
                    address(lost[0]),
                    f"{listed(address(spot) for spot in lost)} 填了内容，但不属于规定格式的任何一"
                    f"{'行' if at not in rows.values() else '列'}",
                    "请把它移到应填的格里，或者清除",
                )
            )


def _not_once(what: str, found: list[Spot]) -> tuple[str, str, str]:
    if not found:
        return "", f"找不到{what}", "请照规定格式恢复它的名称，或在新建的工作簿里填写"
    cells = listed(address(spot) for spot in found)
    return address(found[0]), f"{what}出现了 {len(found)} 次（{cells}）", "请只保留规定的那一个"
