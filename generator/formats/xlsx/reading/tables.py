"""Reads the figures of one table from its sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.labels import Spot
from generator.form.vocabulary import FigureSpec, Table
from generator.formats.xlsx.areas import areas
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import own_total
from generator.formats.xlsx.number_format import number_as_shown
from generator.formats.xlsx.reading.locate import locate
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import (
    TO_DO,
    number_shown,
    percent_shown,
    seen_instead,
    shows_otherwise,
)
from generator.model.finding import Finding, held_back
from generator.model.quotients import PERCENT
from generator.model.report import Figure, Place
from generator.model.typed_input.cells import understand_cell
from generator.model.typed_input.figures import figure_of, remarks
from generator.model.typed_input.number import COUNT_UNITS, TypedNumber, understand

_UNKNOWN = "？"
_WHERE = re.compile(r"第 [\dA-Z、]+ (?=[行列])|[A-Z]{1,3}\d+(?:、[A-Z]{1,3}\d+)*")
_NOWHERE = 0, 0
_LARGEST_TOTAL = 1_000  # cells that a total may cover


class _TableOnSheet(NamedTuple):
    """A table's sheet, and where its figures stand in it."""

    sheet: Sheet
    table: Table
    spots: Mapping[str, Spot]
    file: str

    def place(self, figure: str) -> Place:
        return Place(self.file, self.sheet.name, address(self.spots[figure]))

    def places(self, figures: Sequence[str]) -> Place:
        cells = listed(areas([self.spots[figure] for figure in figures]))
        return Place(self.file, self.sheet.name, cells)

    def text(self, figure: str) -> str:
        return self.sheet.text(self.spots[figure]) or self.formula(figure)

    def formula(self, figure: str) -> str:
        return self.sheet.formulas.get(self.spots[figure], "")


def read_table(
    sheet: Sheet,
    table: Table,
    addends_of: Mapping[str, tuple[str, ...]],
    file: str,
) -> tuple[dict[str, Figure], list[Finding]]:
    """Return the figures that were found, and everything that is wrong with them.

    `addends_of` names the figures that are totals, with what they add up.
    """
    located = locate(sheet, table)
    source = _TableOnSheet(sheet, table, located.figures, file)
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
    typed: dict[str, TypedNumber] = {}
    sums: list[str] = []
    for spec in table.figures:
        if spec.name not in source.spots:
            continue
        addends = addends_of.get(spec.name, ())
        if addends and _adds_up(source, spec.name, addends):
            sums.append(spec.name)
            continue
        typed[spec.name] = _typed(source, spec)
        figures[spec.name], problem = figure_of(
            table, spec, typed[spec.name], source.text(spec.name), source.place(spec.name)
        )
        findings += [problem] if problem else []
    for name in sums:
        _add_up(source, name, addends_of, figures)
    findings += _totals_shown_otherwise(source, {name: figures[name] for name in sums})
    ordered = {spec.name: figures[spec.name] for spec in table.figures if spec.name in figures}
    return ordered, [*findings, *remarks(table, ordered, typed, source.places)]


def _adds_up(source: _TableOnSheet, total: str, addends: tuple[str, ...]) -> bool:
    """Tell whether a cell holds the form's own formula: over its addends and nothing else.

    Where some of them could not be found, which is reported already, its shape is enough.
    """
    area = own_total(source.formula(total))
    if area is None:
        return False
    if any(one not in source.spots for one in addends):
        return True
    left, top, right, bottom = area
    if (right - left + 1) * (bottom - top + 1) > _LARGEST_TOTAL:
        return False
    covered = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
    due = {source.spots[one] for one in addends}
    return due <= covered and not any(source.sheet.filled(spot) for spot in covered - due)


def _add_up(
    source: _TableOnSheet,
    total: str,
    addends_of: Mapping[str, tuple[str, ...]],
    figures: dict[str, Figure],
) -> None:
    """Work out a total that was left as the form's own formula, its addends first."""
    addends = [one for one in addends_of[total] if one in source.spots]
    for one in addends:
        if one not in figures:
            _add_up(source, one, addends_of, figures)
    place = source.place(total)
    if len(addends) < len(addends_of[total]) or not all(figures[one].readable for one in addends):
        figures[total] = Figure(None, typed=_UNKNOWN, readable=False, place=place)
        return
    numbers = [value for one in addends if (value := figures[one].value) is not None]
    figures[total] = Figure(sum(numbers, Decimal(0)) if numbers else None, place=place)


def _totals_shown_otherwise(
    source: _TableOnSheet, totals: Mapping[str, Figure]
) -> Iterator[Finding]:
    for spec in source.table.figures:
        figure = totals.get(spec.name)
        number_format = source.sheet.formats.get(source.spots.get(spec.name, _NOWHERE))
        if figure is None or figure.value is None or number_format is None:
            continue
        shown = number_shown(figure.value, number_format, COUNT_UNITS)
        if shown.value != figure.value:
            message = f"{spec.label}合计是 {figure.printed}，{seen_instead(shown.text)}"
            yield held_back(source.table.not_a_number, source.place(spec.name), message, TO_DO)


def _typed(source: _TableOnSheet, spec: FigureSpec) -> TypedNumber:
    """Return what a cell holds, which must be what it shows."""
    spot, formula = source.spots[spec.name], source.formula(spec.name)
    raw = (source.sheet.results if formula else source.sheet.values).get(spot)
    if not spec.is_number and not (formula and raw is None):
        return understand_cell(raw, spec.column)
    if formula and raw is None:
        return TypedNumber(problem="是公式，没有计算结果（用 Excel 或 WPS 打开、保存一次就有了）")
    typed = understand(raw, spec.column.unit)
    number_format = source.sheet.formats.get(spot)
    if number_format is None or typed.problem:
        return typed
    return _as_shown(typed, raw, number_format, spec)


def _as_shown(typed: TypedNumber, raw: object, number_format: str, spec: FigureSpec) -> TypedNumber:
    if isinstance(raw, str) or typed.value is None:
        otherwise = shows_otherwise(raw, number_format)
        return TypedNumber(problem=otherwise, advice=TO_DO) if otherwise else typed
    if spec.column.unit in PERCENT and (text := number_as_shown(typed.value, number_format)):
        hundredths = percent_shown(typed.value, text)
        if hundredths is not None:
            return typed._replace(value=hundredths)
    units = COUNT_UNITS if spec.whole else {spec.column.unit}
    shown = number_shown(typed.value, number_format, units)
    if shown.value == typed.value:
        return typed
    if shown.value is not None:  # rounded: a count keeps its decimals, and is refused for them
        value = typed.value if spec.whole else shown.value
        return typed._replace(value=value, remark=f"显示成“{(shown.text or '').strip()}”")
    if typed.value == 0 and shown.text is not None and not shown.text.strip():
        return typed._replace(remark="不显示")
    return TypedNumber(problem=seen_instead(shown.text), advice=TO_DO)
