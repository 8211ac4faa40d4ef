"""本地规则: every rule of the place, by what it demands."""

from collections.abc import Callable, Iterator, Mapping

from generator.checks.case import Case
from generator.checks.rules.local.deadline import published_by
from generator.checks.rules.local.figures import states
from generator.checks.rules.local.lengths import not_too_long, not_too_short
from generator.checks.rules.local.words import never_says, says
from generator.model.finding import Finding
from generator.model.typed_input.local_demands import Demand
from generator.model.typed_input.local_rules import Requirement

_CHECKS: Mapping[Demand, Callable[[Case, Requirement], Iterator[Finding]]] = {
    Demand.AT_MOST: not_too_long,
    Demand.AT_LEAST: not_too_short,
    Demand.SAYS: says,
    Demand.NEVER_SAYS: never_says,
    Demand.STATES: states,
    Demand.PUBLISHED_BY: published_by,
}


def check_local_rules(case: Case) -> list[Finding]:
    """Return what the rules of the place find."""
    return [
        found
        for requirement in case.local_rules
        for found in _CHECKS[requirement.demand](case, requirement)
    ]
