"""Reads a list of units: our own, or any worksheet with a column of names."""

from collections.abc import Sequence

from generator.form.labels import label_key
from generator.form.pattern import Pattern
from generator.formats.xlsx.collection.layout import COLLECTOR, KIND, NAME, NOTE, OTHERS, YEAR_OF
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Refusal

_NAMES = (NAME, "单位", "机关名称", "单位全称", "部门名称", "名称")
"""What the column may be called, ours first."""
_BETWEEN = Pattern(r"[、，,；;\n/]+")
_A_YEAR = Pattern(r"(20\d\d)(?:年度?)?")
_MOST_UNITS = 3_000  # of 200 figures: a workbook of more cells is not opened for safety


def read_unit_list(sheets: Sequence[Sheet], file: str) -> UnitList:
    """Return the units, without blank rows. Raise Refusal where there is no column of names.

    Who collects and of which year is empty where the list does not say.
    """
    columns = ((sheet, spot) for name in _NAMES for sheet in sheets for spot in sheet.find(name))
    found = next(columns, None)
    if found is None:
        raise Refusal(
            f"{file} 里找不到“{NAME}”这一栏，认不出单位名单。请新建一份名单来填（--new-units）。"
        )
    sheet, (row, column) = found
    units = [
        Unit(
            name,
            tuple(_split(_beside(sheet, row, at, OTHERS))),
            _beside(sheet, row, at, KIND),
            _beside(sheet, row, at, NOTE),
            at,
        )
        for at in sheet.rows
        if at > row and (name := sheet.text((at, column)))
    ]
    if len(units) > _MOST_UNITS:
        raise Refusal(f"{file} 的名单有 {len(units)} 个单位，最多 {_MOST_UNITS} 个。请分开汇总。")
    return UnitList(_labelled(sheet, COLLECTOR), _year(sheet), tuple(units))


def _beside(sheet: Sheet, header_row: int, row: int, label: str) -> str:
    column = next((spot[1] for spot in sheet.find(label) if spot[0] == header_row), None)
    return "" if column is None else sheet.text((row, column))


def _split(text: str) -> list[str]:
    return [one.strip() for one in _BETWEEN.split(text) if one.strip()]


def _labelled(sheet: Sheet, label: str) -> str:
    """Return what stands right of a label."""
    spot = next(iter(sheet.find(label)), None)
    return "" if spot is None else sheet.text((spot[0], spot[1] + 1))


def _year(sheet: Sheet) -> int:
    """Return the year; 0 where the list does not say, or says something else."""
    found = _A_YEAR.fullmatch(label_key(_labelled(sheet, YEAR_OF)))
    return int(found[1]) if found else 0
