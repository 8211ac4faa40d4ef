"""Finds the cells of a table's figures by their labels, with witnesses.

Staff insert rows, sort, rename and move. A label says which row it is; a hidden key, kept
apart so that sorting one does not sort the other, must say the same. Where no key is left,
the labels must stand in the order of the form. What cannot be told for certain is a problem
with a place, never a guess.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.grid import label_columns
from generator.form.labels import Label, MissedLabel, PlacedBlock, Spot, find_labels
from generator.form.vocabulary import Table
from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.layout import COLUMN_KEY, ROW_KEY
from generator.formats.xlsx.sheet import Sheet
from generator.model.typed_input.number import understand


@dataclass
class Located:
    """Where the figures of a table are, and what stands in the way."""

    figures: dict[str, Spot] = field(default_factory=dict)
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    """(cell, message, advice)."""


class _Axis(NamedTuple):
    """Rows or columns: what people call them, their place in a spot, their hidden key."""

    word: str
    at: int
    key: str


_FEW = 3  # a smaller table has rows and columns that may well be empty

_ROWS, _COLUMNS = _Axis("行", 0, ROW_KEY), _Axis("列", 1, COLUMN_KEY)


def locate(sheet: Sheet, table: Table) -> Located:
    """Return the cell of every figure that can be told for certain."""
    placed, misses = find_labels(dict(sheet.labels()), table)
    located = Located(problems=[_not_once(miss) for miss in misses])
    first, numbers = 1, _column_numbers(table)
    for found in placed:
        due = {row.label: first + index for index, row in enumerate(found.block.rows)}
        rows = _witnessed(sheet, _ROWS, found.rows, due, located)
        left = label_columns(found.block)
        due = {one.label: numbers[left + at] for at, one in enumerate(found.block.columns)}
        columns = _witnessed(sheet, _COLUMNS, found.columns, due, located)
        certain = found._replace(rows=rows, columns=columns)
        located.figures |= certain.figures
        _strays(sheet, certain, located)
        _emptied(sheet, certain, located)
        first += len(found.block.rows)
    _numbers_elsewhere(sheet, located)
    return located


def _column_numbers(table: Table) -> dict[int, int]:
    """Return the number of every grid column with figures: blocks may begin in different ones."""
    columns = {
        label_columns(block) + at for block in table.blocks for at in range(len(block.columns))
    }
    return {column: number for number, column in enumerate(sorted(columns), 1)}


def _keys(sheet: Sheet, axis: _Axis) -> dict[int, int]:
    """Return the hidden keys: row (or column) of the sheet → number of the form's row."""
    stem = axis.key.format("")
    return {
        spot[axis.at]: int(value.removeprefix(stem))
        for spot, value in sheet.values.items()
        if isinstance(value, str) and re.fullmatch(rf"{stem}\d{{1,4}}", value)
    }


def _witnessed(
    sheet: Sheet,
    axis: _Axis,
    found: dict[Label, int],
    due: dict[Label, int],
    located: Located,
) -> dict[Label, int]:
    """Keep what the hidden key, or without any key the order, agrees with."""
    keys = _keys(sheet, axis)
    if not keys:
        if list(found.values()) == sorted(found.values()):
            return found
        message = f"{axis.word}名的顺序与规定格式不同，又没有隐藏的{axis.word}号可以核对"
        advice = f"请把{axis.word}名恢复为规定的顺序，或在新建的工作簿里填写"
        located.problems.append(("", message, advice))
        return {}
    agreed: dict[Label, int] = {}
    for label, at in found.items():
        if keys.get(at) == due[label]:
            agreed[label] = at
            continue
        other = next((name for name, key in due.items() if key == keys.get(at)), ("别的名称",))
        noted = f"“{'／'.join(other)}”"
        message = (
            f"第 {at if axis is _ROWS else column_letters(at)} {axis.word}的名称是"
            f"“{'／'.join(label)}”，隐藏的{axis.word}号记的却是"
            f"{noted if at in keys else '空白'}，名称或数字可能被排序、移动过"
        )
        advice = "请撤销排序或移动；拿不准时，请在新建的工作簿里重新填写这张表"
        located.problems.append(("", message, advice))
    return agreed


def _strays(sheet: Sheet, found: PlacedBlock, located: Located) -> None:
    """Report what stands among the figures but belongs to none of the form's rows."""
    rows, columns = set(found.rows.values()), set(found.columns.values())
    if not rows or not columns:
        return
    for row in range(min(rows), max(rows) + 1):
        lost = [
            (row, column)
            for column in range(min(columns), max(columns) + 1)
            if sheet.filled((row, column)) and not (row in rows and column in columns)
        ]
        if lost:
            cells = listed(address(spot) for spot in lost) if len(lost) > 1 else ""
            message = f"{cells}填了内容，但不在规定格式的任何一格里"
            located.problems.append((address(lost[0]), message, "请移到应填的格里，或者清除"))


def _emptied(sheet: Sheet, found: PlacedBlock, located: Located) -> None:
    """Report whole rows or columns without even their totals' formulas, in a table otherwise full.

    That is how it looks when figures were cut and pasted over others. Printing 0 would be a guess.
    """
    spots = set(found.figures.values())
    rows, columns = {row for row, _ in spots}, {column for _, column in spots}
    empty = {spot for spot in spots if not sheet.filled(spot)}
    if not empty or len(empty) * 2 > len(spots) or min(len(rows), len(columns)) <= _FEW:
        return
    for index, axis in ((0, _ROWS), (1, _COLUMNS)):
        lines = sorted({spot[index] for spot in empty})
        if empty == {spot for spot in spots if spot[index] in lines}:
            named = [str(line) if axis is _ROWS else column_letters(line) for line in lines]
            message = f"第 {listed(named)} {axis.word}整{axis.word}空着，合计公式也不在了"
            advice = "像是被剪切、移动过，请核对并移回；确实没有的请填 0"
            located.problems.append((address(min(empty)), message, advice))
            return


def _numbers_elsewhere(sheet: Sheet, located: Located) -> None:
    """Report numbers anywhere else on the sheet: figures that were moved or typed beside."""
    taken = set(located.figures.values())
    lost = [
        address(spot)
        for spot, value in sheet.values.items()
        if spot not in taken and understand(value).value is not None
    ]
    if lost and not located.problems:
        message = f"{listed(lost) if len(lost) > 1 else ''}填了数字，但不是表里应填的格，不会印出"
        located.problems.append((lost[0], message, "请移到应填的格里，或者清除"))


def _not_once(miss: MissedLabel) -> tuple[str, str, str]:
    if not miss.spots:
        return "", f"找不到{miss.what}", "请照规定格式恢复它的名称，或在新建的工作簿里填写"
    cells = listed(address(spot) for spot in miss.spots)
    message = f"{miss.what}出现了 {len(miss.spots)} 次（{cells}）"
    return address(miss.spots[0]), message, "请只保留规定的那一个"
