"""Writes a collection: the report of who collects, its figures the live sums of the units."""

from openpyxl.worksheet.worksheet import Worksheet

from generator.files.zip_archive import WORKBOOK, unpacked
from generator.formats.xlsx.collection.layout import (
    FIGURES_SHEET,
    STATUS_ROW,
    SUM_ROW,
    figure_columns,
    figure_formula,
    incomplete,
    status_formula,
    status_said,
)
from generator.formats.xlsx.collection.received_files import write_received_files
from generator.formats.xlsx.collection.told import write_told
from generator.formats.xlsx.collection.unit_figures import UnitFigures, write_unit_figures
from generator.formats.xlsx.collection.unit_list import write_unit_list
from generator.formats.xlsx.collection.unit_problems import write_unit_problems
from generator.formats.xlsx.editing.first_results import Results, with_first_results
from generator.formats.xlsx.findings.seal import prepare, sealed
from generator.formats.xlsx.layout import TableSheet, table_sheets
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.long_lists import with_rows
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
    form = collection.form
    formulas = {name: figure_formula(name, form) for name in figure_columns(form)}
    workbook = drawn(report, form, previous, formulas)
    for layout in table_sheets(form):
        _status(workbook[layout.name], layout, len(collection.units))
    units = write_unit_list(workbook, collection.listed, collection.units)
    files = write_received_files(workbook, collection.files, answers)
    figures = write_unit_figures(workbook, collection, answers)
    problems = write_unit_problems(workbook, collection, answers)
    told = write_told(workbook, noted_of(collection))
    prepare(workbook)
    content = with_first_results(written(workbook, form), _known(collection, figures))
    rows = (units, files, figures.rows, problems, told)
    return sealed(with_rows(without_time(unpacked(content, "", WORKBOOK)), rows))


def _known(collection: Collection, figures: UnitFigures) -> Results:
    """Return what the formulas over the rows of the units come to."""
    form, status = collection.form, status_said(figures.counted, len(collection.units))
    sums = {
        (SUM_ROW, column): figures.sums.get(name, "")
        for name, column in figure_columns(form).items()
    }
    return {
        FIGURES_SHEET: {(STATUS_ROW, 1): status, **sums},
        **{layout.name: {(layout.hint_row, 1): status} for layout in table_sheets(form)},
    }


def _status(sheet: Worksheet, layout: TableSheet, units: int) -> None:
    """Say above each table how many units are in its sums, in red where not all are."""
    cell = sheet.cell(layout.hint_row, 1)
    cell.value = status_formula(units, FIGURES_SHEET)
    cell.font = style.HEADING
    style.colour_where(sheet, cell.coordinate, incomplete(cell.coordinate, units))
