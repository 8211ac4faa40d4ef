"""Draws what people have chosen in 各单位历年: one unit and all of them through the years."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.years.drawing import Places, drawing
from generator.formats.xlsx.years.sheets import at, range_at
from generator.model.exhibits import MOST_POINTS, Chart, ChartKind, Series

_WIDTH, _HEIGHT = 13.0, 6.0  # centimetres
_AROUND, _HIGH = 2.4, 0.36  # centimetres, of a chart with a bar a unit
_BETWEEN = 0.4
_POINTS, _USUAL_ROW = 28.35, 13  # of a centimetre; of a row without a height, at least
_COLUMN_WIDTH = 11


class UnitRows(NamedTuple):
    """Where the numbers of units stand, and what is shown first."""

    header: int
    """Row of the years."""
    first_year: int
    """Column."""
    years: Sequence[str]
    """As they are called there."""
    chosen: int
    """Row of the unit that is chosen."""
    total: int
    """Row of the sum."""
    units: int
    """Row of the first unit."""


def add_charts(
    sheet: Worksheet,
    rows: UnitRows,
    shown: Sequence[tuple[str, Sequence[Decimal | None]]],
    totals: Sequence[tuple[str, Sequence[Decimal | None]]],
    column: int,
) -> None:
    """Draw beside the table, from a column on.

    `shown` are the names and values of the units, `totals` those of the one that is chosen and of
    the sum.
    """
    for beside in range(column, column + 6):
        sheet.column_dimensions[column_letters(beside)].width = _COLUMN_WIDTH
    top = rows.units
    for row, (name, values), title in zip(
        (rows.chosen, rows.total), totals, ("所选单位", "各单位合计"), strict=True
    ):
        chart = _chart(title, rows.years, [(name, values)], ChartKind.COLUMN)
        places = Places(
            _years(sheet, rows), [(at(sheet.title, (row, 1)), _values(sheet, rows, row))]
        )
        drawn = drawing(chart, places, width=_WIDTH, height=_HEIGHT)
        sheet.add_chart(drawn, address((top, column)))
        top = _below(sheet, top, _HEIGHT + _BETWEEN)
    if 1 < len(shown) <= MOST_POINTS:
        _every_unit(sheet, rows, shown, (top, column))


def _every_unit(
    sheet: Worksheet,
    rows: UnitRows,
    shown: Sequence[tuple[str, Sequence[Decimal | None]]],
    spot: Spot,
) -> None:
    """Draw the last two years of every unit, where they are few enough to be read."""
    places_of_years = range(len(rows.years))[-2:]
    last = rows.units + len(shown) - 1
    series = [
        Series(rows.years[place], tuple(values[place] for _, values in shown))
        for place in places_of_years
    ]
    chart = Chart("", ChartKind.BAR, "各单位", "", tuple(name for name, _ in shown), tuple(series))
    columns = [rows.first_year + place for place in places_of_years]
    places = Places(
        range_at(sheet.title, (rows.units, 1), (last, 1)),
        [
            (
                at(sheet.title, (rows.header, column)),
                range_at(sheet.title, (rows.units, column), (last, column)),
            )
            for column in columns
        ],
    )
    height = _AROUND + _HIGH * len(shown) * len(series)
    sheet.add_chart(drawing(chart, places, width=_WIDTH, height=height), address(spot))


def _below(sheet: Worksheet, row: int, centimetres: float) -> int:
    """Return the row that begins so far below the beginning of another."""
    left = centimetres * _POINTS
    while left > 0:
        left -= sheet.row_dimensions[row].height or _USUAL_ROW
        row += 1
    return row


def _chart(
    title: str,
    years: Sequence[str],
    series: Sequence[tuple[str, Sequence[Decimal | None]]],
    kind: ChartKind,
) -> Chart:
    drawn = tuple(Series(name, tuple(values)) for name, values in series)
    return Chart("", kind, title, "", tuple(years), drawn)


def _years(sheet: Worksheet, rows: UnitRows) -> str:
    return _values(sheet, rows, rows.header)


def _values(sheet: Worksheet, rows: UnitRows, row: int) -> str:
    last = rows.first_year + len(rows.years) - 1
    return range_at(sheet.title, (row, rows.first_year), (row, last))
