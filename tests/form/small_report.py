"""A report by the small form, as a workbook of it is read."""

from collections.abc import Sequence
from decimal import Decimal

from generator.form.vocabulary import ORGAN, YEAR
from generator.model.report import Entry, Figure, Paragraph, Report
from tests.form.small_office import NUMBERS


def small_report(
    paragraphs: Sequence[Paragraph] = (), *, year: int = 2024, more: int = 0
) -> Report:
    """Return a report whose figures tie, each so much more than the usual ones."""
    return Report(
        {ORGAN: Entry("某某市某某局"), YEAR: Entry(year)},
        {name: Figure(Decimal(value + more)) for name, value in NUMBERS.items()},
        {},
        tuple(paragraphs),
    )
