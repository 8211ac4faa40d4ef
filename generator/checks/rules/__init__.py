"""The checks of a report. One rule is one function; `RULES` lists them all."""

from collections.abc import Iterable

from generator.checks.case import Case, Rule
from generator.checks.rules.consistency_in_text import CONSISTENCY_IN_TEXT
from generator.checks.rules.contents import CONTENTS
from generator.checks.rules.counted_names import COUNTED_NAMES
from generator.checks.rules.dates import DATES
from generator.checks.rules.enumerations_in_text import LISTS_IN_TEXT
from generator.checks.rules.figure_values import FIGURES
from generator.checks.rules.found_while_reading import READING
from generator.checks.rules.headings import HEADINGS
from generator.checks.rules.numbering import NUMBERING
from generator.checks.rules.opening import OPENING
from generator.checks.rules.privacy import PRIVACY
from generator.checks.rules.rates_in_text import RATES_IN_TEXT
from generator.checks.rules.tables_in_text import TABLES_IN_TEXT
from generator.checks.rules.ties import TIES
from generator.checks.rules.usage import USAGE
from generator.checks.rules.wording import WORDING
from generator.checks.rules.years import YEARS
from generator.model.finding import Finding

RULES: tuple[Rule, ...] = (
    *READING,
    *HEADINGS,
    *OPENING,
    *CONTENTS,
    *NUMBERING,
    *FIGURES,
    *TIES,
    *TABLES_IN_TEXT,
    *RATES_IN_TEXT,
    *LISTS_IN_TEXT,
    *COUNTED_NAMES,
    *CONSISTENCY_IN_TEXT,
    *YEARS,
    *DATES,
    *PRIVACY,
    *WORDING,
    *USAGE,
)


def check(case: Case, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Return what every rule finds."""
    return [finding for rule in rules if rule.find for finding in rule.find(case)]
