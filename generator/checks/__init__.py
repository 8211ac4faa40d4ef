"""The checks of a report. One rule is one function; `RULES` lists them all."""

from collections.abc import Iterable

from generator.checks.case import Case, Rule
from generator.checks.consistency_in_text import CONSISTENCY_IN_TEXT
from generator.checks.contents import CONTENTS
from generator.checks.counted_names import COUNTED_NAMES
from generator.checks.dates import DATES
from generator.checks.figures import FIGURES
from generator.checks.headings import HEADINGS
from generator.checks.lists_in_text import LISTS_IN_TEXT
from generator.checks.numbering import NUMBERING
from generator.checks.opening import OPENING
from generator.checks.privacy import PRIVACY
from generator.checks.rates_in_text import RATES_IN_TEXT
from generator.checks.reading import READING
from generator.checks.tables_in_text import TABLES_IN_TEXT
from generator.checks.ties import TIES
from generator.checks.usage import USAGE
from generator.checks.wording import WORDING
from generator.checks.years import YEARS
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
