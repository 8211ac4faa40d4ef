"""The report that a new workbook holds: what is known of the organ, and the usual headings."""

from datetime import date

from generator.form.disclosure.entries import (
    DEPARTMENT,
    GOVERNMENT,
    KIND,
    ORGAN,
    PERIOD_END,
    PERIOD_START,
    YEAR,
)
from generator.form.vocabulary import Form
from generator.model.report import Entry, Paragraph, Report

_DECEMBER = 12


def blank_report(organ: str, year: int, form: Form) -> Report:
    """Return a report without figures, with the wording and headings that the form proposes."""
    entries = {
        ORGAN: Entry(organ),
        KIND: Entry(GOVERNMENT if organ.endswith(("政府", "政府办公室")) else DEPARTMENT),
        YEAR: Entry(year),
        PERIOD_START: Entry(date(year, 1, 1)),
        PERIOD_END: Entry(date(year, _DECEMBER, 31)),
    }
    paragraphs = [Paragraph(form.parts[0].name, 0, "", form.opening)]
    for part in form.parts[1:]:
        topics = form.sections[part.section - 1].topics
        paragraphs += [Paragraph(part.name, 2, topic, "") for topic in topics]
    return Report(entries, {}, {}, tuple(paragraphs))
