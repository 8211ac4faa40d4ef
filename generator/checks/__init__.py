"""The checks of a report. One rule is one function; `RULES` lists them all."""

from collections.abc import Iterable

from generator.checks.case import Case, Rule
from generator.checks.lists_in_text import LISTS_IN_TEXT
from generator.checks.reading import READING
from generator.checks.structure import STRUCTURE
from generator.checks.tables_in_text import TABLES_IN_TEXT
from generator.checks.ties import TIES
from generator.finding import Finding

RULES: tuple[Rule, ...] = (*READING, *STRUCTURE, *TIES, *TABLES_IN_TEXT, *LISTS_IN_TEXT)


def check(case: Case, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Return what every rule finds."""
    return [finding for rule in rules if rule.find for finding in rule.find(case)]
