"""Reads the figures of the units from a collection, as they stand there now."""

from collections.abc import Iterator, Sequence

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.collection.layout import (
    COUNTS,
    FIGURE_COLUMNS,
    FIRST_UNIT_ROW,
    KEY_ROW,
    figure_columns,
)
from generator.formats.xlsx.reading.lists import header
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.collection import State, UnitStanding
from generator.model.collection.filing import FiledFigure, Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.report import Place
from generator.model.typed_input.number import understand

_KIND = "汇总"


def read_unit_standings(
    sheets: Sequence[Sheet], listed: UnitList, form: Form, file: str
) -> Iterator[UnitStanding]:
    """Yield every unit with its figures; those that are not in the sum have none."""
    units = {unit.name: unit for unit in listed.units}
    for sheet in sheets:
        if not header(sheet, FIGURE_COLUMNS):
            continue
        there = columns_by_name(sheet)
        columns = {name: there[name] for name in figure_columns(form) if name in there}
        for row in unit_rows(sheet):
            name = sheet.text((row, 1))
            unit = units.get(name, Unit(name))
            if label_key(sheet.text((row, len(FIGURE_COLUMNS)))) != COUNTS:
                yield UnitStanding(unit, State.MISSING)
                continue
            figures = {
                figure: FiledFigure(
                    understand(sheet.values.get((row, column))).value,
                    Place(file, sheet.name, address((row, column))),
                )
                for figure, column in columns.items()
            }
            filing = Filing(
                file, _KIND, form=form.id, organ=name, year=listed.year, figures=figures
            )
            yield UnitStanding(unit, State.FILED, filing.packed())


def columns_by_name(sheet: Sheet) -> dict[str, int]:
    """Return the columns of the figures by the hidden names above them, wherever moved."""
    return {sheet.text(spot): spot[1] for spot in sheet.values if spot[0] == KEY_ROW}


def unit_rows(sheet: Sheet) -> list[int]:
    """Return the rows of the sheet of figures in which a unit is named."""
    return [row for row in sheet.rows if row >= FIRST_UNIT_ROW and (row, 1) in sheet.values]
