"""The checks of a report. One rule is one function; `RULES` lists them all."""

from collections.abc import Callable

from generator.checks.structure import (
    empty_sections,
    nothing_filled_in,
    statistics_period,
    typed_numbers,
)
from generator.checks.ties import ties
from generator.finding import Finding
from generator.form.vocabulary import Form
from generator.report import Report

Rule = Callable[[Report, Form], list[Finding]]

RULES: tuple[Rule, ...] = (
    nothing_filled_in,
    ties,
    empty_sections,
    statistics_period,
    typed_numbers,
)


def check(report: Report, form: Form) -> list[Finding]:
    """Return what every rule finds."""
    return [finding for rule in RULES for finding in rule(report, form)]
