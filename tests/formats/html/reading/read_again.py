"""Reads a page as the import does, and says what of a report came back."""

from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.formats.html.reading.encoding import decoded
from generator.formats.html.reading.page import PageRead, read_page
from generator.manuscript.importing.imported_report import imported_report
from generator.manuscript.manuscript import Manuscript
from generator.model.finding import Finding
from generator.model.report import Report
from tests.form.small import SMALL
from tests.formats.html.reading.said import NAME, Said
from tests.forms import FORM, OLDER

FORMS = ((FORM, OLDER), (SMALL,))


def read(page: bytes | str, form: Form = FORM) -> PageRead:
    """Return what is read of a page beside which nothing lies."""
    text = decoded(page if isinstance(page, bytes) else page.encode())
    assert text is not None
    forms = [editions for editions in FORMS if editions[0] is form]
    return read_page(text, NAME, forms, lambda _: None)


class Came(NamedTuple):
    """What came back."""

    report: Report
    findings: list[Finding]

    @property
    def rules(self) -> list[str]:
        """The rules of what people must know."""
        return [one.rule for one in self.findings]

    @property
    def told(self) -> str:
        """What people must know, in one text."""
        return "\n".join(map(str, self.findings))


def came(page: bytes | str, form: Form = FORM) -> Came:
    """Return the report that a page holds."""
    found = read(page, form)
    report, findings = _taken(found.manuscript, form)
    return Came(report, [*found.findings, *findings])


def same(one: Came, report: Said) -> bool:
    """Tell whether all of a report came back: title, entries, text, figures with their notes."""
    due, _ = _taken(report.manuscript, report.form)
    assert len(due.figures) == len(report.form.figures)
    return _content(one.report) == _content(due)


def _content(report: Report) -> tuple[object, ...]:
    rows = [(row.part, row.level, row.heading, row.text, row.kind) for row in report.paragraphs]
    figures = {name: (one.value, one.note) for name, one in report.figures.items()}
    entries = {name: one.value for name, one in report.entries.items()}
    return report.title and report.title.text, entries, rows, figures


def _taken(manuscript: Manuscript, form: Form) -> tuple[Report, list[Finding]]:
    return imported_report(manuscript, next(one for one in FORMS if one[0] is form))
