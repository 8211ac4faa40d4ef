"""发布期限: the day by which the place wants the report to be public."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from generator.checks.case import Case
from generator.checks.rules.dates import days_of_publication
from generator.checks.rules.local.place_of_text import told
from generator.form.chinese import day
from generator.model.finding import Finding
from generator.model.typed_input.local_rules import Requirement


def published_by(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Find days of publication after the deadline, which is in the year after the report's."""
    if case.year is None or requirement.asked.day is None:
        return
    last = _day_in(case.year + 1, *requirement.asked.day)
    for issued, place in days_of_publication(case):
        if issued > last:
            message = f"公布的日期 {day(issued)} 晚于本地规定的 {day(last)}"
            yield told(requirement, place, message, "请核对日期；确已逾期的，请尽快公布")


def _day_in(year: int, month: int, of_month: int) -> date:
    """Return a day of a year; 2月29日 of most years is the last day of February."""
    _, most = monthrange(year, month)
    return date(year, month, min(of_month, most))
