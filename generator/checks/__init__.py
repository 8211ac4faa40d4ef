"""The checks of a report. One rule is one function; `RULES` lists them all."""

from collections.abc import Iterable

from generator.checks.case import Case, Rule
from generator.checks.reading import READING
from generator.checks.structure import STRUCTURE
from generator.checks.ties import TIES
from generator.checks.years import YEARS
from generator.finding import Finding

RULES: tuple[Rule, ...] = (*READING, *STRUCTURE, *TIES, *YEARS)


def check(case: Case, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Return what every rule finds."""
    return [finding for rule in rules if rule.find for finding in rule.find(case)]
