"""Reads the figures of one table from its sheet."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.finding import Finding, held_back
from generator.form.labels import Spot
from generator.form.vocabulary import FigureSpec, Table
from generator.report import Figure, Place
from generator.workbook.layout import address, own_total
from generator.workbook.locate import locate
from generator.workbook.number import Typed, understand
from generator.workbook.remarks import remarks
from generator.workbook.sheet import Sheet

_UNKNOWN = "？"
_WHERE = re.compile(r"第 [\dA-Z、]+ (?=[行列])|[A-Z]{1,3}\d+(?:、[A-Z]{1,3}\d+)*")
_LARGEST_TOTAL = 1_000  # cells that a total may cover

Results = Callable[[str, Spot], object]
"""Sheet name and cell → what its formula last showed; None where the file does not say."""


@dataclass(frozen=True)
class _Source:
    """A table's sheet, and where its figures stand in it."""

    sheet: Sheet
    table: Table
    spots: Mapping[str, Spot]
    file: str
    results: Results

    def place(self, figure: str) -> Place:
        return Place(self.file, self.sheet.name, address(self.spots[figure]))

    def formula(self, figure: str) -> str:
        return self.sheet.formulas.get(self.spots[figure], "")


def read_table(
    sheet: Sheet,
    table: Table,
    parts_of: Mapping[str, tuple[str, ...]],
    file: str,
    results: Results,
) -> tuple[dict[str, Figure], list[Finding]]:
    """Return the figures that were found, and everything that is wrong with them.

    `parts_of` names the figures that are totals, with what they add up.
    """
    located = locate(sheet, table)
    source = _Source(sheet, table, located.figures, file, results)
    findings = [
        held_back(
            "R02",
            Place(file, sheet.name, cell),
            message,
            advice,
            about=f"{table.title}：{_WHERE.sub('', message)}",
        )
        for cell, message, advice in located.problems
    ]
    figures: dict[str, Figure] = {}
    typed: dict[str, Typed] = {}
    sums: list[str] = []
    for spec in table.figures:
        if spec.name not in source.spots:
            continue
        parts = parts_of.get(spec.name, ())
        if parts and _adds_up(source, spec.name, parts):
            sums.append(spec.name)
            continue
        typed[spec.name] = _typed(source, spec.name)
        figures[spec.name], problem = _figure(source, spec, typed[spec.name])
        findings += [problem] if problem else []
    for name in sums:
        _add_up(source, name, parts_of, figures)
    ordered = {spec.name: figures[spec.name] for spec in table.figures if spec.name in figures}
    return ordered, [*findings, *remarks(table, ordered, typed, source.spots)]


def _adds_up(source: _Source, total: str, parts: tuple[str, ...]) -> bool:
    """Tell whether a cell holds the form's own formula: over its parts and nothing else.

    Where some of the parts could not be found, which is reported already, its shape is enough.
    """
    area = own_total(source.formula(total))
    if area is None:
        return False
    if any(part not in source.spots for part in parts):
        return True
    left, top, right, bottom = area
    if (right - left + 1) * (bottom - top + 1) > _LARGEST_TOTAL:
        return False
    covered = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
    due = {source.spots[part] for part in parts}
    return due <= covered and not any(source.sheet.filled(spot) for spot in covered - due)


def _add_up(
    source: _Source,
    total: str,
    parts_of: Mapping[str, tuple[str, ...]],
    figures: dict[str, Figure],
) -> None:
    """Work out a total that was left as the form's own formula, its parts first."""
    parts = [part for part in parts_of[total] if part in source.spots]
    for part in parts:
        if part not in figures:
            _add_up(source, part, parts_of, figures)
    place = source.place(total)
    if len(parts) < len(parts_of[total]) or not all(figures[part].readable for part in parts):
        figures[total] = Figure(None, typed=_UNKNOWN, readable=False, place=place)
        return
    numbers = [value for part in parts if (value := figures[part].value) is not None]
    figures[total] = Figure(sum(numbers, Decimal(0)) if numbers else None, place=place)


def _typed(source: _Source, figure: str) -> Typed:
    spot, formula = source.spots[figure], source.formula(figure)
    if not formula:
        return understand(source.sheet.values.get(spot))
    result = source.results(source.sheet.name, spot)
    if result is None:
        return Typed(problem="是公式，没有计算结果（用 Excel 或 WPS 打开、保存一次就有了）")
    return understand(result)


def _figure(source: _Source, spec: FigureSpec, typed: Typed) -> tuple[Figure, Finding | None]:
    """Return a typed figure, and what is wrong with it."""
    place, table = source.place(spec.name), source.table
    text = source.sheet.text(source.spots[spec.name]) or source.formula(spec.name)
    figure = Figure(typed.value, typed.note, text, readable=not typed.problem, place=place)
    if typed.problem:
        message = f"{spec.label}应填数字，填的是“{text}”，{typed.problem}"
        return figure, held_back(table.not_a_number, place, message, "请只填数字；没有就填 0")
    value = typed.value
    if value is None or (value >= 0 and (not spec.whole or value == value.to_integral_value())):
        return figure, None
    message = f"{spec.label}应为不小于 0 的{'整数' if spec.whole else '数'}，填的是 {text}"
    return figure, held_back(table.not_a_count, place, message, "请改正")
