"""New workbooks of several kinds, each written once: to write one takes long."""

from functools import cache

from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.blank_report import blank_report
from generator.model.next_year import next_year
from tests.forms import FORM
from tests.samples import last_year


@cache
def blank() -> bytes:
    """Return one that nobody has typed into."""
    return workbook_of(blank_report("某某市某某局", 2024, FORM), FORM)


@cache
def of_next_year() -> bytes:
    """Return one with what goes on from last year's report, whose figures stand beside it."""
    return workbook_of(next_year(last_year(), FORM), FORM, last_year())
