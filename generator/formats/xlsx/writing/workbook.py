"""Writes a report into a new workbook: blank, from last year's or taken from elsewhere."""

from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook

from generator.form.vocabulary import ORGAN, YEAR, Form, Table
from generator.formats.xlsx import own_properties
from generator.formats.xlsx.editing.first_results import with_first_results
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.writing.charts import write_charts
from generator.formats.xlsx.writing.entries import write_entries
from generator.formats.xlsx.writing.further_tables import write_further_tables
from generator.formats.xlsx.writing.guide import write_guide
from generator.formats.xlsx.writing.indicators import write_indicators
from generator.formats.xlsx.writing.local_rules import write_local_rules
from generator.formats.xlsx.writing.namings import write_namings
from generator.formats.xlsx.writing.paragraphs import write_paragraphs
from generator.formats.xlsx.writing.sheet_names import with_sheet_names
from generator.formats.xlsx.writing.tables import NO_FORMULAS, write_table
from generator.formats.xlsx.writing.verifications import write_verifications
from generator.model.report import Report


def workbook_of(report: Report, form: Form, previous: Report | None = None) -> bytes:
    """Return an .xlsx that holds the report, laid out as the official form.

    The figures of `previous`, last year's report, are shown beside this year's.
    """
    return with_first_results(written(drawn(report, form, previous), form))


def drawn(
    report: Report,
    form: Form,
    previous: Report | None = None,
    formulas: Mapping[str, str] = NO_FORMULAS,
) -> Workbook:
    """Return the sheets of such a workbook; `formulas` stand for figures, by name."""
    report = with_sheet_names(report, form)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    write_entries(workbook, form, report)
    checks: list[str] = []
    for layout in table_sheets(form):
        areas = write_table(
            workbook,
            layout,
            form,
            report,
            _heading(layout.table, form, report),
            previous=previous,
            formulas=formulas,
        )
        checks += [f"'{layout.name}'!{area}" for area in areas]
    write_paragraphs(workbook, form, report)
    write_indicators(workbook, form, report)
    write_charts(workbook, form, report)
    write_namings(workbook, report)
    write_local_rules(workbook, form, report)
    write_verifications(workbook, report)
    write_further_tables(workbook, report)
    write_guide(workbook, form, checks)
    return workbook


def _heading(table: Table, form: Form, report: Report) -> str:
    """Return what stands above a table: its caption, or the heading of its section."""
    if not table.caption:
        return form.headings[form.section_of(table) - 1]
    organ, year = (
        report.entries[name].printed if name in report.entries else "" for name in (ORGAN, YEAR)
    )
    return table.caption.replace("{organ}", organ).replace("{year}", year)


def written(workbook: Workbook, form: Form) -> bytes:
    """Return a workbook as a file, opened on its first sheet, its formulas without results yet."""
    workbook.active = 0
    for sheet in workbook.worksheets[1:]:
        sheet.sheet_view.tabSelected = False
    workbook.properties.creator = "make-report"
    own_properties.write(workbook, form.id)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
