"""Writes a collection: the report of who collects, its figures the live sums of the units."""

from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.collection.layout import (
    FIGURES_SHEET,
    figure_columns,
    figure_formula,
    incomplete,
    status_formula,
)
from generator.formats.xlsx.collection.received_files import write_received_files
from generator.formats.xlsx.collection.told import write_told
from generator.formats.xlsx.collection.unit_figures import write_unit_figures
from generator.formats.xlsx.collection.unit_list import write_unit_list
from generator.formats.xlsx.collection.unit_problems import write_unit_problems
from generator.formats.xlsx.editing.first_results import with_first_results
from generator.formats.xlsx.findings.seal import prepare, sealed
from generator.formats.xlsx.layout import TableSheet, table_sheets
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.without_time import without_time
from generator.formats.xlsx.writing.workbook import drawn, written
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection
from generator.model.collection.notices.told import noted_of
from generator.model.report import Report


def collection_workbook(
    collection: Collection,
    report: Report,
    answers: Answers,
    previous: Report | None = None,
) -> bytes:
    """Return an .xlsx that holds the collector's own report, and all that the units handed in.

    The figures of `report` are the sums; in the workbook they are formulas, which follow what the
    sheet of the units says. The same collection has the same bytes.
    """
    content = _without_results(collection, report, answers, previous)
    return sealed(without_time(with_first_results(content)))


def _without_results(
    collection: Collection, report: Report, answers: Answers, previous: Report | None
) -> bytes:
    """Return it as openpyxl writes it, whose cells of many units are let go before going on."""
    form = collection.form
    formulas = {name: figure_formula(name, form) for name in figure_columns(form)}
    workbook = drawn(report, form, previous, formulas)
    for layout in table_sheets(form):
        _status(workbook[layout.name], layout, len(collection.units))
    write_unit_list(workbook, collection.listed, collection.units)
    write_received_files(workbook, collection.files, answers)
    write_unit_figures(workbook, collection, answers)
    write_unit_problems(workbook, collection, answers)
    write_told(workbook, noted_of(collection))
    prepare(workbook)
    return written(workbook, form)


def _status(sheet: Worksheet, layout: TableSheet, units: int) -> None:
    """Say above each table how many units are in its sums, in red where not all are."""
    cell = sheet.cell(layout.hint_row, 1)
    cell.value = status_formula(units, FIGURES_SHEET)
    cell.font = style.HEADING
    style.colour_where(sheet, cell.coordinate, incomplete(cell.coordinate, units))
