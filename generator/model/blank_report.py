"""The report that a new workbook holds: what is known of the organ, and the usual headings."""

from datetime import date

from generator.form.vocabulary import ORGAN, YEAR, EntrySpec, Form
from generator.model.report import BODY, SECOND_LEVEL, Entry, Paragraph, Report


def blank_report(organ: str, year: int, form: Form) -> Report:
    """Return a report without figures, with the wording and headings that the form proposes."""
    entries = {spec.name: entry for spec in form.entries if (entry := _known(spec, organ, year))}
    paragraphs = [Paragraph(form.parts[0].name, 0, "", form.opening)] if form.opening else []
    first_parts = {part.section: part for part in reversed(form.parts)}
    for number, section in enumerate(form.sections, 1):
        name = first_parts[number].name
        if section.topics:  # what is said of the whole section comes before them
            paragraphs.append(Paragraph(name, BODY, "", ""))
        paragraphs += [Paragraph(name, SECOND_LEVEL, topic, "") for topic in section.topics]
    return Report(entries, {}, {}, tuple(paragraphs))


def _known(spec: EntrySpec, organ: str, year: int) -> Entry | None:
    """Return what an entry says of this organ and year; None where nothing is known yet."""
    if spec.name == ORGAN:
        return Entry(organ)
    if spec.name == YEAR:
        return Entry(year)
    if spec.day:
        return Entry(date(year, *spec.day))
    if spec.choices:
        guessed = [choice for ending, choice in spec.guesses if organ.endswith(ending)]
        return Entry((guessed or spec.choices)[0])
    return None
