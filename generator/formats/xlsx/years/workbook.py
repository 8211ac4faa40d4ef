"""Makes the workbook of several years: figures, charts, sentences, and every unit's figures."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from generator.files.zip_archive import WORKBOOK, unpacked
from generator.form.vocabulary import Form
from generator.formats.xlsx.editing.first_results import with_results
from generator.formats.xlsx.findings.seal import prepare, sealed
from generator.formats.xlsx.writing.without_time import without_time
from generator.formats.xlsx.years.chart_sheet import write_charts
from generator.formats.xlsx.years.formulas import Formulas
from generator.formats.xlsx.years.sentence_sheet import write_sentences
from generator.formats.xlsx.years.summary_sheet import write_summary
from generator.formats.xlsx.years.unit_data import unit_data, write_unit_data
from generator.formats.xlsx.years.unit_sheet import write_units
from generator.model.collection.over_years.followed_units import followed_units
from generator.model.collection.over_years.trends import Trends
from generator.model.collection.over_years.year_notes import notes_on
from generator.model.collection.over_years.years import YearOfUnits, years_of


def years_workbook(years: Sequence[YearOfUnits], form: Form) -> bytes:
    """Return an .xlsx that sets years side by side; the same years, in any order, give the same.

    Raise Refusal, with one sentence, for one year, for two of the same year, of two organs or of
    another form.
    """
    ordered = years_of(years, form)
    trends, units, formulas = Trends(ordered), followed_units(ordered), Formulas()
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    summary = write_summary(workbook, trends, notes_on(ordered, units), formulas)
    write_charts(workbook, trends, summary)
    data = unit_data(trends, units)
    if data.trends:
        write_units(workbook, trends, data, summary, formulas)
    write_sentences(workbook, trends, summary, formulas)
    if data.trends:
        write_unit_data(workbook, data, ordered.columns)
    workbook.properties.creator = "make-report"
    prepare(workbook)
    content = BytesIO()
    workbook.save(content)
    shown = with_results(content.getvalue(), formulas.results)
    return sealed(without_time(unpacked(shown, "", WORKBOOK)))
