"""All that is looked for across units, each by one function."""

from collections.abc import Callable, Iterable

from generator.checks.across_units.carried_over import carried_over
from generator.checks.across_units.copied_from_last_year import copied_from_last_year
from generator.checks.across_units.far_from_kind import far_from_kind
from generator.checks.across_units.far_from_last_year import far_from_last_year
from generator.checks.across_units.handed_in import HandedIn
from generator.checks.across_units.shared_figures import shared_figures
from generator.checks.across_units.shared_text import shared_text
from generator.checks.across_units.sums_in_text import sums_in_text
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.form.rules import Rule
from generator.model.collection.collection import AcrossFinding, Collection
from generator.model.collection.filing import Filing

Check = Callable[[HandedIn, Rule], Iterable[AcrossFinding]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("C15", carried_over),
    ("C16", sums_in_text),
    ("C12", far_from_last_year),
    ("C14", far_from_kind),
    ("C13", copied_from_last_year),
    ("C11", shared_figures),
    ("C10", shared_text),
)
"""(id of its rule, the check), in the order in which people should read what they find."""


def check_across(
    collection: Collection, previous: Collection | None = None, own: Filing | None = None
) -> tuple[AcrossFinding, ...]:
    """Return what is found across the units of a collection.

    One on the report of who collects is his own. `previous` is last year's collection, `own` his
    report on all units together where it was not handed in with the others.
    """
    handed_in = HandedIn(collection, previous, own)
    rules = {rule.id: rule for rule in ACROSS_UNITS_RULES}
    found = (one for id_, check in CHECKS for one in check(handed_in, rules[id_]))
    organ = collection.listed.organ
    return tuple(one if one.units else one._replace(units=(organ,)) for one in found)
